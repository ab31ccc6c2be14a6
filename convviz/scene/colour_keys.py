"""Which colour ranges the stage shows at a moment: what a legend has to explain."""

from __future__ import annotations

from convviz.scene.animation import AnimationState
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase

RESTING = ("input", "weights", "output")
PLAIN = ("input", "output")  # of a stage without weights
CUTTING = (*PLAIN, "cut")  # of one that cuts cells to another value
SUMMING = ("input", "weights", "results")
_MADE = (Phase.CHANNEL, Phase.CHANNELS)  # the phases in which products become results


def resting_keys(model: StageModel) -> tuple[str, ...]:
    """The ranges of a stage at rest, in the order of the picture."""
    if model.cut is not None and model.cut_share > 0.0:
        return CUTTING
    return RESTING if model.operation is None else PLAIN


def colour_keys(model: StageModel, animation: AnimationState) -> tuple[str, ...]:
    """The ranges on the stage, in the order of the picture; "empty" for cells not yet computed.

    Once the camera turns it has the bench instead of the output; from the activation on
    the sum wears the output's colours, while the results beside it keep theirs.
    """
    resting = resting_keys(model)
    if model.outputs is None:
        return (*resting, "unvalued")
    if animation.started and animation.turn >= 0.2:
        if model.operation is not None:
            return resting
        if animation.activated >= 0.5:
            return (*SUMMING, "output")
        if animation.beat.phase is Phase.PRODUCTS:  # nothing has come of them yet
            return _PRODUCTS
        return _with_products(model) if animation.beat.phase in _MADE else SUMMING
    return (*resting, "empty") if is_filling(model, animation) else resting


def key_sets(model: StageModel) -> tuple[tuple[str, ...], ...]:
    """The widest sets of ranges that a story shows: what a legend has to have room for."""
    resting = (*resting_keys(model), "empty")
    return (resting,) if model.operation is not None else (resting, _with_products(model), _LANDING)


_LANDING = (*SUMMING, "output")
_PRODUCTS = ("input", "weights", "products")


def _with_products(model: StageModel) -> tuple[str, ...]:
    """With a 1×1 filter a channel's product is its result, and is drawn as that alone."""
    if model.layout.plan.kernel == (1, 1):
        return SUMMING
    return (*_PRODUCTS, "results")


def is_filling(model: StageModel, animation: AnimationState) -> bool:
    """Whether cells of the output have no value yet."""
    channels, height, width = model.layout.plan.output
    return animation.started and animation.filled < channels * height * width
