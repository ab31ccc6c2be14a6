"""What a frame of the whole window costs: it is composed once, and only what changed is painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from convviz.app.window.main_window import MainWindow
from convviz.panels.fullscreen.steps import FullScreenSteps
from convviz.scene.timeline import Phase
from convviz.state import intents
from tests.ui.test_hall import in_hall


class Paints(QObject):
    """The regions that widgets of some kinds were asked to paint."""

    def __init__(self, *kinds: type) -> None:
        super().__init__()
        self._kinds = kinds
        self.regions: list[tuple[QObject, object]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, self._kinds):
            self.regions.append((watched, event.region()))
        return False


def play(hands, phase: Phase, seconds: float = 0.8) -> None:
    board = hands.window.controller.stage.storyboard
    hands.window.controller.dispatch(intents.Seek(board.first_of(phase).start + 0.01))
    hands.wait_until_idle()
    hands.window.controller.dispatch(intents.TogglePlay())
    hands.run(seconds)
    hands.window.controller.dispatch(intents.TogglePlay())


@pytest.mark.parametrize("phase", [Phase.CHANNELS, Phase.MAP])
def test_a_tick_in_full_screen_is_composed_once(hands, phase):
    in_hall(hands)
    view, painted, composed = hands.window.stage.view, [], []
    play(hands, phase, 0.2)
    hands.wait_until_idle()
    hands.window.controller.dispatch(intents.TogglePlay())
    hands.run(0.2)
    view.framePainted.connect(lambda: painted.append(1))
    view.frameSwapped.connect(lambda: composed.append(1))
    hands.run(1.2)
    seen = len(painted), len(composed)
    hands.window.controller.dispatch(intents.TogglePlay())
    assert seen[0] > 4
    assert seen[1] <= 1.1 * seen[0] + 1


def test_nothing_is_painted_under_the_stage(hands):
    in_hall(hands)
    window = hands.window
    play(hands, Phase.CHANNELS, 0.2)
    paints = Paints(MainWindow)
    QApplication.instance().installEventFilter(paints)
    play(hands, Phase.MAP)
    QApplication.instance().removeEventFilter(paints)
    stage = window.stage.geometry().translated(window.centralWidget().pos())
    assert paints.regions
    covered = [region for _, region in paints.regions if region.contains(stage.center())]
    assert not covered


def test_the_line_of_steps_paints_what_moved_and_shows_the_whole(hands):
    steps = in_hall(hands).floor.steps
    paints = Paints(FullScreenSteps)
    QApplication.instance().installEventFilter(paints)
    play(hands, Phase.CHANNELS, 1.0)
    QApplication.instance().removeEventFilter(paints)
    widths = sorted(region.boundingRect().width() for _, region in paints.regions)
    assert widths[0] < 0.9 * steps.width()
    # Painted bit by bit, the screen shows the same as when painted at once.
    story = hands.window.controller.playback
    for step in range(1, 9):
        steps.tick(replace(story, time=story.time + 0.02 * step))
        hands.run(0.05)
    corner, kind = steps.mapToGlobal(steps.rect().topLeft()), QImage.Format.Format_RGB32
    place = (corner.x(), corner.y(), steps.width(), steps.height())
    shown = QGuiApplication.primaryScreen().grabWindow(0, *place).toImage().convertToFormat(kind)
    assert shown == steps.grab().toImage().convertToFormat(kind)
