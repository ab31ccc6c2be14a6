"""The first channel of a k × k filter is told product by product, and a step's pair is marked."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.model.layers import Conv2d
from convviz.scene.animation import animation_at
from convviz.scene.camera import fit, nearer, project
from convviz.scene.palette import Role
from convviz.scene.timeline import Phase
from convviz.scene.unrolled_grid import products_made
from convviz.state.frame import frame
from convviz.state.view import Playback, Selection

from .staged import network_of, of_network, opened, record_of, shown, viewport

HALL = (1920.0, 777.0)


def beat_of(resolved, phase, number=0):
    return [b for b in resolved.stage.storyboard.beats if b.phase is phase][number]


def texts(scene):
    return {label.id: "".join(span.text for span in label.spans) for label in scene.labels}


@pytest.mark.parametrize("document_id", ["seed-direct", "five-filters"])
def test_each_product_is_told_with_its_factors_as_it_is_made(document_id):
    resolved = opened(document_id)
    beat, figures = beat_of(resolved, Phase.PRODUCTS), resolved.stage.model.cell.figures
    told = set()
    for share in np.linspace(0.3, 0.85, 120):
        time = beat.start + beat.duration * share
        scene = frame(resolved, Playback(time, True), viewport())
        made = products_made(resolved.stage.model, animation_at(resolved.stage.storyboard, time))
        record = record_of(scene.boxes, "grid-products")
        assert (0 if record is None else len(record.low)) == made
        if made and share < 0.85:
            row, column = divmod(made - 1, 5)
            label = texts(scene)["product"]
            for number in (figures.input, figures.weight):
                value = number(0, row, column)
                shown_value = f"{abs(value.value):.{value.decimals}f}" if value.value else "0"
                assert shown_value in label
            told.add(made)
    assert told == set(range(1, 26))


@pytest.mark.parametrize(("size", "kernel"), [((940.0, 421.0), 5), (HALL, 3), ((697.0, 293.0), 3)])
def test_numbers_stand_under_the_cells_of_small_kernels(size, kernel):
    document = of_network(network_of(Conv2d(2, (kernel, kernel)), (3, 12, 12)))
    resolved = shown(document, Selection(0, 4, 4))
    beat = beat_of(resolved, Phase.PRODUCTS)
    scene = frame(resolved, Playback(beat.end), viewport(*size))
    numbers = [label for label in scene.labels if label.id.startswith(("grid-x", "grid-p"))]
    assert len([each for each in numbers if each.id != "grid-products"]) == 2 * kernel**2
    assert "products, summed" in texts(scene)["product"]


def test_a_single_product_a_channel_has_no_such_beat():
    assert opened("seed-bottleneck").stage.storyboard.first_of(Phase.PRODUCTS) is None


@pytest.mark.parametrize("document_id", ["seed-bottleneck", "seed-direct", "colour-mixing"])
def test_at_rest_after_a_channel_the_pair_and_its_result_are_outlined(document_id):
    resolved = opened(document_id)
    beat = beat_of(resolved, Phase.CHANNEL, 1)
    for playing, there in ((False, True), (True, False)):
        time = beat.end if not playing else beat.end - 0.01
        scene = frame(resolved, Playback(time, playing), viewport())
        pair = [each for each in scene.lines if each.id == "bench-pair"]
        assert bool(pair) is there
        if there:
            assert pair[0].role is Role.ACTIVE and len(pair[0].start) == 3 * 12
            ends = np.concatenate([pair[0].start, pair[0].end])
            shot = project(scene.camera, scene.width, scene.height, ends)[:, :2]
            assert (shot >= 0.0).all() and (shot <= (scene.width, scene.height)).all()
            assert "added" in texts(scene)["sum"]


def test_between_two_cameras_of_one_direction_all_that_both_show_stays_in_the_picture():
    points = np.array([(x, y, z) for x in (0, 40) for y in (0, 30) for z in (0, 60)], dtype=float)
    few = points * 0.2 + 3.0
    start = opened("seed-bottleneck")
    camera = frame(start, Playback(), viewport()).camera
    wide, close = (fit(camera, each, 960.0, 460.0, (20.0,) * 4) for each in (points, few))
    for share in np.linspace(0.0, 1.0, 21):
        x, y, _ = project(nearer(wide, close, float(share)), 960.0, 460.0, few).T
        assert x.min() > 15.0 and x.max() < 945.0 and y.min() > 15.0 and y.max() < 445.0
