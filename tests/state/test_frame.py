"""A frame is a function of its arguments: how a time was reached leaves no trace."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.model.layers import Input
from convviz.model.network import Network, Node
from convviz.scene.animation import animation_at, ease
from convviz.scene.camera import Camera, axes, blend, project
from convviz.scene.offset import Offset
from convviz.scene.shots import shots_of
from convviz.scene.timeline import Phase
from convviz.state.document import Document
from convviz.state.frame import Reframing
from convviz.state.playing import advance, seek, step
from convviz.state.resolve import counts_of
from convviz.state.view import Playback, Selection, ViewOptions

from ..scene.staged import DOCUMENT_IDS, frame, opened, shown, stages, times, viewport


def same(a, b):
    """Whether two values are the same, arrays bit for bit, records field by field."""
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if is_dataclass(a):
        return type(a) is type(b) and all(
            same(getattr(a, field.name), getattr(b, field.name)) for field in fields(a)
        )
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def forget():
    """Empty every cache, so that what follows is computed anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("convviz.scene", "convviz.state")):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    value.cache_clear()


def test_every_cache_is_forgotten():
    frame(opened("five-filters"), Playback(1.0), viewport())
    assert shots_of.cache_info().currsize > 0 and counts_of._kept
    forget()
    assert not counts_of._kept
    assert shots_of.cache_info().currsize == axes.cache_info().currsize == 0


@settings(max_examples=12)
@given(stages(most_filters=6), st.floats(0.05, 0.6), st.randoms(use_true_random=False))
def test_any_order_of_seeks_gives_the_frames_of_playing(resolved, tick, random):
    board, view = resolved.stage.storyboard, viewport()
    played, playback = {0.0: frame(resolved, Playback(), view)}, Playback(playing=True, speed=2.0)
    while playback.playing and len(played) < 30:
        playback = advance(playback, board, tick)
        played[playback.time] = frame(resolved, replace(playback, playing=False), view)
    order = random.sample(sorted(played), min(len(played), 12))
    forget()
    for time in order:
        sought = seek(Playback(), board, time)
        assert same(frame(resolved, sought, view), played[time])


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_the_documents_frames_do_not_depend_on_the_way(document_id):
    resolved, view = opened(document_id), viewport(700.0, 330.0)
    board = resolved.stage.storyboard
    stops = [beat.start + beat.duration * 0.6 for beat in board.beats[:16]]
    forwards = [frame(resolved, Playback(time), view) for time in stops]
    backwards = [frame(resolved, Playback(time), view) for time in reversed(stops)]
    forget()
    alone = [frame(resolved, Playback(time), view) for time in stops[::-2]]
    assert all(map(same, forwards, reversed(backwards)))
    assert all(map(same, alone, forwards[::-2]))


@settings(max_examples=12)
@given(stages(most_filters=6), st.sampled_from(("span", "channel", "position", "filter")))
def test_a_step_forward_and_one_back_show_the_very_same(resolved, unit):
    board, view, playback = resolved.stage.storyboard, viewport(), Playback()
    frames, places = [], []
    for _ in range(12):
        places.append(playback.time)
        frames.append(frame(resolved, replace(playback, playing=False), view))
        playback = step(playback, board, unit, 1)
        if playback.playing:
            playback = Playback(playback.until)
    while len(places) > 1 and places[-1] == places[-2]:
        places.pop()
        frames.pop()
    playback = Playback(places[-1])
    for time, seen in zip(reversed(places[:-1]), reversed(frames[:-1]), strict=True):
        playback = step(playback, board, unit, -1)
        assert playback.time == time
        assert same(frame(resolved, playback, view), seen)


@settings(max_examples=20)
@given(stages(most_filters=6), st.data())
def test_playing_speed_and_until_are_not_in_the_picture(resolved, data):
    story = resolved.stage.storyboard
    time = data.draw(times(story))
    # Only where a beat has just ended is it still shown at rest.
    assume(story.shown_at(time, True) == story.shown_at(time, False))
    now = animation_at(story, time)
    # Played, numbers come in few steps, and so does the cell that is outlined and told.
    assume(now.beat.phase not in (Phase.CHANNELS, Phase.MAP, Phase.FILTER))
    still = frame(resolved, Playback(time), viewport())
    playing = frame(resolved, Playback(time, True, 8.0, until=time + 1.0), viewport())
    assert same(still, playing)


@settings(max_examples=20)
@given(stages(most_filters=6), st.data())
def test_a_fresh_snapshot_gives_the_same_frame(resolved, data):
    time = data.draw(times(resolved.stage.storyboard))
    again = shown(resolved.document, resolved.stage.selection)
    assert again.stage.model is not resolved.stage.model
    assert same(
        frame(again, Playback(time), viewport()), frame(resolved, Playback(time), viewport())
    )


def test_a_record_that_did_not_change_is_the_same_object():
    """Renderers touch only what differs: they compare by identity."""
    resolved = opened("seed-bottleneck")
    first = resolved.stage.storyboard.beats[2]
    a, b = (frame(resolved, Playback(first.start + t), viewport()) for t in (0.2, 0.25))
    kept = {record.id: record for record in a.boxes}
    for record in b.boxes:
        if record.id in ("input", "filters", "output", "padding"):
            assert record is kept[record.id], record.id


# ---- moves of the camera ---------------------------------------------------------------------
def test_a_transition_begins_where_it_was_and_ends_where_it_goes():
    resolved, start = opened("seed-direct"), Camera(yaw=50.0, distance=300.0)
    rest = frame(resolved, Playback(), viewport())
    for share in (0.0, 0.3, 1.0):
        moved = frame(resolved, Playback(), viewport(), Reframing(start, share))
        assert moved.camera == blend(start, rest.camera, ease(share))
        assert bool(moved.labels) == (share in (0.0, 1.0))
    assert frame(resolved, Playback(), viewport(), Reframing(start, 0.0)).camera == start
    assert same(frame(resolved, Playback(), viewport(), Reframing(start, 1.0)), rest)


def test_the_users_offset_holds_in_the_middle_of_a_move_too():
    """A drag while the stage is reframed after an edit answers at once."""
    first, start = opened("five-filters"), Camera(yaw=10.0, pitch=5.0, distance=99.0)
    turned = ViewOptions(offset=Offset(yaw=-6.0))
    for share in (0.0, 0.4, 1.0):
        move = Reframing(start, share)
        own = frame(first, Playback(), viewport(), move).camera
        camera = frame(first, Playback(), viewport(), move, view=turned).camera
        # The turned silhouette may need a little more room.
        assert 1.0 <= camera.distance / own.distance < 1.05
        assert replace(camera, distance=own.distance) == replace(own, yaw=own.yaw - 6.0)


def test_labels_keep_off_what_stands_over_the_picture():
    resolved, (x, y, w, h) = opened("seed-bottleneck"), (90.0, 4.0, 300.0, 90.0)
    free, kept = (
        frame(resolved, Playback(), replace(viewport(), taken=taken)).labels
        for taken in (None, (x, y, w, h))
    )
    over = [
        [b.id for b in labels if b.x < x + w and x < b.x + b.width and b.y < y + h]
        for labels in (free, kept)
    ]
    assert over[0] and not over[1]


@pytest.mark.parametrize("moving", [False, True])
def test_a_frame_says_whether_something_moves(moving):
    assert frame(opened("five-filters"), Playback(), viewport(), moving=moving).moving is moving


# ---- borders ---------------------------------------------------------------------------------
def test_without_a_layer_the_stage_shows_the_input():
    network = Network((Node("input", "input", Input(3, 8, 8)),))
    resolved = shown(Document("drawn", network, "input"))
    assert resolved.stage is None and resolved.stages == ()
    scene = frame(resolved, Playback(2.0), viewport())
    assert [boxes.id for boxes in scene.boxes] == ["input"] and scene.lines == ()
    assert scene.boxes[0].count.tolist() == [[8, 8, 3]]
    assert {label.id for label in scene.labels} >= {"input", "axis-h", "axis-w"}
    corners = np.array([(x, y, z) for x in (0, 8) for y in (0, 8) for z in (0.0, 8.0)])
    shot = project(scene.camera, scene.width, scene.height, corners)
    assert (shot[:, 0] > 0).all() and (shot[:, 0] < scene.width).all()
    assert (shot[:, 1] > 0).all() and (shot[:, 1] < scene.height).all()


def test_readers_of_an_input_cell_are_outlined():
    first = opened("seed-direct")
    asked = replace(first.stage.selection, reader=(0, 27))
    scene = frame(shown(first.document, asked), Playback(), viewport())
    lines = {each.id: each for each in scene.lines}
    readers = lines["readers"]
    assert len(readers.start) == 12 * 9  # 3 × 3 positions read a corner, twelve edges each
    low = first.stage.model.layout.output_low
    points = np.concatenate([readers.start, readers.end]) - low
    assert points[:, 0].min() == pytest.approx(25, abs=0.1)
    assert points[:, 1].max() == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize("size", [(1.0, 1.0), (40.0, 900.0), (3000.0, 60.0)])
def test_any_viewport_gives_a_picture(size):
    for time in (0.0, 3.0):
        scene = frame(opened("seed-bottleneck"), Playback(time), viewport(*size))
        assert np.isfinite([*scene.camera.target, scene.camera.distance]).all()
        assert scene.camera.distance > 0.0


def test_selection_is_clamped_not_followed_outside():
    first = opened("five-filters")
    far = shown(first.document, Selection(99, 99, -5))
    assert far.stage.selection == Selection(4, 27, 0)


def test_at_rest_a_step_that_is_over_is_what_the_stage_shows():
    """The lecturer stops and talks here: stage and panels must tell the same step."""
    resolved = opened("seed-bottleneck")
    board, record = resolved.stage.storyboard, resolved.stage.record
    for beat in board.beats:
        now = animation_at(board, beat.end, playing=False)
        assert now.beat is beat and now.progress == 1.0
    for beat in board.beats[1:9]:
        scene = frame(resolved, Playback(beat.end), viewport())
        told = {label.id: "".join(span.text for span in label.spans) for label in scene.labels}
        channel = beat.first
        running = next(box for box in scene.boxes if box.id == "bench-sum")
        assert running.values[running.offset[0]] == np.float32(record.running[channel])
        assert str(channel + 1) in told["product"] and str(channel + 1) in told["sum"]
