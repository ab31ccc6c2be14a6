"""What is shown multiplies to what is shown, in columns of one number of decimals."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz import words
from convviz.model.record import cell_record
from convviz.scene.cell_figures import Decimals, shown_products
from convviz.scene.primitives import Rounded
from convviz.state.column_decimals import MOST, column_decimals
from convviz.state.edits import open_document
from convviz.state.view import Selection

from .staged import shown

STAGES = (
    ("seed-bottleneck", "conv1"),
    ("seed-bottleneck", "conv2"),
    ("seed-direct", "conv1"),
    ("five-filters", "conv1"),
    ("colour-mixing", "conv1"),
    ("colour-mixing-sepia", "conv1"),
    ("small-classifier", "conv1"),
    ("small-classifier", "linear"),
    ("googlenet-stem", "conv1"),
    ("googlenet-stem", "conv2"),
)


@lru_cache(maxsize=16)
def opened(document: str, layer: str):
    return shown(replace(open_document(document), selected=layer), Selection(0, 9, 7))


def read(number: Rounded) -> Decimal:
    return Decimal(words.rounded(number).replace("−", "-").replace(",", ""))


def rounded(product: Decimal, decimals: int) -> Decimal:
    return product.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@pytest.mark.parametrize(("document", "layer"), STAGES)
def test_every_shown_product_is_that_of_its_shown_factors(document, layer):
    now = opened(document, layer)
    figures, results = now.stage.figures_of(now.stage.record), now.stage.decimals.results
    channels, rows, columns = figures.record.weights.shape
    missed = 0
    for channel in range(channels):
        for row in range(rows):
            for column in range(columns):
                place = (channel, row, column)
                shown = read(figures.product(*place))
                made = read(figures.input(*place)) * read(figures.weight(*place))
                assert rounded(made, results) == shown, place
                exact = Decimal(float(figures.record.products[place]))
                missed += rounded(exact, results) != shown
    # The decimals of the factors are enough for nearly all of the exact products.
    assert missed <= max(0.06 * figures.record.products.size, 1)


@pytest.mark.parametrize(("document", "layer"), STAGES)
def test_columns_have_the_same_decimals_from_cell_to_cell(document, layer):
    now = opened(document, layer)
    stage = now.stage
    for place in ((0, 0, 0), (stage.output_shape.channels - 1, 0, 0)):
        record = cell_record(now.document.network, now.values, stage.node, *place)
        figures = stage.figures_of(record)
        columns = {
            "inputs": {figures.input(c).decimals for c in range(len(record.running))},
            "weights": {figures.weight(c).decimals for c in range(len(record.running))},
            "results": {figures.result(c).decimals for c in range(len(record.running))}
            | {figures.before.decimals, figures.after.decimals, figures.bias.decimals},
        }
        decimals = stage.decimals
        assert columns["inputs"] == {decimals.inputs}
        assert columns["weights"] == {decimals.factors}
        assert columns["results"] == {decimals.results}
        assert max(decimals.inputs, decimals.factors, decimals.results) <= MOST


def test_the_sum_of_one_channel_is_its_product():
    stage = opened("seed-bottleneck", "conv1").stage
    figures = stage.figures_of(stage.record)
    assert figures.total(1) == figures.result(0)
    assert figures.total(0) == Rounded(0.0, stage.decimals.results)


def test_weights_that_few_decimals_write_in_full_have_no_more():
    stage = opened("colour-mixing", "conv1").stage
    assert words.rounded(stage.figures_of(stage.record).weight(0)) == "0.299"
    assert stage.decimals.factors == 3


@given(st.floats(-4, 4, width=32), st.floats(-2, 2, width=32), st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=300)
def test_products_of_any_decimals(x, w, inputs, factors):
    for results in range(inputs + factors + 1):
        decimals = Decimals(inputs, factors, results)
        shown = shown_products(np.array([x]), np.array([w]), decimals)
        made = read(Rounded(x, inputs)) * read(Rounded(w, factors))
        assert read(Rounded(float(shown[0]), results)) == rounded(made, results)


def test_tiny_and_large_values_get_columns_that_tell_them_apart():
    def columns(x, w):
        return column_decimals(
            np.full((2, 3, 3), x, dtype=np.float32),
            np.full((4, 2, 1, 1), w, dtype=np.float32),
            np.full((4, 3, 3), 2 * x * w, dtype=np.float32),
        )

    assert columns(1.2345678, 0.1234567).results == 3
    assert columns(0.012345, 0.0123456).results == 5
    assert columns(255.0, 1.2345678).results == 2
    assert columns(255.0, 1.2345678).inputs <= 2
    assert column_decimals(None, None, None) == Decimals()
