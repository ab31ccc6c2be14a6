"""One depth scale: a volume looks the same as one layer's output and as the next one's input."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.app.stage.strip_items import strip_items
from convviz.model.documents import DOCUMENTS
from convviz.model.layers import (
    Conv2d,
    GlobalAveragePool,
    Input,
    Linear,
    MaxPool,
    ReLU,
    Softmax,
    Source,
)
from convviz.model.network import Network, Node
from convviz.model.shape import Shape
from convviz.scene.depth_scale import depth_unit, stage_unit
from convviz.scene.strip import lay_strip
from convviz.state.document import Document, History
from convviz.state.edits import apply_edit, open_document
from convviz.state.frame import frame
from convviz.state.intents import SetField
from convviz.state.resolve import resolve
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

from .staged import measure, speaking, viewport

few = settings(max_examples=25)
ROD = 6  # cells across that a 1×1 volume counts as


def counted(document):
    """The snapshot of a document without its values."""
    return resolve(History(document), None, False, Selection(), ViewOptions(), Settings())


def every_stage(network):
    """The snapshots of a network with each of its layers on stage in turn."""
    found = [counted(Document("drawn", network, node.id)) for node in network.nodes]
    stages = {resolved.stage.node: resolved for resolved in found if resolved.stage}
    return list(stages.values())


def width(shape):
    """The longer side across, (C, H, W)."""
    across = max(shape[1:])
    return ROD if across == 1 else across


def bounds(stage):
    """Depth of a channel from which a stage's volumes are seen, and up to which, in cells."""
    volumes = tuple(stage.input_shape), tuple(stage.output_shape)
    least = max(0.02 * max(shape[1:]) / shape[0] for shape in volumes)
    most = min(4.0 * width(shape) / shape[0] for shape in volumes)
    return least, most


def assert_one_scale(network):
    """Every stage has the network's unit, or departs by the least that is needed and says so."""
    stages = every_stage(network)
    shared = {resolved.common.depth_unit for resolved in stages}
    assert len(shared) <= 1
    for resolved in stages:
        layout, (least, most) = resolved.stage.model.layout, bounds(resolved.stage)
        unit = resolved.common.depth_unit
        assert layout.network_unit == unit
        if least > most:  # a photo beside thousands of single cells
            assert layout.unit == pytest.approx((least * most) ** 0.5)
        elif layout.unit != unit:
            assert unit < least or unit > most
            assert layout.unit == pytest.approx(least if unit < least else most)
        else:
            assert least - 1e-9 <= unit <= most + 1e-9
        labels = {each.id: each for each in frame(resolved, Playback(), viewport()).labels}
        assert ("depth" in labels) == (layout.unit != unit)
        if "depth" in labels:
            text = "".join(span.text for span in labels["depth"].spans)
            times = float(text.split("×")[0].split()[-1].replace(",", ""))
            ratio = layout.unit / unit
            assert ("thicker" in text) == (ratio > 1.0)
            assert times == pytest.approx(max(ratio, 1.0 / ratio), rel=0.051)


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_stage_of_a_document_and_its_strip_have_one_depth_scale(document_id):
    document = open_document(document_id)
    assert_one_scale(document.network)
    resolved = counted(document)
    strip = lay_strip(strip_items(resolved), 1200.0, 96.0, measure, unit=resolved.common.depth_unit)
    assert strip.depth / strip.scale == pytest.approx(resolved.common.depth_unit)


@pytest.mark.parametrize("document_id", [name for name in DOCUMENTS if name.startswith("seed")])
def test_the_deepest_volume_is_about_twice_as_deep_as_the_widest_is_wide(document_id):
    unit = counted(open_document(document_id)).common.depth_unit
    assert unit * 192 == pytest.approx(1.9 * 28)


def stage_of(document_id, layer):
    stages = (resolved.stage for resolved in every_stage(open_document(document_id).network))
    return next(stage for stage in stages if stage.node == layer)


def test_conv1_makes_the_slab_that_conv2_reads():
    first, second = (
        stage_of("seed-bottleneck", layer).model.layout for layer in ("conv1", "conv2")
    )
    assert first.output_size.tolist() == second.input_size.tolist()
    assert first.output_size[2] == pytest.approx(1.9 * 28 / 12)
    assert first.departure == second.departure == 1.0


def test_the_bottlenecks_filters_are_a_twelfth_as_long_as_the_direct_ones():
    stages = stage_of("seed-bottleneck", "conv2"), stage_of("seed-direct", "conv1")
    lengths = [float(stage.model.layout.filter_size[2]) for stage in stages]
    assert lengths[0] * 12 == pytest.approx(lengths[1])


def test_the_unit_changes_only_with_the_deepest_or_the_widest_volume():
    document = open_document("seed-bottleneck")
    before = counted(document).common
    wider = apply_edit(document, SetField("conv1", "filters", 64))
    assert counted(wider).common == before
    deepest = apply_edit(document, SetField("conv1", "filters", 384))
    assert counted(deepest).common.depth_unit == pytest.approx(before.depth_unit / 2)


def test_a_photo_beside_a_thousand_channels_is_thickened_and_says_so_in_both_languages():
    network = Network(
        (
            Node("input", "input", Input(3, 224, 224, Source.NOISE)),
            Node("conv", "conv", Conv2d(8, (3, 3)), ("input",)),
            Node("deep", "deep", Conv2d(1024, (1, 1)), ("conv",)),
        )
    )
    resolved = every_stage(network)[0]
    layout = resolved.stage.model.layout
    assert layout.input_size[2] == pytest.approx(0.02 * 224, rel=1e-3)
    for language, words in (("en", "3.6× thicker"), ("ko", "3.6배 두껍게")):
        with speaking(language):
            labels = frame(resolved, Playback(), viewport()).labels
            text = next(each.spans for each in labels if each.id == "depth")
            assert words in "".join(span.text for span in text)


def test_rows_of_cells_at_the_end_do_not_make_sheets_of_the_volumes():
    shapes = [(3, 224, 224), (512, 7, 7), (25088, 1, 1), (4096, 1, 1)]
    assert depth_unit(shapes) == pytest.approx(1.9 * 224 / 512)
    rods = stage_unit(depth_unit(shapes), shapes[2:])
    assert rods * 25088 == pytest.approx(4.0 * ROD)


@pytest.mark.parametrize(
    "shapes",
    [
        [(4096, 1, 1), (10, 1, 1)],
        [(1, 224, 224), (1, 224, 224)],
        [(16, 7, 7), (16, 7, 7)],
        [(10, 1, 1), (10, 1, 1)],
        [(1, 1, 1), (999, 1, 1)],
        [(1, 224, 224), (2048, 1, 1)],
    ],
)
def test_extreme_stages_are_laid_out_within_reach(shapes):
    unit = stage_unit(depth_unit(shapes), shapes)
    assert unit > 0.0
    widest = max(width(shape) for shape in shapes)
    assert max(shape[0] for shape in shapes) * unit <= 4.01 * widest


sides = st.one_of(st.sampled_from((1, 2, 7)), st.integers(1, 224))
depths = st.one_of(st.integers(1, 16), st.integers(17, 1024))


@st.composite
def chains(draw):
    """Networks of up to six layers that keep, halve or drop the picture's size."""
    side = draw(sides)
    nodes = [Node("input", "input", Input(draw(depths), side, side, source=Source.NOISE))]
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(("conv", "narrow", "pool", "mean", "linear", "relu")))
        if kind == "linear" and side > 1:
            kind = "conv"
        layer = {
            "conv": Conv2d(draw(depths), (3, 3), padding=(1, 1)),
            "narrow": Conv2d(draw(depths), (1, 1)),
            "pool": MaxPool((2, 2), (2, 2)) if side > 1 else ReLU(),
            "mean": GlobalAveragePool(),
            "linear": Linear(draw(depths)),
            "relu": ReLU(),
        }[kind]
        side = side // 2 if isinstance(layer, MaxPool) else side
        side = 1 if isinstance(layer, GlobalAveragePool) else side
        nodes.append(Node(f"n{number}", f"n{number}", layer, (nodes[-1].id,)))
    if side == 1 and draw(st.booleans()):
        nodes.append(Node("softmax", "softmax", Softmax(), (nodes[-1].id,)))
    return Network(tuple(nodes))


@few
@given(chains())
def test_any_network_has_one_depth_scale_and_says_where_it_departs(network):
    assert_one_scale(network)


def test_a_strip_cuts_a_row_of_cells_that_is_longer_than_any_volume():
    document = open_document("small-classifier")
    items = strip_items(counted(document))
    strip = lay_strip(items, 1200.0, 96.0, measure)
    assert not any(volume.cut for volume in strip.volumes)
    longer = (*items[:-1], replace(items[-1], shape=Shape(4096, 1, 1)))
    cut = lay_strip(longer, 1200.0, 96.0, measure)
    assert [volume.cut for volume in cut.volumes] == [False] * (len(items) - 1) + [True]
    assert cut.depth / cut.scale == pytest.approx(strip.depth / strip.scale)
