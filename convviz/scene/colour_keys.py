"""Which colour ranges the stage shows at a moment: what a legend has to explain."""

from __future__ import annotations

from convviz.scene.cast import Cast
from convviz.scene.moment import Moment

RESTING = ("input", "weights", "output")
SUMMING = ("input", "weights", "products", "sum")
PLAIN = ("input", "output")  # of a stage without weights
CUTTING = (*PLAIN, "cut")  # of one that cuts cells to another value


def colour_keys(cast: Cast, moment: Moment) -> tuple[str, ...]:
    """The ranges on the stage, in the order of the picture; "empty" for cells not yet computed.

    Once the camera turns it has the bench instead of the output; from the activation on
    the sum wears the output's colours.
    """
    resting = RESTING if cast.work is None else PLAIN
    if cast.cut is not None:
        resting = CUTTING
    if cast.outputs is None:
        return (*resting, "unvalued")
    if cast.work is not None and moment.started and moment.turn >= 0.2:
        return resting
    if moment.started and moment.turn >= 0.2:
        return SUMMING if moment.activated < 0.5 else (*SUMMING[:-1], "output")
    return (*resting, "empty") if is_filling(cast, moment) else resting


def is_filling(cast: Cast, moment: Moment) -> bool:
    """Whether cells of the output have no value yet."""
    channels, height, width = cast.layout.plan.output
    return moment.started and moment.filled < channels * height * width
