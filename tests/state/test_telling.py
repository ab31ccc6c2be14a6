"""The cell that a story starts with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convviz.files.photos import PHOTOS
from convviz.model.documents import chain
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.network import set_field
from convviz.state.document import Document
from convviz.state.explained_cell import explained_cell

from ..scene.staged import DOCUMENT_IDS, opened, shown


def told(resolved):
    """The snapshot with its telling cell chosen."""
    return shown(resolved.document, explained_cell(resolved.stage))


@pytest.mark.parametrize("photo", PHOTOS)
@pytest.mark.parametrize("document_id", ["colour-mixing", "colour-mixing-sepia"])
def test_of_a_photo_it_is_a_colour_whose_channels_differ(document_id, photo):
    document = opened(document_id).document
    network = set_field(document.network, "input", "photo", photo)
    record = told(shown(replace(document, network=network))).stage.record
    values = sorted(float(x) for x in record.inputs.ravel())
    assert values[2] - values[0] >= 0.25  # no grey
    assert values[0] >= 0.08 and values[2] <= 0.97  # neither black nor glaring
    assert 0.25 <= sum(values) / 3 <= 0.75
    products = sorted(float(x) for x in record.products.ravel())
    assert products[2] - products[0] >= 0.05


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_it_lies_on_no_padding_and_comes_to_something(document_id):
    stage = told(opened(document_id)).stage
    assert stage.record.inside.all()
    assert abs(stage.record.after) > 0.05 * stage.output_high


@pytest.mark.parametrize("side", [3, 4, 5, 9])
@pytest.mark.parametrize("padding", [(0, 0), (1, 1), (2, 2)])
def test_small_outputs_too(side, padding):
    conv = Conv2d(2, (3, 3), padding=padding)
    network = chain(("input", Input(4, side, side, Source.NOISE)), ("conv1", conv))
    stage = told(shown(Document("test", network, "conv1"))).stage
    assert stage.record.inside.all()


def test_where_every_window_reads_padding_any_cell_will_do():
    conv = Conv2d(2, (5, 5), padding=(2, 2))
    network = chain(("input", Input(4, 3, 3, Source.NOISE)), ("conv1", conv))
    resolved = shown(Document("test", network, "conv1"))
    assert explained_cell(resolved.stage).filter == 0
    assert told(resolved).stage.record is not None
