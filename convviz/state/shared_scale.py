"""What open panes share, so that they can be compared: the depth scale and the colour ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from convviz.scene.depth_scale import Common, common_of
from convviz.scene.layout import lay_out
from convviz.scene.primitives import Colours
from convviz.scene.stage_model import StageModel
from convviz.state.resolved import Resolved

_PICTURES = (Colours.CHANNELS, Colours.GREY)  # whose colours are their values


def common_between(snapshots: Sequence[Resolved]) -> Common:
    """What the snapshots of all open panes share; one alone keeps its own scale and ranges."""
    if len(snapshots) == 1:
        return snapshots[0].common
    shapes = ((*shape,) for each in snapshots for shape in each.shapes.values())
    casts = [each.stage.model for each in snapshots if each.stage is not None]
    shown = [model for model in casts if model is not None]
    if not shown:
        return common_of(shapes)
    return replace(
        common_of(shapes),
        input_high=_highest([c.input_high for c in shown if c.input_colours not in _PICTURES]),
        weight_high=_highest([model.weight_high for model in shown]),
        output_high=_highest([c.output_high for c in shown if c.output_colours not in _PICTURES]),
    )


def _highest(ends: Sequence[float]) -> float | None:
    return max(ends, default=None)


def in_common(model: StageModel, common: Common, apart: float) -> StageModel:
    """A stage model at the scale and in the ranges that all panes share."""
    changed = _ranges(model, common)
    if model.layout.plan.network_unit == common.depth_unit and not changed:
        return model
    return _scaled(model, common, apart)


def _ranges(model: StageModel, common: Common) -> dict[str, float]:
    """The ends of colour ranges that differ from the stage's own."""
    own = {
        "input_high": model.input_colours not in _PICTURES,
        "weight_high": True,
        "output_high": model.output_colours not in _PICTURES,
    }
    shared = {name: getattr(common, name) for name, values in own.items() if values}
    return {
        name: high
        for name, high in shared.items()
        if high is not None and high != getattr(model, name)
    }


@lru_cache(maxsize=4)
def _scaled(model: StageModel, common: Common, apart: float) -> StageModel:
    ends, plan = _ranges(model, common), model.layout.plan
    return replace(
        model,
        layout=lay_out(replace(plan, network_unit=common.depth_unit), apart),
        input_high=ends.get("input_high", model.input_high),
        weight_high=ends.get("weight_high", model.weight_high),
        output_high=ends.get("output_high", model.output_high),
    )
