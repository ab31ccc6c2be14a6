"""Which colour ranges the stage shows at a moment: what a legend has to explain."""

from __future__ import annotations

from convviz.scene.cast import Cast
from convviz.scene.moment import Moment
from convviz.scene.timeline import Phase

RESTING = ("input", "weights", "output")
PLAIN = ("input", "output")  # of a stage without weights
CUTTING = (*PLAIN, "cut")  # of one that cuts cells to another value
SUMMING = ("input", "weights", "results")
_MADE = (Phase.CHANNEL, Phase.CHANNELS)  # the phases in which products become results


def resting_keys(cast: Cast) -> tuple[str, ...]:
    """The ranges of a stage at rest, in the order of the picture."""
    if cast.cut is not None:
        return CUTTING
    return RESTING if cast.work is None else PLAIN


def colour_keys(cast: Cast, moment: Moment) -> tuple[str, ...]:
    """The ranges on the stage, in the order of the picture; "empty" for cells not yet computed.

    Once the camera turns it has the bench instead of the output; from the activation on
    the sum wears the output's colours, while the results beside it keep theirs.
    """
    resting = resting_keys(cast)
    if cast.outputs is None:
        return (*resting, "unvalued")
    if moment.started and moment.turn >= 0.2:
        if cast.work is not None:
            return resting
        if moment.activated >= 0.5:
            return (*SUMMING, "output")
        if moment.beat.phase is Phase.PRODUCTS:  # nothing has come of them yet
            return _PRODUCTS
        return _with_products(cast) if moment.beat.phase in _MADE else SUMMING
    return (*resting, "empty") if is_filling(cast, moment) else resting


def key_sets(cast: Cast) -> tuple[tuple[str, ...], ...]:
    """The widest sets of ranges that a story shows: what a legend has to have room for."""
    resting = (*resting_keys(cast), "empty")
    return (resting,) if cast.work is not None else (resting, _with_products(cast), _LANDING)


_LANDING = (*SUMMING, "output")
_PRODUCTS = ("input", "weights", "products")


def _with_products(cast: Cast) -> tuple[str, ...]:
    """With a 1×1 filter a channel's product is its result, and is drawn as that alone."""
    if cast.layout.plan.kernel == (1, 1):
        return SUMMING
    return (*_PRODUCTS, "results")


def is_filling(cast: Cast, moment: Moment) -> bool:
    """Whether cells of the output have no value yet."""
    channels, height, width = cast.layout.plan.output
    return moment.started and moment.filled < channels * height * width
