"""The two benches: of a sum of products, and of what is made of cells in another way.

Story, outlines and shots ask here; nothing else knows which of the two a stage has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from convviz.scene import bench, work
from convviz.scene.bench_place import Bench, bench_of
from convviz.scene.cast import Cast
from convviz.scene.layout import Floats
from convviz.scene.moment import Moment
from convviz.scene.primitives import Boxes, Lines
from convviz.scene.timeline import Phase
from convviz.scene.work_place import Place, place_of


@dataclass(frozen=True)
class Staging:
    """What a bench puts into the picture at a moment, and where it lies."""

    place: Callable[[Cast], Bench | Place]
    boxes: Callable[[Cast, Moment], tuple[Boxes, ...]]
    lines: Callable[[Cast, Moment], tuple[Lines, ...]]

    def carried(self, cast: Cast, moment: Moment) -> tuple[Floats, Floats]:
        """Low and high corner of what is on its way between the stage and the bench."""
        # Results only fade: the camera does not go by them.
        records = [each for each in self.boxes(cast, moment) if each.id != "bench-results"]
        low = np.concatenate([each.low for each in records]).min(axis=0)
        high = np.concatenate([each.low + each.size for each in records]).max(axis=0)
        return low, high


def _sum_boxes(cast: Cast, moment: Moment) -> tuple[Boxes, ...]:
    if moment.rise > 0.0 and moment.started:
        return bench.rows(cast, bench_of(cast), moment)
    if moment.beat.phase is Phase.LAND:
        return bench.sum_alone(cast, bench_of(cast), moment)
    return ()


def _sum_lines(cast: Cast, moment: Moment) -> tuple[Lines, ...]:
    return bench.frames(cast, bench_of(cast), moment) if moment.turn > 0.0 else ()


_SUM = Staging(bench_of, _sum_boxes, _sum_lines)
_WORK = Staging(place_of, work.work_boxes, work.work_lines)


def staging_of(cast: Cast) -> Staging:
    """The bench of a stage."""
    return _SUM if cast.work is None else _WORK
