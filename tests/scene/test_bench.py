"""The bench fills the stage: what the third row of a lecture hall sees of the sum."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.scene.timeline import Phase
from convviz.state.frame import frame
from convviz.state.view import Playback

from .label_checks import silhouettes_of
from .staged import opened, viewport

STAGES = ((940.0, 434.0), (940.0, 446.0), (1920.0, 900.0))
# Document -> least share of the stage that the bounding box of the bench and its cells cover.
REACHED = {
    "seed-bottleneck": (0.70, 0.30),
    "seed-direct": (0.70, 0.30),
    "five-filters": (0.70, 0.25),
    "colour-mixing-sepia": (0.70, 0.25),
}


def shares(scene):
    """Share of the picture of the bounding box of all cells, and of their true silhouettes."""
    step = 4.0
    x = np.arange(step / 2, scene.width, step)
    y = np.arange(step / 2, scene.height, step)
    covered = np.zeros((len(y), len(x)), dtype=bool)
    for _, polygon in silhouettes_of(scene):
        (ax, ay), (bx, by) = polygon.min(axis=0), polygon.max(axis=0)
        c, r = (x > ax) & (x < bx), (y > ay) & (y < by)
        inside = np.ones((r.sum(), c.sum()), dtype=bool)
        for p, q in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            side = (q[0] - p[0]) * (y[r, None] - p[1]) - (q[1] - p[1]) * (x[None, c] - p[0])
            inside &= side >= 0.0
        covered[np.ix_(r, c)] |= inside
    rows, columns = covered.any(axis=1).nonzero()[0], covered.any(axis=0).nonzero()[0]
    box = (np.ptp(rows) + 1) * (np.ptp(columns) + 1) / covered.size
    return float(box), float(covered.mean())


def moments(resolved):
    """Story times within the beats of single channels, from the third on."""
    beats = [b for b in resolved.stage.storyboard.beats if b.phase is Phase.CHANNEL]
    return [b.start + b.duration * p for b in beats[2:] for p in (0.3, 0.9)]


@pytest.mark.parametrize("size", STAGES)
@pytest.mark.parametrize("document_id", REACHED)
def test_while_channels_are_summed_one_by_one_the_stage_is_full(document_id, size):
    resolved = opened(document_id)
    found = [shares(frame(resolved, Playback(t), viewport(*size))) for t in moments(resolved)]
    box, cells = (float(np.mean(each)) for each in zip(*found, strict=True))
    print(f"{document_id} {size}: bounding box {box:.0%}, cells {cells:.0%}")
    least_box, least_cells = REACHED[document_id]
    assert box >= least_box and cells >= least_cells
