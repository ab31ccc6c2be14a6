"""Which colour ranges the stage shows at a moment: what a legend has to explain."""

from __future__ import annotations

from convviz.scene.cast import Cast
from convviz.scene.moment import Moment

RESTING = ("input", "weights", "output")
SUMMING = ("input", "weights", "products", "sum")


def colour_keys(cast: Cast, moment: Moment) -> tuple[str, ...]:
    """The ranges on the stage, in the order of the picture; "empty" for cells not yet computed.

    Half-way of the lift the camera has the bench instead of the output; from the activation on
    the sum wears the output's colours.
    """
    if cast.outputs is None:
        return (*RESTING, "unvalued")
    if moment.started and moment.rise >= 0.5:
        return SUMMING if moment.activated < 0.5 else (*SUMMING[:-1], "output")
    return (*RESTING, "empty") if is_filling(cast, moment) else RESTING


def is_filling(cast: Cast, moment: Moment) -> bool:
    """Whether cells of the output have no value yet."""
    channels, height, width = cast.layout.plan.output
    return moment.started and moment.filled < channels * height * width
