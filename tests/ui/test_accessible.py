"""What a screen reader finds: names for all that can be used, count rows, the step of the story."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from convviz import words
from convviz.state import intents
from tests.ui.test_focus import stops

USED = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QTabBar,
)  # fmt: skip
# In names that are the same in every language: terms of the field, and names of layers.
SAME = ("ReLU", "relu", "conv", "input", "same")


def heard(widget):
    """The name, as assistive technology is given it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def named(hands):
    """Every widget that can be used, with what it is called."""
    found = {}
    for widget in hands.window.findChildren(QWidget):
        of_qt = widget.objectName().startswith(("qt_dock", "Scroll"))  # not shown, or the mouse's
        if isinstance(widget, USED) and not isinstance(widget, QScrollBar) and not of_qt:
            text = widget.tabText(0) if isinstance(widget, QTabBar) else heard(widget)
            found[widget] = text
    return found


@pytest.mark.parametrize("document", ["seed-bottleneck", "small-classifier"])
def test_everything_that_can_be_used_has_a_name_in_both_languages(hands, document):
    hands.do(intents.OpenDocument(document))
    hands.wait_until_idle()
    hands.window.docks.show_formulas()
    spoken = {}
    for language in ("en", "ko"):
        hands.window.appearance.choose(language, "dark")
        for node in hands.resolved.document.network.nodes:
            hands.do(intents.SelectLayer(node.id))
            hands.wait_until_idle()
            for widget, name in named(hands).items():
                described = (type(widget).__name__, widget.objectName(), node.id, language)
                assert name.strip(), described
                spoken.setdefault(widget, {}).setdefault((language, node.id), name)
    assert len(spoken) > 60
    for widget, names in spoken.items():
        for (language, node), name in names.items():
            latin = any(letter.isascii() and letter.isalpha() for letter in name)
            if language == "ko" and latin and name == names.get(("en", node)):
                assert any(part in name for part in SAME), (widget.objectName(), name)


def test_layers_are_few_stops_from_the_stage(hands):
    hands.window.docks.show("editor")
    hands.run(0.02)
    found = stops(hands)
    chain = hands.find("chain-list")
    assert found.index(chain) < 6
    assert hands.window.transport.scrub in found


def test_the_timeline_tells_its_step(hands):
    scrub = hands.window.transport.scrub
    assert scrub.focusPolicy() & Qt.FocusPolicy.TabFocus
    board = hands.resolved.stage.storyboard
    for language in ("en", "ko"):
        hands.window.appearance.choose(language, "dark")
        for moment in (0.0, board.channel_time(5), board.duration):
            hands.do(intents.Seek(moment))
            now, _ = hands.window.transport.steps.texts()
            assert heard(scrub) == f"{words.text('playback.scrub')}: {now}"
    hands.do(intents.Seek(board.channel_time(5)))
    assert words.number(5) in heard(scrub)


def test_a_focused_timeline_leaves_the_keys_to_the_story(hands):
    hands.window.transport.scrub.setFocus()
    before = hands.playback.time
    hands.press(Qt.Key.Key_Right)
    hands.wait_until_idle()
    assert hands.playback.time > before
    hands.press(Qt.Key.Key_Left)
    assert hands.playback.time == before


@pytest.mark.parametrize("language", ["en", "ko"])
def test_count_rows_are_read_as_rows_with_their_change(hands, language):
    hands.do(intents.OpenDocument("seed-direct"), intents.PinBaseline(True))
    hands.do(intents.SetField("conv1", "kernel", (1, 1)))
    hands.window.appearance.choose(language, "dark")
    change = {"en": "25.0 times fewer", "ko": "1/25.0으로 감소"}[language]
    rows = hands.window.costs.rows
    figures = {
        quantity: (
            getattr(hands.resolved.counts.layers["conv1"], quantity),
            getattr(hands.resolved.counts.totals, quantity),
        )
        for quantity in rows
    }
    for quantity, row in rows.items():
        told = heard(row)
        assert told.startswith(words.text(f"counts.cost.{quantity}"))
        assert all(words.number(figure) in told for figure in figures[quantity])
        assert "conv1" in told and words.text("counts.column.network") in told
    assert change in heard(rows["macs"])
    assert change in heard(hands.window.counts.totals["macs"].head)


def test_the_weights_list_has_a_name(hands):
    for language in ("en", "ko"):
        hands.window.appearance.choose(language, "dark")
        hands.window.docks.show("weights")
        hands.run(0.02)
        assert heard(hands.find("weights-table")) == words.text("weights.table")
        assert heard(hands.find("field-init").view()) == words.text("field.init")
