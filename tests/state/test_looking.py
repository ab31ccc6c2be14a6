"""Looking around: what the user turns, moves and zooms is an offset from the story's camera."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS
from convviz.model.kinds import kind_of
from convviz.scene.camera import axes, project
from convviz.scene.labels import silhouettes
from convviz.scene.layout import content, corners
from convviz.scene.offset import NO_OFFSET, ZOOMS, Offset
from convviz.scene.shots import shots_of, story_camera, unhidden
from convviz.scene.timeline import Phase
from convviz.state.document import History
from convviz.state.edits import open_document
from convviz.state.frame import moment_of, sight_now
from convviz.state.intents import Orbit, Pan, SetOffset, SetOption, SetView, Zoom
from convviz.state.looking import MOVES, aimed, look
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Pane

from ..scene.staged import frame, opened, shown, times, viewport

few = settings(max_examples=40)
SIZE = (960.0, 460.0)
SIZES = (SIZE, (700.0, 330.0), (620.0, 700.0), (1600.0, 900.0))
PLAIN = ViewOptions()


@lru_cache(maxsize=64)
def staged(document_id, layer):
    """A layer of a shipped document on stage, with its values."""
    found = replace(open_document(document_id), selected=layer)
    first = shown(found)
    _, height, width = first.stage.output_shape
    return shown(found, Selection(0, int(height * 0.45), int(width * 0.55)))


def layers():
    """Every layer of every document that has a stage."""
    for document_id in DOCUMENTS:
        network = open_document(document_id).network
        for node in network.nodes:
            if kind_of(node.layer).name != "input":
                yield document_id, node.id


ALL = list(layers())


def seen(resolved, view, time=0.0, size=SIZE):
    """What the story's camera sees, in a view at a story time."""
    pane = Pane("a", History(resolved.document), playback=Playback(time), view=view)
    return sight_now(resolved, pane, resolved.common, size)


def camera_of(resolved, view, time=0.0, size=SIZE):
    """The camera in a view at a story time."""
    return seen(resolved, view, time, size).seen(view.offset)


def after(resolved, view, *intents, time=0.0, size=SIZE):
    """The view after intents."""
    for intent in intents:
        if isinstance(intent, MOVES):
            intent = aimed(view, intent, seen(resolved, view, time, size))
        view = look(view, intent)
    return view


def in_view(camera, boxes, size):
    """Share of the silhouettes that lies in the picture; what is half gone counts half."""
    hulls = silhouettes(boxes, camera, *size)
    points = np.concatenate(list(hulls.values()))
    low, high = points.min(axis=0), points.max(axis=0)
    x, y = (np.linspace(a, b, 161)[1:] for a, b in zip(low, high, strict=True))
    cover = np.zeros((160, 160))
    for record in boxes:
        hull = hulls.get(record.id)
        if hull is None or len(hull) < 3:
            continue
        inside = np.ones(cover.shape, dtype=bool)
        for (ax, ay), (bx, by) in zip(hull, np.roll(hull, -1, axis=0), strict=True):
            inside &= (bx - ax) * (y[:, None] - ay) >= (by - ay) * (x - ax)
        cover = np.maximum(cover, inside * float(record.opacity.max()))
    within = ((y >= 0) & (y <= size[1]))[:, None] & (x >= 0) & (x <= size[0])
    return float((cover * within).sum() / cover.sum())


wild = st.floats(-3000.0, 3000.0)
looks = st.one_of(
    st.builds(Orbit, wild, wild),
    st.builds(Pan, wild, wild),
    st.builds(Zoom, st.floats(0.02, 50.0), st.floats(0.0, SIZE[0]), st.floats(0.0, SIZE[1])),
    st.builds(SetView, st.sampled_from(("front", "top", "side", "reset"))),
    st.builds(SetOption, st.just("orthographic"), st.booleans()),
    st.builds(SetOffset, st.builds(Offset, wild, wild, wild, wild, st.floats(0.01, 100.0))),
)


# ---- nothing is lost -------------------------------------------------------------------------
@settings(max_examples=120)
@given(st.sampled_from(ALL), st.sampled_from(SIZES), st.data())
def test_a_quarter_of_the_content_stays_in_view_at_every_time(layer, size, data):
    resolved = staged(*layer)
    story, view = resolved.stage.storyboard, PLAIN
    for _ in range(data.draw(st.integers(1, 6))):
        time = data.draw(times(story))
        view = after(resolved, view, data.draw(looks), time=time, size=size)
    for _ in range(3):
        time = data.draw(times(story))
        sight = seen(resolved, view, time, size)
        camera = sight.seen(view.offset)
        assert np.isfinite([*camera.target, camera.distance, camera.field, *camera.shift]).all()
        assert 0.5 < camera.field < 60.0 and abs(camera.pitch) < 89.0
        least = min(0.25, in_view(sight.camera, sight.boxes, size))
        assert in_view(camera, sight.boxes, size) >= least - 0.01


@few
@given(st.sampled_from(ALL), st.lists(looks, max_size=6), st.data())
def test_reset_gives_exactly_the_storys_camera(layer, intents, data):
    resolved = staged(*layer)
    time = data.draw(times(resolved.stage.storyboard))
    view = after(resolved, replace(PLAIN, cut_row=3, apart=0.5), *intents, time=time)
    view = after(resolved, view, SetView("reset"), time=time)
    assert view == PLAIN and not view.own
    now = moment_of(resolved.stage, Playback(time), False)
    shots = shots_of(resolved.stage.model, *SIZE, False)
    own = story_camera(shots, now) if now.started else shots.rest
    assert camera_of(resolved, view, time) == own


@few
@given(st.sampled_from(ALL), st.sampled_from(("", "front", "top", "side")), st.data())
def test_no_offset_is_the_storys_camera_bit_for_bit(layer, named, data):
    resolved, view = staged(*layer), replace(PLAIN, named=named)
    sight = seen(resolved, view, data.draw(times(resolved.stage.storyboard)))
    assert sight.seen(NO_OFFSET) is sight.camera


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_story_is_followed_with_an_offset(document):
    """8 pixels during the sum, then Home or End: it was a black stage for good."""
    resolved = opened(document)
    story = resolved.stage.storyboard
    middle = story.beats[1].start + 0.2
    view = after(resolved, PLAIN, Orbit(-2.0, 1.0), time=middle)
    for beat in story.beats[:14]:
        for share in (0.0, 0.4, 0.8):
            time = beat.start + beat.duration * share
            own = seen(resolved, PLAIN, time).camera
            camera = camera_of(resolved, view, time)
            assert (camera.yaw, camera.pitch) == pytest.approx((own.yaw - 2.0, own.pitch + 1.0))
            farther = camera.distance / own.distance
            assert 1.0 <= farther < 1.05  # a small turn needs little more room
            assert camera == replace(
                own, yaw=camera.yaw, pitch=camera.pitch, distance=camera.distance
            )


def test_an_edit_is_followed_with_an_offset():
    before, now = opened("seed-bottleneck"), opened("seed-direct")
    view = after(before, PLAIN, Orbit(10.0, 5.0), Pan(40.0, 0.0))
    old, new = camera_of(before, view), camera_of(now, view)
    assert new.target != old.target and new.shift == old.shift
    assert new.yaw == pytest.approx(seen(now, PLAIN).camera.yaw + 10.0)


# ---- orbit -----------------------------------------------------------------------------------
@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("dx, dy", [(300, 0), (-300, 0), (0, 300), (0, -300), (300, 300)])
def test_a_long_drag_does_not_end_edge_on(document, dx, dy):
    """Of every volume the front is still seen at a fifth of its width or more."""
    from convviz.app.stage.stage_host import DEGREES

    resolved = opened(document)
    turned = camera_of(resolved, after(resolved, PLAIN, Orbit(-dx * DEGREES, dy * DEGREES)))
    layout = resolved.stage.model.layout
    front = -axes(turned)[2][2]
    assert abs(front) > 0.1 or abs(turned.pitch) > 20.0
    assert axes(turned)[0][0] > 0.2 and axes(turned)[1][1] > 0.15  # right is right, down is down
    assert unhidden(turned, content(layout), *SIZE) > 0.02


@few
@given(st.lists(st.tuples(wild, wild), max_size=8), st.sampled_from(("", "front", "top", "side")))
def test_no_orbit_mirrors_or_leaves_its_limits(turns, named):
    resolved, view = opened("seed-bottleneck"), replace(PLAIN, named=named)
    view = after(resolved, view, *(Orbit(*each) for each in turns))
    camera = camera_of(resolved, view)
    right, down, forward = axes(camera)
    assert np.linalg.det(np.stack([right, down, forward])) == pytest.approx(1.0)
    assert down[1] > 0.1  # down stays down
    assert -66.0 <= camera.yaw <= 120.0


def test_a_limit_that_was_reached_is_left_at_once():
    resolved = opened("seed-bottleneck")
    far = after(resolved, PLAIN, Orbit(5000.0, 0.0))
    back = after(resolved, far, Orbit(-10.0, 0.0))
    ends = [camera_of(resolved, view).yaw for view in (far, back)]
    assert ends[0] - ends[1] == pytest.approx(10.0)


@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct", "five-filters"])
def test_the_rows_of_a_sum_are_never_seen_from_their_end(document):
    resolved = opened(document)
    story = resolved.stage.storyboard
    time = story.beats[1].start + 0.3
    for yaw in (-500.0, 500.0):
        view = after(resolved, PLAIN, Orbit(yaw, 0.0), time=time)
        assert 20.0 < camera_of(resolved, view, time).yaw < 90.0


# ---- a turned picture stays in the frame -------------------------------------------------------
TURNS = ((50.0, 0.0), (-65.0, 0.0), (0.0, 45.0), (0.0, -45.0), (45.0, 40.0), (-60.0, 40.0))


def points_of(sight, least=0.5):
    """Corners of every box that is there to be looked at."""
    there = [each for each in sight.boxes if len(each.low) and each.opacity.max() >= least]
    return np.concatenate([corners(each.low, each.size) for each in there])


@pytest.mark.parametrize("size", [SIZE, (620.0, 700.0)])
@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_in_the_picture_stays_in_it_however_it_is_turned(document, flat, size):
    resolved = opened(document)
    board, kept = resolved.stage.storyboard, 0
    for time in (0.0, board.beats[1].start + 0.3, board.beats[3].end, board.cell_end):
        for yaw, pitch in TURNS:
            view = replace(PLAIN, orthographic=flat, offset=Offset(yaw, pitch))
            sight = seen(resolved, view, time, size)
            points = points_of(sight, 1.0)
            before = project(sight.camera, *size, points)
            inside = (np.abs(before[:, :2] / size - 0.5) < 0.485).all(axis=1) & (before[:, 2] > 0)
            after_all = project(sight.seen(view.offset), *size, points[inside])[:, :2] / size
            assert (np.abs(after_all - 0.5) < 0.486).all(), (time, yaw, pitch)
            kept += int(inside.sum())
    assert kept > 100


@few
@given(st.sampled_from(ALL), st.floats(-60.0, 60.0), st.floats(-45.0, 45.0), st.data())
def test_the_distance_follows_turn_and_story_without_a_jump(layer, yaw, pitch, data):
    resolved = staged(*layer)
    time = data.draw(times(resolved.stage.storyboard))
    one, other = Offset(yaw, pitch), Offset(yaw + 0.2, pitch + 0.2)
    sight = seen(resolved, PLAIN, time)
    first, second = (sight.turned(each).distance for each in (one, other))
    assert first >= sight.camera.distance
    assert first / second == pytest.approx(1.0, abs=0.03)
    share = sight.turned(Offset(yaw / 500, pitch / 500)).distance / sight.camera.distance
    assert share == pytest.approx(1.0, abs=0.02)  # it begins with the turn


@pytest.mark.parametrize("zoom", [2.0, 0.7])
@pytest.mark.parametrize("document", ["seed-bottleneck", "five-filters"])
def test_who_zoomed_keeps_the_size_while_turning(document, zoom):
    resolved = opened(document)
    view = after(resolved, PLAIN, Zoom(zoom, SIZE[0] / 2, SIZE[1] / 2))
    start = view.offset.zoom

    def large(view):
        camera = camera_of(resolved, view)
        return 1.0 / (math.tan(math.radians(camera.field) / 2.0) * camera.distance)

    turned = after(resolved, view, Orbit(25.0, 15.0), Orbit(15.0, 20.0))
    assert camera_of(resolved, turned).distance > 1.2 * camera_of(resolved, view).distance
    assert large(turned) == pytest.approx(large(view), rel=1e-3)
    back = after(resolved, turned, Orbit(-40.0, -35.0))
    assert back.offset.zoom == pytest.approx(start)


# ---- pan and zoom ----------------------------------------------------------------------------
@few
@given(st.floats(-150.0, 150.0), st.floats(-80.0, 80.0))
def test_pan_moves_the_picture_by_pixels(dx, dy):
    resolved = opened("five-filters")
    camera = camera_of(resolved, PLAIN)
    moved = camera_of(resolved, after(resolved, PLAIN, Pan(dx, dy)))
    points = content(resolved.stage.model.layout)
    shift = (project(moved, *SIZE, points) - project(camera, *SIZE, points))[:, :2]
    assert shift == pytest.approx(np.tile((dx, dy), (len(points), 1)), abs=2e-3)


@few
@given(st.floats(0.6, 1.4), st.floats(200.0, 700.0), st.floats(100.0, 350.0))
def test_zoom_keeps_the_point_under_the_pointer(factor, x, y):
    resolved = opened("five-filters")
    camera = camera_of(resolved, PLAIN)
    nearer = camera_of(resolved, after(resolved, PLAIN, Zoom(factor, x, y)))
    points = content(resolved.stage.model.layout)
    before, now = (project(each, *SIZE, points)[:, :2] for each in (camera, nearer))
    assert now - (x, y) == pytest.approx((before - (x, y)) * factor, abs=1e-3)


@few
@given(st.floats(1.01, 1.4), st.floats(200.0, 700.0), st.floats(100.0, 350.0))
def test_zooming_back_is_the_storys_view_again(factor, x, y):
    resolved = opened("five-filters")
    there = after(resolved, PLAIN, Zoom(factor, x, y))
    assert there.own
    assert not after(resolved, there, Zoom(1.0 / factor, x, y)).own


@pytest.mark.parametrize("factor", [1e-9, 1e9])
def test_zoom_has_an_end_where_the_next_notch_does_nothing(factor):
    resolved = opened("five-filters")
    view = after(resolved, PLAIN, *[Zoom(factor, 300.0, 200.0)] * 3)
    again = after(resolved, view, Zoom(factor, 300.0, 200.0))
    assert ZOOMS[0] <= view.offset.zoom <= ZOOMS[1]
    assert again.offset.zoom == pytest.approx(view.offset.zoom, rel=1e-3)
    assert again.offset.right == pytest.approx(view.offset.right, abs=2e-3)


def test_along_a_limit_the_picture_still_slides():
    resolved = opened("seed-bottleneck")
    edge = after(resolved, PLAIN, Pan(5000.0, 0.0))
    slid = after(resolved, edge, Pan(50.0, 20.0))
    assert slid.offset.right == pytest.approx(edge.offset.right, abs=1e-3)
    assert slid.offset.down == pytest.approx(20.0 / SIZE[1])


def test_another_size_keeps_what_was_chosen():
    resolved = opened("seed-bottleneck")
    view = after(resolved, PLAIN, Pan(96.0, 46.0))
    assert camera_of(resolved, view, size=(1920.0, 920.0)).shift == pytest.approx((0.1, 0.1))


# ---- named views -----------------------------------------------------------------------------
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layer", ALL, ids=str)
def test_named_views_show_all_three_things(layer, size):
    """The side view showed two, the others hid behind the output."""
    resolved = staged(*layer)
    points = content(resolved.stage.model.layout)
    for name in ("front", "top", "side"):
        camera = camera_of(resolved, replace(PLAIN, named=name), size=size)
        shot = project(camera, *size, points)
        assert (shot[:, :2] >= 0.0).all() and (shot[:, :2] <= np.array(size)).all(), name
        assert unhidden(camera, points, *size) > 0.4, name


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("name", ["front", "top", "side"])
def test_named_views_look_along_an_axis(name, flat):
    view = replace(PLAIN, orthographic=flat, named=name)
    camera = camera_of(opened("five-filters"), view)
    along = {"front": (0, 0, 1), "top": (0, 1, 0), "side": (-1, 0, 0)}[name]
    assert int(np.argmax(np.abs(axes(camera)[2]))) == int(np.argmax(np.abs(along)))
    assert axes(camera)[2] @ along > 0.6
    assert camera.orthographic is flat


@pytest.mark.parametrize("name", ["front", "top", "side"])
def test_an_orbit_from_a_named_view_goes_on_from_there(name):
    resolved = opened("seed-bottleneck")
    view = after(resolved, PLAIN, Orbit(30.0, 9.0), SetView(name))
    assert (view.named, view.offset) == (name, NO_OFFSET)
    there = camera_of(resolved, view)
    turned = camera_of(resolved, after(resolved, view, Orbit(-4.0, 3.0)))
    assert (turned.yaw, turned.pitch) == (there.yaw - 4.0, there.pitch + 3.0)
    assert turned.target == there.target


@pytest.mark.parametrize("name", ["front", "top", "side"])
def test_the_story_is_followed_in_a_named_view(name):
    resolved, view = opened("seed-bottleneck"), replace(PLAIN, named=name)
    story = resolved.stage.storyboard
    place = camera_of(resolved, view, story.first_of(Phase.CHANNELS).start)
    own = camera_of(resolved, PLAIN, story.first_of(Phase.CHANNELS).start)
    assert math.dist(place.target, own.target) < 0.3 * own.distance  # at the rows
    assert camera_of(resolved, view, story.duration) == camera_of(resolved, view)


# ---- options ---------------------------------------------------------------------------------
@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("named", ["", "front", "top", "side"])
def test_parallel_or_perspective_the_framing_is_kept(document, named):
    resolved = opened(document)
    view = after(resolved, replace(PLAIN, named=named), Orbit(8.0, 5.0), Zoom(1.2, 300.0, 200.0))
    flat = after(resolved, view, SetOption("orthographic", True))
    assert flat == replace(view, orthographic=True)
    points = content(resolved.stage.model.layout)
    spans = []
    for each in (view, flat):
        shot = project(camera_of(resolved, each), *SIZE, points)[:, :2]
        spans.append((shot.min(axis=0), shot.max(axis=0)))
    assert np.abs(np.subtract(*spans)).max() < 0.16 * SIZE[0]
    one, other = (camera_of(resolved, each) for each in (view, flat))
    assert (one.yaw, one.pitch) == (other.yaw, other.pitch)
    assert after(resolved, flat, SetOption("orthographic", False)) == view


@pytest.mark.parametrize(
    "intent", [SetOption("glass", False), SetOption("apart", 0.5), SetOption("cut_row", 4)]
)
def test_options_leave_the_offset_alone(intent):
    view = replace(PLAIN, offset=Offset(yaw=20.0), named="top")
    now = after(opened("five-filters"), view, intent)
    assert now == replace(view, **{intent.name: intent.value})


def test_reset_keeps_nothing_but_the_glass():
    view = ViewOptions(
        orthographic=True, glass=False, apart=0.5, cut_row=3, cut_column=2, cut_channel=1,
        named="side", offset=Offset(5.0, 5.0, 0.1, 0.1, 1.2),
    )  # fmt: skip
    assert after(opened("seed-bottleneck"), view, SetView("reset")) == ViewOptions(glass=False)


def test_an_offset_can_be_set_and_a_silly_one_does_no_harm():
    resolved = opened("seed-bottleneck")
    wanted = Offset(12.0, -3.0, 0.05, -0.02, 1.3)
    assert after(resolved, PLAIN, Orbit(9.0, 9.0), SetOffset(wanted)).offset == wanted
    for silly in (Offset(yaw=math.nan), Offset(zoom=0.0), Offset(zoom=math.inf)):
        view = after(resolved, PLAIN, SetOffset(silly))
        sight = seen(resolved, view)
        assert in_view(sight.seen(view.offset), sight.boxes, SIZE) >= 0.25


@pytest.mark.parametrize("intent", [Orbit(5.0, 5.0), Pan(3.0, 3.0), Zoom(2.0, 1.0, 1.0)])
def test_a_move_is_an_offset_that_can_be_set_anywhere(intent):
    """The same offset in a second viewport shows the same, whatever pixels meant in the first."""
    resolved = opened("seed-bottleneck")
    moved = aimed(PLAIN, intent, seen(resolved, PLAIN))
    assert isinstance(moved, SetOffset) and moved.offset != NO_OFFSET
    assert look(PLAIN, moved).offset == moved.offset
    assert look(look(PLAIN, moved), moved) == look(PLAIN, moved)  # outright, not one more step


# ---- reduced motion --------------------------------------------------------------------------
@settings(max_examples=60)
@given(st.sampled_from(ALL), st.booleans(), st.data())
def test_with_reduced_motion_nothing_flies(layer, playing, data):
    """Within a beat the camera and the rows stand still, but for one cut."""
    resolved = staged(*layer)
    calm = replace(resolved, settings=replace(resolved.settings, reduced_motion=True))
    story = resolved.stage.storyboard
    beat = data.draw(
        st.sampled_from([b for b in story.beats if b.phase in (Phase.LIFT, Phase.LAND)])
    )
    cameras, places = set(), set()
    for share in np.linspace(0.0, 1.0, 24, endpoint=False)[1:]:
        time = beat.start + beat.duration * float(share)
        scene = frame(calm, Playback(time, playing), viewport())
        cameras.add(scene.camera)
        places.add(tuple((b.id, b.low.tobytes(), b.size.tobytes()) for b in scene.boxes))
    assert len(cameras) <= 2 and len(places) <= 2


@pytest.mark.parametrize("layer", ALL, ids=str)
def test_with_reduced_motion_every_step_rests_in_the_same_picture(layer):
    from .test_frame import same

    resolved = staged(*layer)
    calm = replace(resolved, settings=replace(resolved.settings, reduced_motion=True))
    for beat in resolved.stage.storyboard.beats[:16]:
        for time in (beat.start, beat.end):
            a, b = (frame(each, Playback(time), viewport()) for each in (resolved, calm))
            assert same(a, b)


@few
@given(st.sampled_from(ALL), st.data())
def test_with_reduced_motion_what_is_computed_when_is_the_same(layer, data):
    stage = staged(*layer).stage
    time = data.draw(times(stage.storyboard))
    one, calm = (moment_of(stage, Playback(time, True), still) for still in (False, True))
    assume(one.beat.phase not in (Phase.LIFT, Phase.LAND, Phase.JOIN))
    assert replace(calm, fold=one.fold, grid=one.grid) == one
