"""Every figure of the story that concerns convolutions, counted; and the other conventions."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from convviz.model.break_even import break_even
from convviz.model.counts import Convention, count, operations
from convviz.model.documents import DOCUMENTS, chain
from convviz.model.formulas import formulas, total_formulas
from convviz.model.graph_edits import remove
from convviz.model.layers import Conv2d, Input, ReLU, Source
from convviz.model.network import set_field, shapes
from convviz.model.shape import Shape


def alone(layer, shape=(192, 28, 28)):
    """Count one layer."""
    network = chain(("input", Input(*shape, source=Source.NOISE)), ("conv", layer))
    return count(network).layers["conv"]


def test_five_filters_have_375_weights():
    one = alone(Conv2d(1, (5, 5), bias=False), (3, 32, 32))
    assert one.weights == 75
    counted = count(DOCUMENTS["five-filters"]())
    assert (counted.totals.weights, counted.totals.biases) == (375, 5)
    assert counted.shapes["conv1"].channels == 5


def test_direct():
    counted = count(DOCUMENTS["seed-direct"]())
    assert counted.totals.weights == 153_600
    assert counted.totals.macs == 120_422_400
    assert counted.shapes["conv1"] == (32, 28, 28)
    assert 28 * 28 * 192 + counted.totals.weights + counted.shapes["relu1"].cells == (
        150_528 + 153_600 + 25_088
    )


def test_bottleneck():
    network = DOCUMENTS["seed-bottleneck"]()
    counted = count(network)
    assert [counted.layers[i].weights for i in ("conv1", "conv2")] == [3_072, 12_800]
    assert [counted.layers[i].macs for i in ("conv1", "conv2")] == [2_408_448, 10_035_200]
    assert counted.totals.weights == 15_872
    assert counted.totals.macs == 12_443_648
    direct = count(DOCUMENTS["seed-direct"]()).totals
    for name in ("weights", "macs"):
        ratio = Fraction(getattr(direct, name), getattr(counted.totals, name))
        assert f"{float(ratio):.3f}" == "9.677"
    # A well-known post left out the 1×1 layer's own weights.
    assert direct.weights / counted.layers["conv2"].weights == 12


def test_filters_make_channels():
    network = DOCUMENTS["seed-bottleneck"]()
    before = count(network)
    after = count(set_field(network, "conv1", "filters", 32))
    assert after.layers["conv2"].weights == 2 * before.layers["conv2"].weights
    assert after.shapes["conv1"].channels == 32
    depth = formulas(network, "conv2")["weights"].terms[0].factors[2]
    assert (depth.symbol, depth.value) == ("Cin", 16)


def test_dimension_reduction():
    sizes = shapes(DOCUMENTS["seed-bottleneck"]())
    assert f"{100 * sizes['conv1'].channels / sizes['input'].channels:.1f}" == "8.3"
    assert sizes["conv1"][1:] == sizes["input"][1:]


def test_break_even():
    assert break_even(Shape(192, 28, 28), Conv2d(32, (5, 5), padding=(2, 2))) == 154
    direct = count(DOCUMENTS["seed-direct"]()).totals.macs
    network = DOCUMENTS["seed-bottleneck"]()
    assert count(set_field(network, "conv1", "filters", 154)).totals.macs < direct
    assert count(set_field(network, "conv1", "filters", 155)).totals.macs > direct
    assert f"{25 * 192 * 32 / (192 + 25 * 32):.1f}" == "154.8"


def test_break_even_where_nothing_saves():
    assert break_even(Shape(4, 9, 9), Conv2d(1, (1, 1))) == 0


def test_padding():
    direct = count(DOCUMENTS["seed-direct"]()).layers["conv1"]
    assert direct.padding_macs == 10_100_736
    assert f"{100 * direct.padding_macs / direct.macs:.2f}" == "8.39"
    totals = count(DOCUMENTS["seed-bottleneck"]()).totals
    assert f"{100 * totals.padding_macs / totals.macs:.2f}" == "6.76"


INCEPTION_3A = [  # (Cin, filters, k)
    (192, 64, 1),
    (192, 96, 1),
    (96, 128, 3),
    (192, 16, 1),
    (16, 32, 5),
    (192, 32, 1),
]


def inception(layers):
    """Sum the layers' counts, each on 28×28."""
    counted = [
        alone(Conv2d(filters, (k, k), padding="same", bias=False), (channels, 28, 28))
        for channels, filters, k in layers
    ]
    return sum(c.weights for c in counted), sum(c.macs for c in counted)


def test_inception_3a():
    assert inception(INCEPTION_3A) == (163_328, 128_049_152)
    assert 64 + 128 + 32 + 32 == 256
    without = [(192, 64, 1), (192, 128, 3), (192, 32, 5)]
    assert inception(without)[1] == 303_464_448
    assert 64 + 128 + 32 + 192 == 416


def test_the_slide_whose_terms_sum_to_less_than_its_total():
    terms = [(256, 64, 1)] * 3 + [(256, 128, 1), (64, 192, 3), (64, 96, 5)]
    assert inception(terms)[1] == 271_351_808 != 358_000_000


@pytest.mark.parametrize(
    ("convention", "figure"),
    [
        (Convention.MAC, 120_422_400),
        (Convention.MAC_BIAS, 120_447_488),
        (Convention.FLOP, 240_844_800),
        (Convention.FLOP_BIAS, 240_869_888),
    ],
)
def test_conventions(convention, figure):
    assert operations(alone(Conv2d(32, (5, 5), padding=(2, 2))), convention) == figure


def test_exact_additions():
    found = alone(Conv2d(32, (5, 5), padding=(2, 2)))
    assert found.multiplications == 120_422_400
    assert found.additions == 4_799 * 25_088 + 25_088 == 120_422_400
    network = DOCUMENTS["seed-direct"]()
    terms = formulas(network, "conv1")["additions"].terms
    assert [term.factors[0].value for term in terms] == [4_799, 28]
    assert [term.value for term in terms] == [4_799 * 25_088, 25_088]


def test_memory():
    counted = count(DOCUMENTS["seed-direct"]())
    assert counted.layers["conv1"].weight_bytes == 4 * 153_632
    assert counted.peak_activation_bytes == 4 * (150_528 + 25_088)
    assert counted.totals.activation_bytes == 4 * (150_528 + 2 * 25_088)


def test_receptive_fields():
    network = chain(
        ("input", Input(3, 224, 224, Source.PHOTO)),
        ("conv1", Conv2d(64, (7, 7), stride=(2, 2), padding=(3, 3))),
        ("relu1", ReLU()),
        ("conv2", Conv2d(64, (3, 3), stride=(1, 2), dilation=(2, 1))),
        ("conv3", Conv2d(8, (3, 3), padding="same")),
    )
    fields = count(network).receptive_fields
    assert (fields["relu1"].height, fields["relu1"].stride_rows, fields["relu1"].top) == (7, 2, -3)
    assert (fields["conv2"].height, fields["conv2"].width) == (7 + 4 * 2, 7 + 2 * 2)
    assert (fields["conv3"].height, fields["conv3"].width) == (15 + 4, 11 + 8)
    assert (fields["conv3"].stride_columns, fields["conv3"].left) == (4, -3 - 4)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_totals_open_into_sums_of_layers(document):
    network = DOCUMENTS[document]()
    totals = count(network).totals
    for name, formula in total_formulas(network).items():
        assert sum(term.value for term in formula.terms) == formula.result
        assert formula.result == getattr(totals, name)


def test_no_bias_leaves_no_bias_term():
    network = DOCUMENTS["colour-mixing"]()
    found = formulas(network, "conv1")
    assert found["biases"].terms == () and found["biases"].result == 0
    assert len(found["additions"].terms) == 1


def test_taking_the_relu_out_changes_no_mac():
    network = DOCUMENTS["seed-bottleneck"]()
    assert count(remove(network, "relu1")).totals.macs == count(network).totals.macs
    assert np.prod(shapes(network)["relu1"]) == count(network).layers["relu1"].comparisons
