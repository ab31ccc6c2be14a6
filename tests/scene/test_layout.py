"""Where things stand: one depth scale, nothing inside another, nothing left out unsaid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.model.layers import Conv2d
from convviz.scene.animation import animation_at
from convviz.scene.labels import silhouettes
from convviz.scene.layout import FILTERS_DRAWN, Plan, content, lay_out
from convviz.scene.outlines import lines_of, receptive_box
from convviz.scene.shots import view_camera
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state.view import ViewOptions

from .polygons import area, shared_area
from .staged import (
    DOCUMENT_IDS,
    VIEWPORTS,
    network_of,
    of_network,
    opened,
    record_of,
    shown,
    stages,
    times,
)

few = settings(max_examples=25)
BENCH = ("bench-", "card-", "grid-")


@st.composite
def plans(draw):
    """The numbers of any stage, possible or not."""
    filters = draw(st.one_of(st.integers(1, 12), st.integers(13, 600)))

    def side():
        return draw(st.one_of(st.integers(1, 12), st.integers(13, 300)))

    channels = draw(st.one_of(st.integers(1, 8), st.integers(9, 2048)))
    return Plan(
        input=(channels, side(), side()),
        output=(filters, side(), side()),
        kernel=(draw(st.integers(1, 11)), draw(st.integers(1, 11))),
        depth=channels,
        filters=filters,
        padding=tuple(draw(st.integers(0, 5)) for _ in range(4)),
    )


@few
@given(plans(), st.sampled_from((0.0, 0.3, 1.0)))
def test_input_bank_and_output_stand_side_by_side(plan, apart):
    layout = lay_out(plan, apart)
    end_of_input = plan.input[2] + plan.padding[3]
    bank_end = layout.filter_low[:, 0].max() + layout.filter_size[0]
    assert end_of_input < layout.filter_low[:, 0].min()
    assert bank_end < layout.output_low[0]


@few
@given(plans())
def test_filters_do_not_touch_and_those_left_out_are_counted(plan):
    layout = lay_out(plan)
    assert len(layout.filter_low) + layout.left_out == plan.filters
    assert len(layout.filter_low) == min(plan.filters, FILTERS_DRAWN)
    assert layout.enlarged == int(layout.enlarged) >= 1
    low = layout.filter_low.astype(float)
    away = np.abs(low[:, None] - low[None])[..., :2] - layout.filter_size[:2]
    clear = away.max(axis=2)
    np.fill_diagonal(clear, 1.0)
    assert clear.min() > 0.5


@few
@given(plans(), st.sampled_from((0.0, 0.3, 1.0)))
def test_slabs_take_every_channel_once_and_open_towards_the_back(plan, apart):
    layout = lay_out(plan, apart)
    for slabs, channels, size in (
        (layout.input_slabs, plan.input[0], layout.input_size),
        (layout.filter_slabs, plan.depth, layout.filter_size),
        (layout.output_slabs, plan.output[0], layout.output_size),
    ):
        assert [c for s in slabs for c in range(s.first, s.stop)] == list(range(channels))
        shifts = [slab.shift[2] for slab in slabs]
        assert shifts == sorted(shifts) and shifts[0] == 0.0
        assert size[2] == pytest.approx(channels * layout.unit + shifts[-1])


@few
@given(stages(most_filters=80), st.data())
def test_one_depth_scale_for_everything_on_stage(resolved, data):
    model = resolved.stage.model
    time = data.draw(times(resolved.stage.storyboard))
    for record in boxes_of(model, animation_at(resolved.stage.storyboard, time), Cuts()):
        if record.id.startswith(BENCH) or not len(record.low):
            continue  # the bench has a depth of its own, which its label states
        units = record.size[:, 2] / record.count[:, 2]
        assert units == pytest.approx(model.layout.unit, rel=1e-4), record.id


@few
@given(stages(most_filters=80), st.data())
def test_a_filter_is_as_deep_as_the_channels_it_reads_and_cells_are_square(resolved, data):
    stage = resolved.stage
    layout = stage.model.layout
    now = animation_at(stage.storyboard, data.draw(times(stage.storyboard)))
    boxes = boxes_of(stage.model, now, Cuts())
    filters = record_of(boxes, "filters")
    read = stage.input_shape.channels // stage.layer.groups
    rows = [record_of(boxes, name) for name in ("bench-column", "bench-filter")]
    if all(rows) and now.spread == 1.0:  # whatever their depth, they are seen to be one length
        column, filter_ = rows
        assert np.array_equal(column.low[:, 2], filter_.low[:, 2])
        assert np.array_equal(column.size[:, 2], filter_.size[:, 2])
        alone = column.count[:, 2] == 1
        if now.fold == 0.0 and alone.any():  # opened out, cells are cubes (one may be on its way)
            cells = column.size / column.count
            assert np.allclose(cells[alone][:-1], cells[0, 0])
            assert (cells[~alone, 2] <= cells[0, 0] * (1 + 1e-4)).all()  # the others are folded
    assert np.allclose(filters.size[:, 2], read * layout.unit)
    assert np.allclose(filters.size[:, :2] / filters.count[:, :2], layout.enlarged)
    for name in ("input", "output", "padding"):
        record = record_of(boxes, name)
        if record is not None:
            assert np.allclose(record.size[:, :2], record.count[:, :2])
    output = record_of(boxes, "output")
    assert output.size[:, 2].sum() == pytest.approx(stage.layer.filters * layout.unit)


@few
@given(stages(most_filters=80), st.sampled_from((0.0, 0.5, 1.0)))
def test_the_resting_camera_frames_all_that_rests_on_stage(resolved, apart):
    stage = shown(resolved.document, view=ViewOptions(apart=apart)).stage
    framed = content(stage.model.layout)
    for record in boxes_of(stage.model, animation_at(stage.storyboard, 0.0), Cuts()):
        assert (record.low >= framed.min(axis=0) - 1e-3).all(), record.id
        assert (record.low + record.size <= framed.max(axis=0) + 1e-3).all(), record.id


def hidden_share(stage, width, height):
    """Largest share of a volume's or the bank's silhouette that lies over another's."""
    camera = view_camera(stage.model.layout, "reset", width, height, False)
    boxes = boxes_of(stage.model, animation_at(stage.storyboard, 0.0), Cuts())
    hulls = silhouettes(boxes, camera, width, height)
    pairs = (("input", "filters"), ("filters", "output"), ("input", "output"))
    return max(
        shared_area(hulls[a], hulls[b]) / min(area(hulls[a]), area(hulls[b])) for a, b in pairs
    )


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_in_the_resting_view_no_volume_hides_another(document_id, viewport):
    assert hidden_share(opened(document_id).stage, *viewport) < 0.05


@settings(max_examples=25)
@given(stages(most_filters=100), st.sampled_from(VIEWPORTS))
def test_in_the_resting_view_of_any_layer_volumes_stand_apart(resolved, viewport):
    assert hidden_share(resolved.stage, *viewport) < 0.2


@few
@given(stages())
def test_the_receptive_box_is_what_the_record_reads(resolved):
    stage = resolved.stage
    model, record, layout = stage.model, stage.record, stage.model.layout
    low, size = receptive_box(model, record.filter, record.row, record.column)
    assert low[0] == layout.input_low[0] + record.columns[0]
    assert low[1] == layout.input_low[1] + record.rows[0]
    assert low[2] == pytest.approx(record.channels.start * layout.unit)
    assert size[0] == record.columns[-1] - record.columns[0] + 1
    assert size[1] == record.rows[-1] - record.rows[0] + 1
    assert size[2] == pytest.approx(
        (record.channels.stop - record.channels.start) * layout.unit, rel=1e-4
    )
    rows, columns = model.reads(record.filter, record.row, record.column)
    assert rows == tuple(record.rows) and columns == tuple(record.columns)
    assert model.first_channel(record.filter) == record.channels.start


@few
@given(stages(), st.data())
def test_outlines_lie_on_what_is_explained(resolved, data):
    stage = resolved.stage
    now = animation_at(stage.storyboard, data.draw(times(stage.storyboard)))
    assume(now.away < 1.0)  # else they have gone with the stage
    drawn = {lines.id: lines for lines in lines_of(stage.model, now)}
    filter, row, column = stage.selection.filter, stage.selection.row, stage.selection.column
    if now.beat.phase in (Phase.MAP, Phase.FILTER):
        filter = now.filter
        row, column = divmod(now.position, stage.output_shape.width)
    low, size = receptive_box(stage.model, filter, row, column)
    assert_around(drawn["field"], low, size)
    layout = stage.model.layout
    assert_around(drawn["filter"], layout.filter_low[filter], layout.filter_size)
    output = record_of(boxes_of(stage.model, now, Cuts()), "output")
    cell = drawn["cell"]
    middle = (cell.start.min(axis=0) + cell.start.max(axis=0)) / 2
    place = output.low[0][:2] + np.array([column + 0.5, row + 0.5])
    assert middle[:2] == pytest.approx(place, abs=1e-3)


def assert_around(lines, low, size):
    """An outline is a little outside of a box, and nowhere far from it."""
    points = np.concatenate([lines.start, lines.end])
    assert (points.min(axis=0) <= low).all() and (points.min(axis=0) >= low - 0.2).all()
    high = low + size
    high[2] -= 0.11  # the far end may stay inside, where it is hidden
    assert (points.max(axis=0) >= high).all() and (points.max(axis=0) <= high + 0.31).all()


def test_the_receptive_box_of_a_padded_corner_lies_on_the_padding():
    layer = Conv2d(2, (3, 3), stride=(2, 2), dilation=(2, 2), padding=(2, 2), groups=2)
    stage = shown(of_network(network_of(layer, (4, 9, 9)))).stage
    low, size = receptive_box(stage.model, 1, 0, 0)
    assert list(low) == [-2.0, -2.0, pytest.approx(2 * stage.model.layout.unit)]
    assert list(size) == [5.0, 5.0, pytest.approx(2 * stage.model.layout.unit)]
