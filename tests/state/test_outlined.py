"""One record: the cell that the stage outlines is the one that plot and arithmetic are given."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from convviz.model.record import cell_record
from convviz.scene.animation import animation_at
from convviz.scene.outlines import lines_of
from convviz.scene.timeline import Phase
from convviz.state.outlined import outlined_cell, outlined_record, sampled_records
from convviz.state.resolved import PACE
from convviz.state.view import Playback, Selection

from ..scene.staged import opened

DOCUMENTS = ("seed-bottleneck", "seed-direct", "five-filters")


def same(a, b):
    """Whether two records are the same, arrays bit for bit."""
    for field in fields(a):
        one, two = getattr(a, field.name), getattr(b, field.name)
        if isinstance(one, np.ndarray):
            assert one.dtype == two.dtype and one.tobytes() == two.tobytes(), field.name
        elif field.name == "steps":
            assert len(one) == len(two) and all(same(x, y) for x, y in zip(one, two, strict=True))
        else:
            assert one == two, field.name
    return True


def map_moments(board):
    """Moments of the first map, of a later one and of the last, and those between two."""
    beats = [beat for beat in board.beats if beat.phase in (Phase.MAP, Phase.FILTER)]
    for beat in (beats[0], beats[len(beats) // 2], beats[-1]):
        for share in (0.0, 0.013, 0.4, 0.77, 1.0):
            yield beat.start + beat.duration * share


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_the_record_is_that_of_the_outlined_position(document_id):
    now = opened(document_id)
    stage = now.stage
    width = stage.output_shape.width
    for time in map_moments(stage.storyboard):
        playback = Playback(time)
        seen = animation_at(stage.storyboard, time, playing=False)
        place = (stage.selection.filter, stage.selection.row, stage.selection.column)
        if seen.position >= 0:
            place = (seen.filter, seen.position // width, seen.position % width)
        found = outlined_record(now, playback)
        wanted = cell_record(now.document.network, now.values, stage.node, *place)
        assert same(found, wanted)
        assert same(found, outlined_record(now, playback))


def test_the_stage_outlines_that_cell():
    now = opened("seed-bottleneck")
    stage, layout = now.stage, now.stage.model.layout
    for time in list(map_moments(stage.storyboard))[1:4]:
        cell = outlined_cell(stage, Playback(time))
        lines = lines_of(stage.model, animation_at(stage.storyboard, time, playing=False))
        outline = next(line for line in lines if line.id == "cell")
        points = np.concatenate([outline.start, outline.end]) - layout.output_low
        middle = (points.min(axis=0) + points.max(axis=0)) / 2
        assert middle[:2] == pytest.approx((cell.column + 0.5, cell.row + 0.5), abs=1e-3)


@pytest.mark.parametrize("time", [0.0, 1.0, 4.1, 8.0])
def test_till_the_map_it_is_the_chosen_cell(time):
    now = opened("seed-bottleneck")
    assert outlined_record(now, Playback(time)) is now.stage.record
    assert outlined_record(now, Playback(time, True)) is now.stage.record


def cell_of(record):
    return Selection(record.filter, record.row, record.column)


def test_played_it_is_at_most_one_pace_behind():
    now = opened("seed-bottleneck")
    beat = now.stage.storyboard.first_of(Phase.MAP)
    positions = now.stage.storyboard.positions
    for speed in (0.5, 1.0, 4.0):
        for i in range(40):
            time = beat.start + beat.duration * (i + 0.3) / 40
            playback = Playback(time, True, speed)
            seen = now.stage.animation_at(playback)
            record = outlined_record(now, playback)
            behind = seen.position - (record.row * now.stage.output_shape.width + record.column)
            assert record is now.stage.record or cell_of(record) == outlined_cell(
                now.stage, playback
            )
            assert 0 <= behind <= PACE * speed / beat.duration * positions + 1
    fast = Playback(now.stage.storyboard.duration - 0.01, True, 32.0)
    assert outlined_record(now, fast).filter == now.stage.output_shape.channels - 1


def test_without_values_there_is_no_record():
    now = opened("seed-bottleneck")
    bare = replace(now, stages=(replace(now.stage, record=None),))
    end = Playback(now.stage.storyboard.duration)
    assert outlined_record(bare, end) is None
    assert sampled_records(bare, 0) == ()
    assert outlined_record(replace(now, stages=()), end) is None


def test_samples_lie_all_over_the_map():
    now = opened("seed-bottleneck")
    rows = [record.row for record in sampled_records(now, 3)]
    assert {record.filter for record in sampled_records(now, 3)} == {3}
    assert min(rows) <= 3 and max(rows) >= 24
