"""The controller: one workspace that only intents change, and snapshots that no camera makes."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from convviz.app import controller as controller_module
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.document import History
from convviz.state.edits import open_document
from convviz.state.reduce import opened_workspace, reduce
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Pane

from ..state.random_intents import Chance, after, spelled
from .test_app_stage import MIDDLE_OF

# ---- one workspace ---------------------------------------------------------------------------
READ = (
    "workspace pane history selection playback view dragging problem settings values fault "
    "resolved stage common size moving waiting"
).split()


@pytest.mark.parametrize("name", READ)
def test_nobody_sets_what_the_controller_holds(hands, name):
    getattr(hands.controller, name)
    with pytest.raises(AttributeError):
        setattr(hands.controller, name, None)


def test_what_the_window_was_asked_replayed_without_it_gives_its_workspace(hands, monkeypatch):
    """The intents alone, without values, clock and viewport, lead to the same workspace."""
    start, taken = hands.controller.workspace, []

    def noted(workspace, intent):
        taken.append(intent)
        return reduce(workspace, intent)

    monkeypatch.setattr(controller_module, "reduce", noted)
    chance = Chance(3)
    for number in range(60):
        hands.do(chance.intent(hands.controller.workspace))
        if number % 10 == 0:
            hands.drag(MIDDLE_OF, QPoint(-40, 10))
            hands.wheel(hands.view, MIDDLE_OF, 1)
    hands.do(intents.OpenDocument("five-filters"))
    hands.wait_until_idle()  # its values come, and with them a cell that shows much
    hands.do(intents.TogglePlay())
    hands.run(0.2)  # time passes
    hands.do(intents.TogglePlay())
    hands.wait_until_idle()
    kinds = {type(intent) for intent in taken}
    assert {outright.Advance, intents.SetOffset, outright.SuggestCell} <= kinds
    assert not kinds & {intents.Orbit, intents.Pan, intents.Zoom}
    now = hands.controller.workspace
    assert now.current.playback.time > 0.0 and now != start
    assert spelled(after(start, taken)) == spelled(now)


def test_any_workspace_can_be_put_in_place_of_another(hands):
    """As a lesson does: another document, cell, moment and camera at once, then its values."""
    goal = opened_workspace(open_document("seed-direct"), Settings(reduced_motion=True))
    goal = after(
        goal,
        [
            outright.SetSelection(Selection(4, 5, 6)),
            outright.SetPlayback(Playback(4.0)),
            outright.SetViewOptions(ViewOptions(named="top", cut_row=3)),
        ],
    )
    before = hands.controller.workspace
    hands.do(outright.ReplaceWorkspace(goal))
    hands.wait_until_idle()
    assert hands.controller.workspace == goal
    assert hands.resolved.document is goal.current.document
    assert hands.resolved.stage.record is not None  # computed for it
    assert hands.window.actions_by_id["cut"].isChecked()
    hands.do(outright.ReplaceWorkspace(before))
    hands.wait_until_idle()
    assert hands.controller.workspace == before
    assert hands.resolved.stage.record is not None


def test_another_pane_becomes_the_one_that_is_shown(hands):
    other = History(open_document("five-filters"))
    hands.do(outright.SetPane(Pane("b", other)), outright.ActivatePane("b"))
    hands.wait_until_idle()
    assert hands.resolved.document is other.present and not hands.resolved.stale
    assert hands.resolved.stage.record is not None
    hands.do(outright.ClosePane("b"))
    hands.wait_until_idle()
    assert hands.resolved.document.id == "seed-bottleneck"


def test_intents_for_a_pane_that_is_not_shown_change_nothing_that_is(hands, applied):
    hands.do(outright.SetPane(Pane("b", History(open_document("five-filters")))))
    hands.do(outright.LinkPanes(cameras=False, playback=False))
    shown = hands.controller.pane
    applied.clear()
    for intent in (
        intents.SetField("conv1", "filters", 3), intents.TogglePlay(), intents.SetView("top"),
        intents.Orbit(5.0, 5.0), intents.SelectLayer("input"), intents.Undo(),
    ):  # fmt: skip
        hands.do(outright.InPane("b", intent))
    assert hands.controller.pane is shown and not applied
    assert hands.controller.workspace.pane("b").view.named == "top"
    hands.do(outright.InPane(shown.id, intents.Orbit(5.0, 5.0)))  # named, and the active one
    assert hands.controller.view.offset.yaw == 5.0 and not applied
    hands.do(outright.ClosePane("b"), outright.LinkPanes(cameras=True, playback=True))


# ---- camera and time ------------------------------------------------------------------------
@pytest.fixture
def applied(hands, monkeypatch):
    """Which panels `apply` was called on, and how often there was a new snapshot."""
    found = []
    window = hands.window
    bars = (window.caption, window.legend, window.strip, window.transport)
    beside = (window.costs, window.counts, window.editor, window.weights)
    for panel in (*bars, *beside, window.plot, window.arithmetic):
        real = panel.apply
        monkeypatch.setattr(panel, "apply", lambda *a, p=panel, r=real: (found.append(p), r(*a))[1])
    note = hands.controller.resolvedChanged.connect(lambda *_: found.append("snapshot"))
    real = controller_module.resolve
    monkeypatch.setattr(
        controller_module, "resolve", lambda *a, **k: (found.append("resolve"), real(*a, **k))[1]
    )
    yield found
    hands.controller.resolvedChanged.disconnect(note)


def moved(hands):
    """Orbit, pan, zoom and hover."""
    right = Qt.MouseButton.RightButton
    hands.drag(MIDDLE_OF, QPoint(-60, 20))
    hands.drag(MIDDLE_OF, QPoint(30, 20), right)
    hands.wheel(hands.view, MIDDLE_OF, 2)
    hands.move(hands.view, QPointF(MIDDLE_OF), Qt.MouseButton.NoButton)
    hands.do(intents.SetView("top"), intents.SetOption("orthographic", True))


def test_a_camera_that_moves_resolves_nothing_and_tells_no_panel(hands, applied):
    first, camera = hands.resolved, hands.scene.camera
    hands.do(intents.Seek(4.0))  # what the last edit changed has been told
    applied.clear()
    moved(hands)
    assert hands.scene.camera != camera and hands.controller.view.named == "top"
    assert not applied and hands.resolved is first
    assert hands.window.actions_by_id["orthographic"].isChecked()


def test_time_that_passes_resolves_nothing_and_tells_no_panel(hands, applied):
    hands.do(intents.Seek(1.0))
    first = hands.resolved
    applied.clear()
    hands.do(intents.TogglePlay())
    hands.run(0.3)
    hands.do(intents.TogglePlay())
    assert hands.playback.time > 1.1
    assert not applied and hands.resolved is first


def test_a_snapshot_holds_no_camera_viewport_or_time(hands):
    names = {field.name for field in fields(hands.resolved)}
    assert not names & {"view", "playback", "offset", "size", "selection"}
