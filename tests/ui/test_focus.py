"""Everything by keyboard: each stop of Tab has a name, is seen, and has a ring while it is on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar

from convviz.scene.themes import THEMES
from convviz.state import intents

from ..golden.kept import pixels

MOST = 150  # stops of Tab, far more than there are


def name_of(widget):
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def stops(hands):
    """What Tab comes to, once round, from the stage on."""
    hands.activate()
    found = []
    for _ in range(MOST):
        hands.press(Qt.Key.Key_Tab)
        focus = hands.window.focusWidget()
        if focus in found:
            break
        found.append(focus)
    return found


@pytest.mark.parametrize("dock", ["counts", "editor", "cell"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_every_stop_of_tab_is_seen_and_named(hands, dock, size):
    hands.window.resize(*size)
    hands.window.docks.show(dock)
    hands.run(0.02)
    found = stops(hands)
    assert len(found) > 8
    for widget in found:
        described = (type(widget).__name__, widget.objectName())
        assert widget.isVisible(), described
        assert not hands.window.docks.hides(widget), described
        assert name_of(widget), described


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_is_seen_in_every_theme(hands, theme):
    hands.do(intents.SetPreference("theme", theme))
    hands.window.docks.show("editor")
    hands.run(0.02)
    unseen = []
    for widget in stops(hands):
        if widget is hands.window.stage:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        on = pixels(widget.grab().toImage())
        hands.window.stage.setFocus()
        QApplication.processEvents()
        off = pixels(widget.grab().toImage())
        if on.shape == off.shape and np.abs(on.astype(int) - off).max() < 40:
            unseen.append((type(widget).__name__, widget.objectName()))
    assert not unseen


def test_tab_goes_on_and_back_the_same_way(hands):
    forward = stops(hands)
    back = []
    for _ in forward:
        hands.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(hands.window.focusWidget())
    assert back == forward[::-1]
