"""Picking: the centre of a cell's face, projected to the screen, picks that cell again."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.scene.camera import Camera, eye, project, ray
from convviz.scene.order import Face, faces_towards
from convviz.scene.picking import Hit, pick
from convviz.scene.primitives import Boxes, Colours, Scene

WIDTH, HEIGHT = 900.0, 620.0


def boxes(name="volume", low=(0, 0, 0), size=(7, 5, 12), first=(0, 0, 0), opacity=1.0, **rest):
    """One box that cuts cells `first`.. out of an array of 30 × 20 × 10 (C, H, W)."""
    count = rest.pop("count", size)
    return Boxes(
        id=name,
        low=np.array([low], dtype=np.float32),
        size=np.array([size], dtype=np.float32),
        first=np.array([first], dtype=np.int32),
        count=np.array([count], dtype=np.int32),
        offset=np.array([rest.pop("offset", 0)], dtype=np.int32),
        stride=(1, 10, 200),
        values=np.arange(6000, dtype=np.float32),
        colours=Colours.ACTIVATION,
        high=6000.0,
        tone=np.ones(1, dtype=np.float32),
        opacity=np.array([opacity], dtype=np.float32),
    )


def scene(*records, camera=None):
    return Scene(
        camera=camera or Camera(target=(3.5, 2.5, 6.0), distance=40.0, field=30.0),
        width=WIDTH,
        height=HEIGHT,
        theme="dark",
        boxes=records,
    )


cameras = st.builds(
    Camera,
    target=st.just((3.5, 2.5, 6.0)),
    yaw=st.floats(-170, 170),
    pitch=st.floats(-80, 80),
    distance=st.floats(30, 120),
    field=st.floats(15, 50),
    orthographic=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(
    cameras, st.sampled_from(list(Face)), st.integers(0, 6), st.integers(0, 4), st.integers(0, 11)
)
def test_the_projected_centre_of_a_cell_face_picks_that_cell(camera, face, x, y, z):
    record = boxes(first=(2, 3, 5), offset=17)
    shown = faces_towards(camera, record.low, record.size)[0]
    assume(bool(shown[face]))
    local = np.array([x, y, z])
    local[face.axis] = record.count[0, face.axis] - 1 if face.high else 0
    centre = record.low[0] + local + 0.5
    centre[face.axis] += 0.5 if face.high else -0.5
    sx, sy, _ = project(camera, WIDTH, HEIGHT, centre[None])[0]
    normal = np.zeros(3)
    normal[face.axis] = 1.0
    slope = abs(normal @ ray(camera, WIDTH, HEIGHT, sx, sy)[1])
    assume(slope > 0.02)
    hit = pick(scene(record, camera=camera), sx, sy)
    assert hit is not None
    cell = local + np.array([2, 3, 5])
    assert hit.cell == tuple(cell.tolist())
    assert hit.index == 17 + cell[0] + 10 * cell[1] + 200 * cell[2]
    assert hit.face is face and hit.boxes_id == "volume" and hit.box == 0
    assert np.allclose(hit.point, centre, atol=1e-3 / slope)
    if not camera.orthographic:
        assert abs(hit.distance - np.linalg.norm(centre - eye(camera))) < 1e-3 / slope


def middle(*records, **options) -> Hit | None:
    return pick(scene(*records), WIDTH / 2, HEIGHT / 2, **options)


def test_the_nearest_box_wins_whatever_the_order_of_records():
    near, far = boxes("near", low=(0, 0, 0)), boxes("far", low=(-20, -20, 20), size=(60, 60, 5))
    assert middle(near, far).boxes_id == "near"
    assert middle(far, near).boxes_id == "near"


def test_glass_and_ignored_boxes_are_looked_through():
    far = boxes("far", low=(-20, -20, 20), size=(60, 60, 5))
    assert middle(boxes("glass", opacity=0.3), far).boxes_id == "far"
    assert middle(boxes("frosted", opacity=0.6), far).boxes_id == "frosted"
    assert middle(boxes("near"), far, ignore={"near"}).boxes_id == "far"
    assert middle(boxes("near"), ignore=("near",)) is None


def test_beside_every_box_nothing_is_picked():
    assert pick(scene(boxes()), 2.0, 2.0) is None
    assert pick(scene(), 100.0, 100.0) is None


def test_a_box_around_or_behind_the_eye_is_not_picked():
    around = boxes("around", low=(-500, -500, -500), size=(1000, 1000, 1000))
    behind = boxes("behind", low=(-50, -50, -200), size=(100, 100, 10))
    assert middle(around, behind) is None


def test_one_of_many_boxes_of_a_record():
    n = 400
    column = np.arange(n) % 20
    row = np.arange(n) // 20
    low = np.stack([column * 2.0, row * 2.0, np.zeros(n)], axis=1).astype(np.float32)
    record = Boxes(
        id="bank",
        low=low,
        size=np.ones((n, 3), dtype=np.float32),
        first=np.zeros((n, 3), dtype=np.int32),
        count=np.ones((n, 3), dtype=np.int32),
        offset=np.arange(n, dtype=np.int32) * 3,
        stride=(1, 1, 1),
        values=np.zeros(1200, dtype=np.float32),
        colours=Colours.DIVERGING,
        high=1.0,
        tone=np.ones(n, dtype=np.float32),
        opacity=np.ones(n, dtype=np.float32),
    )
    camera = Camera(target=(20, 20, 0), distance=150.0)
    for index in (0, 137, 399):
        x, y, _ = project(camera, WIDTH, HEIGHT, (low[index] + [0.5, 0.5, 0.0])[None])[0]
        hit = pick(scene(record, camera=camera), x, y)
        assert hit.box == index and hit.index == 3 * index and hit.face is Face.FRONT


def test_fewer_cells_than_units_are_found_by_share():
    record = boxes(size=(8, 4, 12), count=(2, 2, 12))
    camera = Camera(target=(4, 2, 6), yaw=0, pitch=0, distance=40, field=30)
    x, y, _ = project(camera, WIDTH, HEIGHT, np.array([[6.0, 1.0, 0.0]]))[0]
    assert pick(scene(record, camera=camera), x, y).cell == (1, 0, 0)
