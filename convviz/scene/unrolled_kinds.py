"""The two benches: of a sum of products, and of what is made of cells in another way.

Story, outlines and shots ask here; nothing else knows which of the two a stage has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from convviz.scene import operation as operation
from convviz.scene import unrolled as unrolled
from convviz.scene.animation import AnimationState
from convviz.scene.layout import Floats
from convviz.scene.operation_layout import Place, place_of
from convviz.scene.primitives import Boxes, Lines
from convviz.scene.stage_model import StageModel
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_layout import UnrolledRows, unrolled_of


@dataclass(frozen=True)
class Staging:
    """What a bench puts into the picture at a moment, and where it lies."""

    place: Callable[[StageModel], UnrolledRows | Place]
    boxes: Callable[[StageModel, AnimationState], tuple[Boxes, ...]]
    lines: Callable[[StageModel, AnimationState], tuple[Lines, ...]]

    def carried(self, model: StageModel, animation: AnimationState) -> tuple[Floats, Floats]:
        """Low and high corner of what is on its way between the stage and the bench."""
        # Results only fade: the camera does not go by them.
        records = [each for each in self.boxes(model, animation) if each.id != "bench-results"]
        low = np.concatenate([each.low for each in records]).min(axis=0)
        high = np.concatenate([each.low + each.size for each in records]).max(axis=0)
        return low, high


def _sum_boxes(model: StageModel, animation: AnimationState) -> tuple[Boxes, ...]:
    if animation.rise > 0.0 and animation.started:
        return unrolled.rows(model, unrolled_of(model), animation)
    if animation.beat.phase is Phase.LAND:
        return unrolled.sum_alone(model, unrolled_of(model), animation)
    return ()


def _sum_lines(model: StageModel, animation: AnimationState) -> tuple[Lines, ...]:
    return unrolled.frames(model, unrolled_of(model), animation) if animation.turn > 0.0 else ()


_SUM = Staging(unrolled_of, _sum_boxes, _sum_lines)
_WORK = Staging(place_of, operation.operation_boxes, operation.operation_lines)


def staging_of(model: StageModel) -> Staging:
    """The bench of a stage."""
    return _SUM if model.operation is None else _WORK
