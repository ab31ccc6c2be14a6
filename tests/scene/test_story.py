"""What the story shows is what the layer computes, cell by cell, at every moment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.layers import Conv2d
from convviz.model.values import Values
from convviz.scene.animation import animation_at
from convviz.scene.primitives import Colours
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state.view import ViewOptions

from .staged import (
    DOCUMENT_IDS,
    cells,
    indices,
    known,
    network_of,
    of_network,
    opened,
    record_of,
    shown,
    stages,
    times,
)

few = settings(max_examples=25)


def pictured(stage, time, cuts=None):
    """Boxes and moment of a stage at a story time."""
    now = animation_at(stage.storyboard, time)
    return boxes_of(stage.model, now, cuts or Cuts()), now


def active_index(stage):
    """Index in the flat output of the active cell."""
    chosen, (_, height, width) = stage.selection, stage.output_shape
    return (chosen.filter * height + chosen.row) * width + chosen.column


@few
@given(stages())
def test_the_landed_value_is_the_layers_output_cell(resolved):
    stage = resolved.stage
    chosen, index = stage.selection, active_index(stage)
    boxes, _ = pictured(stage, stage.storyboard.cell_end)
    output = record_of(boxes, "output")
    assert known(output, stage.outputs.size)[index]
    landed = output.values[index]
    assert landed.tobytes() == stage.outputs[chosen.filter, chosen.row, chosen.column].tobytes()
    assert landed == np.float32(stage.record.after)
    assert record_of(boxes, "bench-sum") is None


@few
@given(stages())
def test_the_cell_is_blank_until_its_value_lands(resolved):
    stage = resolved.stage
    story, index = stage.storyboard, active_index(stage)
    for beat in story.beats:
        if beat.phase in (Phase.MAP, Phase.FILTER):
            break
        for share in (0.3, 0.6):
            time = beat.start + beat.duration * share
            output = record_of(pictured(stage, time)[0], "output")
            assert not known(output, stage.outputs.size)[index] or beat.phase is Phase.LAND
            assert output.blank == 1.0 or beat.phase is Phase.LIFT


@few
@given(stages())
def test_the_running_sum_is_the_records(resolved):
    stage = resolved.stage
    story, record = stage.storyboard, stage.record

    def sum_at(time):
        box = record_of(pictured(stage, time)[0], "bench-sum")
        return None if box is None else cells(box).item()

    for channel in range(1, story.channels):
        assert sum_at(story.channel_time(channel)) == np.float32(record.running[channel - 1])
    assert sum_at(story.channel_time(0)) is None  # an empty sum is not a number yet
    bias, activation = story.first_of(Phase.BIAS), story.first_of(Phase.ACTIVATION)
    if bias is not None:
        assert sum_at(bias.start) == np.float32(record.running[-1])
        assert sum_at(bias.end - 1e-6) == np.float32(record.before)
    if activation is not None:
        assert sum_at(activation.start) == np.float32(record.before)
        assert sum_at(activation.end - 1e-6) == np.float32(record.after)
    landing = story.first_of(Phase.LAND)
    for share in (0.0, 0.3, 0.6):
        chosen = stage.selection
        landing_sum = sum_at(landing.start + landing.duration * share)
        assert landing_sum == stage.outputs[chosen.filter, chosen.row, chosen.column]


@few
@given(stages(), st.data())
def test_exactly_the_cells_computed_so_far_are_shown(resolved, data):
    stage = resolved.stage
    story = stage.storyboard
    time = data.draw(times(story))
    boxes, now = pictured(stage, time)
    size, positions = stage.outputs.size, story.positions
    expected = np.arange(size) < story.filter * positions
    for beat in story.beats:
        if beat.phase in (Phase.MAP, Phase.FILTER):
            ends = beat.start + beat.duration * (np.arange(positions) + 1) / positions
            first = beat.first * positions
            expected[first : first + positions] |= time >= ends - 1e-7
    if now.landed >= 1.0:
        expected[active_index(stage)] = True
    if time == 0.0 or expected.sum() >= size:
        expected[:] = True
    output = record_of(boxes, "output")
    assert np.array_equal(known(output, size), expected)
    copy = record_of(boxes, "map-copy")
    if copy is not None:
        mapped = now.beat.phase in (Phase.MAP, Phase.FILTER, Phase.LAND)
        assert mapped or (not now.started and now.filter > 0)
        assert np.array_equal(known(copy, size), expected)
        assert np.array_equal(cells(copy)[0], stage.outputs[now.filter])


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_at_rest_and_at_the_end_everything_is_shown(document_id):
    stage = opened(document_id).stage
    for time in (0.0, stage.storyboard.duration):
        boxes, _ = pictured(stage, time)
        for record in boxes:
            if record.values is not None:
                assert known(record, record.values.size).all(), record.id


def test_a_pixel_of_the_output_picture_is_known_with_its_last_channel():
    stage = opened("colour-mixing-sepia").stage
    story, positions = stage.storyboard, stage.storyboard.positions
    for beat in story.beats:
        for share in (0.25, 0.75):
            time = beat.start + beat.duration * share
            boxes, now = pictured(stage, time)
            plate = record_of(boxes, "output-picture")
            pixels = known(plate, positions)
            done = now.filled - 2 * positions
            assert np.array_equal(pixels, np.arange(positions) < done)


def frontmost(boxes):
    """Id of the opaque record that stands nearest before the output, or is the output itself."""
    output = record_of(boxes, "output")
    left, right = output.low[:, 0].min(), (output.low + output.size)[:, 0].max()
    return min(
        (float(low[2]), record.id)
        for record in boxes
        for low, size, opacity in zip(record.low, record.size, record.opacity, strict=True)
        if low[0] < right and low[0] + size[0] > left and opacity > 0.5
    )[1]


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_the_map_that_fills_is_seen_in_front(document_id):
    stage = opened(document_id).stage
    for beat in stage.storyboard.beats:
        if beat.phase in (Phase.MAP, Phase.FILTER):
            boxes, now = pictured(stage, beat.start + beat.duration * 0.5)
            assert frontmost(boxes) == "map-copy" or (
                now.filter == 0 and frontmost(boxes) == "output"
            )


@few
@given(stages(), st.data())
def test_boxes_show_what_they_are_named_for(resolved, data):
    stage = resolved.stage
    record = stage.record
    depth = stage.storyboard.channels
    boxes, now = pictured(stage, data.draw(times(stage.storyboard)))
    channel = min(int(now.summed), depth - 1)
    sources = {
        "bench-column": record.inputs,
        "bench-filter": record.weights,
        "bench-results": record.channel_sums[:, None, None],
        "grid-input": record.inputs[:1].reshape(-1, 1, 1, 1),
        "grid-weights": record.weights[:1].reshape(-1, 1, 1, 1),
        "grid-products": record.products[:1].reshape(-1, 1, 1, 1),
        "card-input": record.inputs[channel : channel + 1],
        "card-kernel": record.weights[channel : channel + 1],
        "card-product": record.products[channel : channel + 1],
        "card-result": record.channel_sums[channel : channel + 1, None, None],
        "bench-bias": np.full((1, 1, 1), record.bias),
    }
    for boxed in boxes:
        source = sources.get(boxed.id)
        if source is None:
            continue
        for box in range(len(boxed.low)):
            first, count = int(boxed.first[box][2]), int(boxed.count[box][2])
            if boxed.id == "bench-column":  # counted from the volume's first channel
                first -= stage.model.cell.first_channel
            elif boxed.id.startswith("card-"):
                first = 0
            elif boxed.id.startswith("grid-"):  # a box a cell
                assert np.array_equal(cells(boxed, box), source[box].astype(np.float32))
                continue
            expected = source[first : first + count].astype(np.float32)
            assert np.array_equal(cells(boxed, box), expected), boxed.id


@few
@given(stages(most_filters=80), st.data())
def test_volumes_and_filters_show_their_own_cells(resolved, data):
    stage = resolved.stage
    boxes, now = pictured(stage, data.draw(times(stage.storyboard)))
    output = record_of(boxes, "output")
    assert np.array_equal(cells(output), stage.outputs)
    filters = record_of(boxes, "filters")
    lifted = now.rise > 0.0 and now.started
    drawn = [
        k
        for k in range(len(stage.model.layout.filter_low))
        if not (lifted and k == stage.selection.filter)
    ]
    assert len(filters.low) == len(drawn)
    for box, k in enumerate(drawn):
        assert np.array_equal(cells(filters, box), stage.weights[k])
        assert np.array_equal(filters.low[box], stage.model.layout.filter_low[k])


@few
@given(
    stages(),
    st.builds(
        Cuts,
        *[st.one_of(st.none(), st.integers(-3, 30)) for _ in range(3)],
        st.booleans(),
    ),
    st.sampled_from((0.0, 0.4, 1.0)),
    st.data(),
)
def test_cutting_and_pulling_apart_loses_no_cell_and_doubles_none(resolved, cuts, apart, data):
    apart_now = shown(resolved.document, resolved.stage.selection, ViewOptions(apart=apart))
    stage = apart_now.stage
    boxes, _ = pictured(stage, data.draw(times(stage.storyboard)), cuts)
    for name, values in (("input", stage.inputs), ("output", stage.outputs)):
        record = record_of(boxes, name)
        told = np.concatenate([indices(record, box).ravel() for box in range(len(record.low))])
        assert np.array_equal(np.sort(told), np.arange(values.size))


@few
@given(stages(), st.data())
def test_at_most_the_running_channel_is_out_of_its_row(resolved, data):
    stage = resolved.stage
    depth = stage.storyboard.channels
    boxes, now = pictured(stage, data.draw(times(stage.storyboard)))
    for name in ("bench-column", "bench-filter"):
        row = record_of(boxes, name)
        if row is None:
            continue
        begun = stage.model.cell.first_channel if name == "bench-column" else 0
        there = [
            channel
            for first, count in zip(row.first[:, 2] - begun, row.count[:, 2], strict=True)
            for channel in range(first, first + count)
        ]
        out = sorted(set(range(depth)) - set(there))
        assert len(there) == len(set(there))
        assert out in ([], [min(int(now.summed), depth - 1)])
        told = stage.storyboard.first_of(Phase.PRODUCTS) is not None
        if told and now.beat.phase in (Phase.PRODUCTS, Phase.CHANNEL) and now.beat.first == 0:
            carded = [record.id for record in boxes if record.id == "grid-input"]
        else:
            carded = [record.id for record in boxes if record.id.startswith("card-")]
        assert bool(out) == bool(carded)


def test_an_unvalued_stage_is_drawn_in_full_without_values():
    document = of_network(network_of(Conv2d(4, (3, 3), padding="same"), (6, 9, 9)))
    stage = shown(document, values=Values()).stage
    assert stage.record is None
    boxes, _ = pictured(stage, 0.0)
    assert {"input", "filters", "output", "padding"} <= {record.id for record in boxes}
    for record in boxes:
        assert record.values is None
        assert record.colours in (Colours.EMPTY, Colours.PADDING)
    for beat in stage.storyboard.beats:
        pictured(stage, beat.start + beat.duration * 0.6)
