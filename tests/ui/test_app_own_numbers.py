"""Photos of one's own and typed weights in the window: computed with, shown, and undone."""

from __future__ import annotations

import numpy as np

from convviz.files.own_photos import photo_id
from convviz.state import intents
from convviz.state.photos import OwnPhoto


def grey(level):
    pixels = np.full((40, 60, 3), level, np.uint8)
    pixels.setflags(write=False)
    return OwnPhoto(photo_id(pixels), "grey", (60, 40), pixels)


def test_an_own_photo_is_what_the_network_reads(hands):
    hands.do(intents.OpenDocument("five-filters"), intents.SelectLayer("input"))
    hands.wait_until_idle()
    before = hands.resolved.stage.inputs
    hands.do(intents.SetPhoto("input", grey(51)))
    hands.wait_until_idle()
    assert np.allclose(hands.resolved.stage.inputs, 0.2)
    hands.do(intents.SetPhoto("input", grey(255)))
    hands.wait_until_idle()
    assert np.allclose(hands.resolved.stage.inputs, 1)
    hands.do(intents.Undo(), intents.Undo())
    hands.wait_until_idle()
    assert np.array_equal(hands.resolved.stage.inputs, before)
    assert hands.resolved.document.photos == ()
    hands.do(intents.SetCrop("input", (0.0, 0.0, 0.25, 0.25)))
    hands.wait_until_idle()
    assert not np.array_equal(hands.resolved.stage.inputs, before)


def test_a_typed_weight_is_what_the_cell_is_made_with(hands):
    hands.do(intents.OpenDocument("five-filters"))
    hands.wait_until_idle()
    hands.do(intents.SelectCell(2, 3, 4), intents.SetWeight("conv1", 2, 1, 0, 4, 9.5))
    hands.wait_until_idle()
    record = hands.resolved.stage.record
    assert record.weights[1, 0, 4] == 9.5
    assert np.isclose(record.after, record.products.sum() + record.bias)
    assert np.array_equal(hands.boxes("output").values, hands.resolved.stage.outputs.ravel())
    hands.do(intents.SetWeight("conv1", 9, 0, 0, 0, 1.0))
    assert hands.resolved.problem.error.field == "filter"
    hands.do(intents.Undo())
    hands.wait_until_idle()
    assert hands.resolved.stage.record.weights[1, 0, 4] != 9.5
