"""The panels show a layer of every kind, as a file may bring it, though few are offered yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convviz.model.documents import chain
from convviz.model.kinds import kind_of
from convviz.model.layers import (
    AveragePool,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAveragePool,
    Input,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
    Source,
)
from convviz.panels.costs.formulas_panel import CountsPanel
from convviz.panels.editor.panel import EditorPanel
from convviz.state.document import History
from tests.ui.panel_desk import Desk

NETWORK = chain(
    ("input", Input(4, 8, 8, Source.NOISE)),
    ("conv", Conv2d(4, 1)),
    ("norm", BatchNorm()),
    ("relu", ReLU()),
    ("max", MaxPool(3, 2, 1, ceil_mode=True)),
    ("mean", AveragePool(2, 1)),
    ("lrn", ResponseNorm()),
    ("drop", Dropout()),
    ("flat", Flatten()),
    ("fc", Linear(9)),
    ("soft", Softmax()),
    ("all", GlobalAveragePool()),
)


@pytest.fixture(params=["editor", "counts"])
def desk(request, qtbot):
    made = EditorPanel({"coffee": None}) if request.param == "editor" else CountsPanel()
    return Desk(qtbot, made)


def test_every_kind_is_shown(desk):
    present = desk.history.present
    for node in NETWORK.nodes:
        desk.history = History(replace(present, network=NETWORK, selected=node.id))
        desk._show()
        if isinstance(desk.panel, EditorPanel):
            rows = {row.spec.name for row in desk.panel.form.rows()}
            assert rows == {f.name for f in kind_of(node.layer).fields if f.own_row}
            assert desk.panel.form.about.text()
        else:
            assert set(desk.panel.details) >= {"comparisons", "divisions", "exponentials"}
    assert not desk.room.grab().isNull()
