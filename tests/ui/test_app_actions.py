"""A walk through every action of the table: it acts, or is greyed for a reason, and is undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz import words
from convviz.app.window.action_ids import ActionId
from convviz.app.window.action_table import ACTIONS
from convviz.model.layers import Conv2d
from convviz.state import intents
from convviz.state.document import History
from convviz.state.reduce_edits import opened_pane
from convviz.state.workspace_intents import SetPane

BACK = ("undo", "redo")  # what takes back is not taken back itself
TOGGLED_BACK = ("full-screen", "blank", "pointer", "theme", "language", "move-panels", "commands")


def edited(hands):
    hands.do(intents.SetField("conv1", "filters", 8))


def undone(hands):
    edited(hands)
    hands.do(intents.Undo())


def in_the_story(hands):
    hands.do(intents.Seek(5.0))


def cut_open(hands):
    hands.do(intents.SetOption("cut_row", 5))


def cut_through(hands):
    hands.do(intents.SetOption("cut_row", 27))


def another_layer(hands):
    hands.do(intents.SelectLayer("conv2"))


def without_convolution(hands):
    for layer in ("relu2", "conv2", "relu1", "conv1"):
        hands.do(intents.RemoveLayer(layer))


def too_large(hands):
    hands.do(intents.SetField("input", "height", 1024), intents.SetField("input", "width", 1024))


def on_the_start_page(hands):
    hands.window.start.show_start()


STATES = [None, edited, undone, in_the_story, cut_open, cut_through, another_layer,
          without_convolution, too_large, on_the_start_page]  # fmt: skip


@pytest.fixture
def harmless(monkeypatch, hands):
    """A window whose actions write no file and end nothing."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_: ("", ""))
    monkeypatch.setitem(hands.window._handlers, ActionId.QUIT, lambda: None)
    return hands


def close_dialogs():
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QApplication.processEvents()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__ if state else "new")
def test_every_action_acts_or_says_why_not(harmless, state):
    hands, window = harmless, harmless.window
    if state is not None:
        state(hands)
    hands.wait_until_idle()
    for spec in ACTIONS:
        action = window.actions_by_id[spec.id]
        reason = window.menus.reasons.get(spec.id)
        assert action.isEnabled() == (reason is None), spec.id
        if reason is not None:
            assert words.text(reason) in action.toolTip(), spec.id
            continue
        before = hands.resolved.document
        action.trigger()
        QApplication.processEvents()
        close_dialogs()
        if spec.id == "present":
            window.full_screen.leave()
        if spec.id in TOGGLED_BACK:
            action.trigger()
        now = hands.resolved.document
        if spec.id not in BACK and (now.id, now.network) != (before.id, before.network):
            hands.wait_until_idle()
            if isinstance(spec.intent, intents.OpenDocument):  # that is no edit, and not undone
                assert not hands.resolved.can_undo, spec.id
                speed = hands.controller.settings.pace
                hands.do(SetPane(opened_pane(hands.controller.pane.id, History(before), speed)))
                hands.wait_until_idle()
                continue
            window.actions_by_id["undo"].trigger()
            back = hands.resolved.document
            assert (back.id, back.network) == (before.id, before.network), spec.id
    hands.wait_until_idle()


def test_what_needs_a_convolution_is_greyed_without_one(hands):
    without_convolution(hands)
    greyed = hands.window.menus.reasons
    assert greyed["play"] == greyed["cut"] == greyed["view-front"] == "reason.no-layer"
    hands.do(intents.AddLayer("input", Conv2d(4, (1, 1))))
    hands.wait_until_idle()
    assert not hands.window.menus.reasons.keys() & {"play", "cut", "view-front"}


def test_a_greyed_action_says_why_in_both_languages(hands):
    action = hands.window.actions_by_id["redo"]
    english = action.toolTip()
    assert words.text("reason.redo") in english
    hands.do(intents.SetPreference("language", "ko"))
    assert action.toolTip() != english and words.text("reason.redo") in action.toolTip()


def test_no_key_is_used_twice():
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
