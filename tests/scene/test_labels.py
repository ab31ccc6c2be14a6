"""Labels cover no cell and no other label, and none that is needed is missing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.layers import BatchNorm, Conv2d, ReLU
from convviz.model.values import Values
from convviz.scene.animation import animation_at
from convviz.scene.camera import project
from convviz.scene.captions import sizes, wanted_labels
from convviz.scene.labels import CELL, Mask, Wanted, hull, place_labels, silhouettes
from convviz.scene.layout import corners
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_rows import results_done
from convviz.state.frame import frame
from convviz.state.view import Playback

from .label_checks import assert_clear, outside
from .polygons import area, rectangle, shared_area
from .staged import (
    VIEWPORTS,
    measure,
    network_of,
    of_network,
    record_of,
    say,
    shown,
    stages,
    times,
    viewport,
)

few = settings(max_examples=25)


# ---- hulls -----------------------------------------------------------------------------------
points_of = st.lists(
    st.tuples(st.floats(0.0, 1000.0), st.floats(0.0, 600.0)), min_size=3, max_size=120
)


@few
@given(points_of)
def test_a_hull_is_convex_and_holds_its_points(points):
    points = np.array(points)
    found = hull(points)
    if len(found) < 3 or area(found) < 1.0:
        return
    assert outside(found, found) <= 1e-6
    assert outside(found, points) <= 1e-6
    assert {tuple(p) for p in found} <= {tuple(p) for p in points}


@few
@given(stages(most_filters=80), st.sampled_from(VIEWPORTS), st.data())
def test_a_silhouette_holds_every_box_of_its_record(resolved, size, data):
    """Of many boxes to within what the mask adds: only their outermost corners are taken."""
    stage = resolved.stage
    scene = frame(resolved, Playback(data.draw(times(stage.storyboard))), viewport(*size))
    hulls = silhouettes(scene.boxes, scene.camera, *size)
    assert set(hulls) == {record.id for record in scene.boxes if (record.opacity > 0.0).any()}
    for record in scene.boxes:
        if record.id not in hulls:
            continue
        shot = project(scene.camera, *size, corners(record.low, record.size))
        pictured = ((shot[:, :2] >= 0.0) & (shot[:, :2] <= np.array(size))).all(axis=1)
        if (shot[:, 2] > 0.0).all() and pictured.any() and len(hulls[record.id]) > 2:
            assert outside(hulls[record.id], shot[pictured, :2]) <= CELL * 0.75, record.id


# ---- placing ---------------------------------------------------------------------------------
WIDTH, HEIGHT = 800.0, 420.0


@st.composite
def wishes(draw):
    """Labels that want to stand near silhouettes."""
    count = draw(st.integers(1, 12))
    directions = st.sampled_from(((0, -1), (0, 1), (-1, 0), (1, 0), (-0.5, -1), (1, 1)))
    return [
        Wanted(
            f"label-{number}",
            "stage.axis-h",
            {"h": draw(st.sampled_from((1, 28, 120_422_400)))},
            (draw(st.floats(-50.0, WIDTH + 50.0)), draw(st.floats(-50.0, HEIGHT + 50.0))),
            tuple(draw(st.lists(directions, min_size=1, max_size=5))),
            draw(st.sampled_from((12.0, 17.0, 34.0))),
            priority=draw(st.integers(0, 3)),
            must=draw(st.booleans()),
        )
        for number in range(count)
    ]


@st.composite
def shadows(draw):
    """Silhouettes of boxes on the screen."""
    found = []
    for _ in range(draw(st.integers(0, 5))):
        x, y = draw(st.floats(-100.0, WIDTH)), draw(st.floats(-100.0, HEIGHT))
        w, h = draw(st.floats(2.0, 300.0)), draw(st.floats(2.0, 200.0))
        lean = draw(st.floats(-60.0, 60.0))
        found.append(hull(np.array([(x, y), (x + w, y + lean), (x + w, y + h + lean), (x, y + h)])))
    return found


def mask_of(silhouettes_on_screen, width=WIDTH, height=HEIGHT):
    mask = Mask(width, height)
    for polygon in silhouettes_on_screen:
        mask.stamp(polygon)
    return mask


@settings(max_examples=60)
@given(wishes(), shadows())
def test_labels_cover_no_box_no_label_and_no_border(wanted, polygons):
    placed = place_labels(wanted, mask_of(polygons), say, measure)
    assert_clear(placed, [("box", polygon) for polygon in polygons], WIDTH, HEIGHT)
    must = {want.id for want in wanted if want.must}
    assert must <= {label.id for label in placed}
    for label in placed:
        assert label.plate == 0.0 or label.id in must
        want = next(each for each in wanted if each.id == label.id)
        assert label.spans == say(want.key, want.numbers)
        assert (label.points, label.weight) == (want.points, want.weight)
        assert (label.width, label.height) == measure(label.spans, label.points, label.weight)


@few
@given(wishes(), shadows())
def test_the_more_important_label_gets_its_place_first(wanted, polygons):
    """A label is placed as if those of lower rank were not there."""
    important = [replace(want, priority=0, must=False) for want in wanted[:1]]
    rest = [replace(want, priority=want.priority + 1) for want in wanted[1:]]
    alone = place_labels(important, mask_of(polygons), say, measure)
    among = place_labels([*rest, *important], mask_of(polygons), say, measure)
    assert [label for label in among if label.id == important[0].id] == list(alone)


def test_a_label_that_must_be_seen_stands_on_a_plate_when_all_is_taken():
    everywhere = hull(np.array([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], dtype=float))
    wanted = Wanted("left-out", "stage.left-out", {"n": 480}, (400, 200), ((0, 1),), 14.0)
    assert place_labels([wanted], mask_of([everywhere]), say, measure) == ()
    (placed,) = place_labels([replace(wanted, must=True)], mask_of([everywhere]), say, measure)
    assert placed.plate > 0.5
    assert placed.x >= 0 and placed.x + placed.width <= WIDTH


def test_the_first_direction_that_is_free_is_taken():
    square = rectangle(300, 150, 200, 100)
    wanted = Wanted("t", "stage.axis-h", {"h": 8}, (400, 150), ((0, 1), (0, -1)), 14.0)
    (placed,) = place_labels([wanted], mask_of([square]), say, measure)
    assert placed.y + placed.height < 150  # below lies the square


@few
@given(shadows(), st.floats(0, WIDTH - 60), st.floats(0, HEIGHT - 20))
def test_what_the_mask_calls_free_touches_no_silhouette(polygons, x, y):
    if mask_of(polygons).free((x, y, 60.0, 20.0)):
        for polygon in polygons:
            assert shared_area(rectangle(x, y, 60.0, 20.0), polygon) < 1e-6


# ---- what is wanted --------------------------------------------------------------------------
def wanted_at(resolved, time, size=VIEWPORTS[1]):
    scene = frame(resolved, Playback(time), viewport(*size))
    hulls = silhouettes(scene.boxes, scene.camera, *size)
    now = animation_at(resolved.stage.storyboard, time)
    wanted = wanted_labels(resolved.stage.model, now, scene.camera, *size, hulls)
    assert len({want.id for want in wanted}) == len(wanted)
    return {want.id: want for want in wanted}, scene


@few
@given(stages(most_filters=130))
def test_nothing_is_enlarged_left_out_or_padded_without_a_label(resolved):
    wanted, scene = wanted_at(resolved, 0.0)
    layout = resolved.stage.model.layout
    seen = {label.id for label in scene.labels}
    for id, needed in (
        ("enlarged", layout.enlarged != 1),
        ("left-out", layout.left_out > 0),
        ("depth", layout.unit != layout.network_unit),
    ):
        assert (id in wanted) == needed
        assert not needed or id in seen
    if layout.enlarged != 1:
        assert wanted["enlarged"].numbers["factor"] == layout.enlarged
    if layout.left_out:
        assert wanted["left-out"].numbers["n"] == layout.left_out
        drawn = len(record_of(scene.boxes, "filters").low)
        assert drawn + wanted["left-out"].numbers["n"] == resolved.stage.layer.filters
    assert ("padding" in wanted) == any(layout.plan.padding)


@few
@given(stages())
def test_titles_and_dimensions_give_the_layers_numbers(resolved):
    wanted, _ = wanted_at(resolved, 0.0)
    stage = resolved.stage
    c, h, w = stage.input_shape
    k, oh, ow = stage.output_shape
    kh, kw = stage.layer.kernel
    expected = {
        "input": {"c": c, "h": h, "w": w},
        "output": {"c": k, "h": oh, "w": ow},
        "filters": {"n": k, "kh": kh, "kw": kw, "c": c // stage.layer.groups},
        "axis-h": {"h": h},
        "axis-w": {"w": w},
        "axis-cin": {"c": c},
        "axis-cout": {"c": k},
    }
    for id, numbers in expected.items():
        assert numbers.items() <= dict(wanted[id].numbers).items(), id


@few
@given(stages(), st.data())
def test_the_numbers_of_the_sum_are_the_records(resolved, data):
    stage = resolved.stage
    record, chosen = stage.record, stage.selection
    time = data.draw(times(stage.storyboard))
    now = animation_at(stage.storyboard, time)
    wanted, _ = wanted_at(resolved, time)
    done = int(now.summed)
    if "sum" in wanted:
        numbers = wanted["sum"].numbers
        told = numbers["n"]  # in few steps while channels pass quickly
        assert 1 <= told <= done
        assert told == done or (now.playing and now.beat.phase is Phase.CHANNELS)
        figures = stage.figures_of(record)
        assert numbers["sum"] == figures.total(told)
        assert numbers["sum"].value == pytest.approx(record.running[told - 1], abs=1e-2)
        assert numbers["bias"].value == record.bias
        assert numbers["before"].value == record.before
        assert numbers["after"].value == stage.outputs[chosen.filter, chosen.row, chosen.column]
    # Channels are counted within the filter's group, and the label knows which that is.
    if "product" in wanted:
        assert wanted["product"].numbers["group"] == stage.model.group
    if "product" in wanted and wanted["product"].key == "stage.channels":
        numbers = wanted["product"].numbers
        assert now.playing and now.beat.phase is Phase.CHANNELS
        assert numbers["first"] >= now.beat.first + 1
        depth = stage.storyboard.channels
        present = min(done + 1, depth)  # the channel in hand is one of those that are named
        assert numbers["first"] <= present <= numbers["last"] <= depth
        assert numbers["last"] - present < max(-(-(depth - now.beat.first) // 12), 1)
    elif "product" in wanted:
        numbers = wanted["product"].numbers
        channel = numbers["channel"] - 1
        assert channel == min(done, stage.storyboard.channels - 1)
        figures = stage.figures_of(record)
        assert numbers["result"] == figures.result(channel)
        if record.inputs[channel].size == 1:
            assert numbers["x"].value == record.inputs[channel].item()
            assert numbers["w"].value == record.weights[channel].item()
    if "row-results" in wanted:
        told = wanted["row-results"].numbers["n"]
        assert told == results_done(now) or now.beat.phase is Phase.CHANNELS


@few
@given(stages(), st.data())
def test_a_label_names_only_what_is_there(resolved, data):
    time = data.draw(times(resolved.stage.storyboard))
    wanted, scene = wanted_at(resolved, time)
    there = {record.id for record in scene.boxes}
    for label, record in (
        ("row-column", "bench-column"),
        ("row-filter", "bench-filter"),
        ("row-results", "bench-results"),
        ("padding", "padding"),
    ):
        assert label not in wanted or record in there


def test_a_value_that_only_a_relu_makes_is_called_so():
    for after, key in (((ReLU(),), "stage.sum-activation"), ((BatchNorm(),), "stage.sum-other")):
        resolved = shown(of_network(network_of(Conv2d(2, (1, 1)), (3, 4, 4), *after)))
        beat = resolved.stage.storyboard.first_of(Phase.ACTIVATION)
        wanted, _ = wanted_at(resolved, beat.start + 0.5)
        assert wanted["sum"].key == key


def test_a_stage_without_values_says_so():
    resolved = shown(of_network(network_of(Conv2d(2, (1, 1)), (3, 4, 4))), values=Values())
    wanted, scene = wanted_at(resolved, 0.0)
    assert "unvalued" in wanted
    assert "unvalued" in {label.id for label in scene.labels}


@pytest.mark.parametrize("size", [*VIEWPORTS, (300.0, 200.0), (4000.0, 2200.0)])
def test_type_can_be_read_and_titles_are_larger(size):
    title, small = sizes(*size)
    assert 15.0 <= small < title <= 34.0


@few
@given(
    st.lists(st.tuples(st.floats(0, 380), st.floats(0, 280)), min_size=3, max_size=6),
    st.floats(10.0, 300.0),
    st.floats(8.0, 200.0),
)
def test_all_free_places_are_free_and_none_near_is_missed(points, w, h):
    mask = Mask(400.0, 300.0)
    mask.stamp(hull(np.array(points)))
    found = mask.all_free(w, h)
    assert all(mask.free((x, y, w, h)) for x, y in found)
    if not len(found):  # but for a cell of the mask there is no room
        grid = [(x * CELL, y * CELL) for x in range(100) for y in range(75)]
        assert not any(mask.free((x, y, w + 2 * CELL, h + 2 * CELL)) for x, y in grid)


def test_a_label_that_must_be_seen_takes_the_nearest_free_place():
    mask = Mask(400.0, 300.0)
    mask.stamp(np.array([(0, 0), (400, 0), (400, 210), (0, 210)], dtype=float))
    wants = [
        Wanted(str(i), "k", {}, (200.0, 180.0), ((0.0, -1.0),), 15.0, must=True) for i in (1, 2)
    ]
    placed = place_labels(wants, mask, lambda key, numbers: (), lambda *_: (80.0, 20.0))
    assert [label.plate for label in placed] == [0.0, 0.0]
    assert all(label.y >= 210 for label in placed)
    assert not shared_area(
        *(rectangle(label.x, label.y, label.width, label.height) for label in placed)
    )
