"""The bench fills the stage: what the third row of a lecture hall sees of the sum."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.model.layers import Conv2d
from convviz.scene.camera import project
from convviz.scene.layout import corners
from convviz.scene.timeline import FOLDING, Phase
from convviz.state.view import Playback, Selection

from .label_checks import silhouettes_of
from .staged import DOCUMENT_IDS, frame, network_of, of_network, opened, shown, viewport

STAGES = ((940.0, 434.0), (940.0, 446.0), (1920.0, 900.0))
# Document -> least share of the stage that the bounding box of all cells, and the cells, cover.
# Long rows end inside the picture. Three channels in three rows leave room: their rows are as
# tall as the stage allows.
REACHED = {
    "seed-bottleneck": (0.59, 0.31),
    "seed-direct": (0.56, 0.37),
    "five-filters": (0.47, 0.21),
    "colour-mixing-sepia": (0.52, 0.27),
}


def shares(scene):
    """Share of the picture of the bounding box of all, and of the true silhouettes of cells.

    Places of results that are still to come are outlined and belong to it.
    """
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
    low, high = np.array([x[columns[0]], y[rows[0]]]), np.array([x[columns[-1]], y[rows[-1]]])
    for each in scene.lines:
        if each.id == "bench-awaited":
            ends = np.concatenate([each.start, each.end])
            shot = project(scene.camera, scene.width, scene.height, ends)[:, :2]
            assert (shot >= 0.0).all() and (shot <= (scene.width, scene.height)).all()
            low, high = np.minimum(low, shot.min(axis=0)), np.maximum(high, shot.max(axis=0))
    box = np.prod(high - low + step) / (scene.width * scene.height)
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


def beats_of(resolved, phase):
    return [beat for beat in resolved.stage.storyboard.beats if beat.phase is phase]


@pytest.mark.parametrize("document_id", ["seed-bottleneck", "seed-direct"])
def test_folded_rows_show_every_channel_to_the_same_camera(document_id):
    resolved = opened(document_id)
    (beat,) = beats_of(resolved, Phase.CHANNELS)
    first = frame(resolved, Playback(beats_of(resolved, Phase.CHANNEL)[0].end), viewport())
    for share in (0.0, 0.2, FOLDING + 0.01, 1.0):
        scene = frame(resolved, Playback(beat.start + beat.duration * share), viewport())
        assert scene.camera == first.camera
    row = next(each for each in scene.boxes if each.id == "bench-column")
    shot = project(scene.camera, scene.width, scene.height, corners(row.low, row.size))
    assert shot[:, 0].min() > 0.0 and shot[:, 0].max() < scene.width
    assert row.count[:, 2].sum() == resolved.stage.storyboard.channels


def test_each_single_channel_comes_out_within_the_picture():
    for document_id in DOCUMENT_IDS:
        resolved = opened(document_id)
        for beat in beats_of(resolved, Phase.CHANNEL):
            scene = frame(resolved, Playback(beat.start + beat.duration * 0.3), viewport())
            for record in scene.boxes:
                if record.id.startswith("card-"):
                    points = corners(record.low, record.size)
                    x, y, _ = project(scene.camera, scene.width, scene.height, points).T
                    assert x.min() > 0.0 and x.max() < scene.width, (document_id, beat.first)
                    assert y.min() > 0.0 and y.max() < scene.height


def test_the_form_of_the_bench_is_told():
    resolved = opened("seed-bottleneck")
    told = {}
    for phase in (Phase.CHANNEL, Phase.BIAS):
        scene = frame(resolved, Playback(beats_of(resolved, phase)[0].end), viewport())
        told[phase] = {label.id for label in scene.labels}
    assert "opened" in told[Phase.CHANNEL] and "folded" in told[Phase.BIAS]


def test_numbers_come_in_few_steps_while_channels_pass_quickly():
    resolved = opened("seed-bottleneck")
    (beat,) = beats_of(resolved, Phase.CHANNELS)
    times = [beat.start + beat.duration * i / 200 for i in range(200)]
    told = set()
    for time in times:
        scene = frame(resolved, Playback(time, playing=True), viewport())
        told.add(next("".join(s.text for s in x.spans) for x in scene.labels if x.id == "sum"))
    assert 8 <= len(told) <= 14


def test_a_channel_of_a_group_is_counted_in_the_group_and_in_the_input():
    document = of_network(network_of(Conv2d(2, (1, 1), groups=2), (6, 4, 4)))
    resolved = shown(document, Selection(1, 1, 1))
    scene = frame(resolved, Playback(beats_of(resolved, Phase.CHANNEL)[0].end), viewport())
    label = next(each for each in scene.labels if each.id == "product")
    told = "".join(span.text for span in label.spans)
    assert told.startswith("channel 1 of 3 (4 of 6)")


def test_dilated_cells_are_outlined_one_by_one_and_no_thicker_than_they_are_small():
    document = of_network(network_of(Conv2d(2, (3, 3), dilation=(2, 2)), (4, 64, 64)))
    resolved = shown(document, Selection(0, 20, 20))
    scene = frame(resolved, Playback(), viewport(640.0, 300.0))
    field = next(each for each in scene.lines if each.id == "field")
    assert len(field.start) == 9 * 12
    ends = np.stack([field.start[0], field.start[0] + np.array([1, 0, 0], dtype=np.float32)])
    shot = project(scene.camera, scene.width, scene.height, ends)
    cell = float(np.hypot(*(shot[1] - shot[0])[:2]))
    assert field.width <= max(0.8, 0.4 * cell)
