"""The labels of volumes that are read together: a number, a name, and how they add up."""

from __future__ import annotations

import numpy as np

from convviz.scene.animation import AnimationState
from convviz.scene.camera import project
from convviz.scene.label_collector import ABOVE, BELOW, RIGHT, LabelCollector
from convviz.scene.labels import hull
from convviz.scene.layout import corners, vector
from convviz.scene.origins import joined, joined_channels, lid_of
from convviz.scene.stage_model import StageModel

NAMED = 8  # so many volumes are named one by one
BEFORE = ((-1.0, 0.0), (-1.0, -0.6), (-1.0, -1.0), (-0.4, -1.0), (0.0, -1.0))


def origin_titles(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """The number, name and channels of every volume, and of the output what they add up to."""
    if model.stacked:
        _whole_output(model, collector)
        _behind(model, collector)
        _addition(model, animation, collector)
    else:
        _beside(model, collector)


def _numbers(model: StageModel, place: int) -> dict[str, object]:
    each, (_, h, w) = model.origins[place], model.layout.plan.input
    h, w = (1, 1) if each.spread else (h, w)
    return {"number": place + 1, "name": each.name, "h": h, "w": w, "c": each.channels}


def _beside(model: StageModel, collector: LabelCollector) -> None:
    """Over the volumes that meet cell by cell."""
    layout, (_, height, width) = model.layout, model.layout.plan.input
    for place, each in enumerate(model.origins[:NAMED]):
        low = layout.input_low + vector(*layout.input_slabs[place].shift)
        low[2] += np.float32(each.first * layout.unit)
        box = corners(low, vector(width, height, each.channels * layout.unit))
        shot = project(collector.camera, collector.width, collector.height, box)[:, :2]
        left, top, right = shot[:, 0].min(), shot[:, 1].min(), shot[:, 0].max()
        id = "input" if place == 0 else f"input-{place + 1}"
        anchor = (float(left + right) / 2, float(top))
        numbers = _numbers(model, place)
        key = "volume.spread" if each.spread else "volume"
        collector.add(id, numbers, anchor, ABOVE, False, place, key, brief=True)


def _behind(model: StageModel, collector: LabelCollector) -> None:
    """To the left of the far end of every lid, where nothing stands before it; the last's right."""
    layout, last = model.layout, len(model.origins) - 1
    for place, each in enumerate(model.origins[:NAMED]):
        low, size = lid_of(layout, layout.input_low, each)
        corner = low + vector(*layout.input_slabs[place].shift) + vector(0, 0, float(size[2]))
        id = "input" if place == 0 else f"input-{place + 1}"
        if place == last:
            corner = corner + vector(float(size[0]), 0, 0)
        numbers, anchor = _numbers(model, place), collector.at(corner)
        towards = (*RIGHT, *BEFORE) if place == last else BEFORE
        collector.add(id, numbers, anchor, towards, True, place, "part", must=True, brief=True)


def _whole_output(model: StageModel, collector: LabelCollector) -> None:
    """Let labels stand beside all of the output, while volumes still take their places in it."""
    low, size = model.layout.output_box
    shot = project(collector.camera, collector.width, collector.height, corners(low, size))
    collector.hulls["output"] = hull(shot[:, :2])


def _addition(model: StageModel, animation: AnimationState, collector: LabelCollector) -> None:
    """64 + 128 + 32 + 32 = 256, under the output; of those that have come while some are to come.

    The one on its way counts with them.
    """
    count = len(model.origins)
    if joined_channels(model, animation) is not None:
        count = min(joined(model, animation) + (animation.joined < 1.0), count)
    shape = collector.hulls["output"]
    low, high = shape.min(axis=0), shape.max(axis=0)
    anchor = (float(low[0] + high[0]) / 2, float(high[1]))
    parts = [f"{each.channels:,}" for each in model.origins[:count]]
    if len(parts) > NAMED:
        parts = [*parts[: NAMED - 2], "…", parts[-1]]
    told: dict[str, object] = {"terms": " + ".join(parts), "total": model.origins[count - 1].stop}
    collector.add("addition", told, anchor, (*BELOW, *ABOVE), False, 1, must=True)
