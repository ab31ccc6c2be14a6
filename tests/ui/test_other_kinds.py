"""Caption, arithmetic, plot, transport and hall of stages that are no sum of products."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from convviz import words
from convviz.model.layers import (
    AveragePool,
    BatchNorm,
    Dropout,
    Flatten,
    GlobalAveragePool,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
)
from convviz.panels.caption.sentences import sentence
from convviz.panels.cell.arithmetic_panel import ArithmeticPanel
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.fullscreen.figures import figures, full_screen_sentence
from convviz.panels.transport.step_names import label, name
from convviz.panels.weights.panel import WeightsPanel
from convviz.scene.timeline import Phase
from convviz.state.intents import AddLayer, SetField
from tests.scene.staged import network_of, of_network, shown, speaking

from .panel_desk import Desk
from .story_desk import at, show

LAYERS = {
    "max": MaxPool((3, 3), (2, 2), (1, 1)),
    "mean": AveragePool((3, 3), (2, 2), (1, 1)),
    "global": GlobalAveragePool(),
    "lrn": ResponseNorm(),
    "dropout": Dropout(),
    "flatten": Flatten(),
    "softmax": Softmax(),
    "relu": ReLU(),
    "norm": BatchNorm(),
}


def now_of(name, *after, theme="dark"):
    return shown(of_network(network_of(LAYERS[name], (6, 8, 9), *after)), theme=theme)


def middle(stage, phase):
    beat = stage.storyboard.first_of(phase)
    return at(beat.start + beat.duration * 0.5, True)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("kind", LAYERS)
def test_every_step_is_named_and_told(kind, language):
    now = now_of(kind, ReLU())
    with speaking(language):
        texts = [words.plain(sentence(now, at(0.0)))]
        for beat in now.stage.storyboard.beats[:6]:
            time = at(beat.start + beat.duration / 2, True)
            texts += [
                words.plain(sentence(now, time)),
                words.plain(full_screen_sentence(now, time)),
            ]
            texts += [label(beat, now.stage), name(beat, now.stage)]
            calculates = beat.phase not in (Phase.LIFT, Phase.MAP, Phase.FILTER)
            assert bool(figures(now, time)) == calculates
        texts.append(words.plain(sentence(now, at(now.stage.storyboard.duration))))
    assert all(text and "{" not in text and "playback." not in text for text in texts)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("kind", LAYERS)
def test_the_arithmetic_is_written_out_and_python_evaluates_what_is_copied(qtbot, kind, theme):
    now = now_of(kind, theme=theme)
    panel = ArithmeticPanel()
    show(qtbot, panel, now, 360, 420)
    record = now.stage.record
    assert panel.cells.cells().rows
    assert panel.lines.texts()[-1].split()[-1] == words.value(record.after)
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    value = eval(QGuiApplication.clipboard().text())
    assert math.isclose(value, record.after, rel_tol=1e-5, abs_tol=1e-6)
    assert not panel.grab().isNull()


def test_a_total_is_told_when_the_story_comes_to_it(qtbot):
    now = now_of("mean")
    panel = ArithmeticPanel()
    show(qtbot, panel, now, 360, 420)
    panel.tick(middle(now.stage, Phase.LIFT), now)
    assert [line.split()[-1] for line in panel.lines.texts()][::2] == ["…", "…"]
    panel.tick(middle(now.stage, Phase.LAND), now)
    assert "…" not in " ".join(panel.lines.texts())


@pytest.mark.parametrize("kind", LAYERS)
def test_the_plot_shows_cells_or_a_function(qtbot, kind):
    now = now_of(kind)
    panel = PlotPanel()
    show(qtbot, panel, now, 360, 200)
    record = now.stage.record
    if kind in ("relu", "norm", "dropout", "flatten"):
        assert panel.function.isVisible() and not panel.plot.isVisible()
        assert panel.function.point()[1] == record.after
        assert not panel.function.grab().isNull()
    else:
        assert panel.plot.isVisible() and not panel.function.isVisible()
    for beat in now.stage.storyboard.beats[:5]:
        panel.tick(at(beat.start + beat.duration / 2, True), now)


def test_the_greatest_is_the_line_of_a_max_pooling(qtbot):
    now = now_of("max")
    panel = PlotPanel()
    show(qtbot, panel, now, 360, 200)
    assert panel._series.sums[-1] == pytest.approx(now.stage.record.before)


def test_a_layer_without_weights_says_so_in_their_panel(qtbot):
    panel = WeightsPanel()
    show(qtbot, panel, now_of("max"), 320, 400)
    assert panel.empty.text() == "The layer on stage has no weights."


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot, EditorPanel(("coffee",)))


def test_a_linear_layer_on_a_volume_asks_for_a_flatten(desk):
    desk.take(AddLayer("conv1", Linear(10)))
    assert "flatten" in desk.panel.message.text()


def test_decimals_are_typed(qtbot, desk):
    desk.take(AddLayer("conv1", Dropout()))
    [row] = desk.panel.form.rows()
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0,25")
    edit = [intent for intent in desk.intents if isinstance(intent, SetField)][-1]
    assert (edit.field, edit.value) == ("p", 0.25)
    row.field.selectAll()
    qtbot.keyClicks(row.field, "x")
    assert "0.5" in row.message.text()
