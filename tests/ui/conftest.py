"""The whole window, driven as a user drives it: one window a module, as new for every test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from convviz.app.fullscreen.blank_screen import Blank
from convviz.scene.camera import project
from convviz.scene.picking import pick
from convviz.state import intents
from convviz.state.document import History
from convviz.state.view import ViewOptions
from convviz.state.workspace_intents import SetPane, SetViewOptions

# Before there is an application: see convviz.app.startup.make_window.
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
WAIT = 20.0  # seconds, for a machine that others use too


@dataclass
class Hands:
    """Keys, mouse and eyes of a user before one window."""

    window: object
    arranged: object = None  # where the panels were when the last test began

    # ---- waiting -----------------------------------------------------------------------------
    def until(self, ready: Callable[[], object]) -> None:
        """Let the app run until something is so."""
        end = time.monotonic() + WAIT
        while not ready():
            assert time.monotonic() < end, "it never happened"
            QTest.qWait(2)

    def wait_until_idle(self) -> None:
        """Let the app run until values are there and nothing moves."""
        self.until(lambda: not (self.controller.moving or self.resolved.stale))
        QTest.qWait(1)

    def activate(self) -> None:
        """Make the window the active one, with the stage's focus; without a window manager too."""
        self.window.stage.setFocus()
        end = time.monotonic() + WAIT
        while not self.window.isActiveWindow():
            assert time.monotonic() < end, "the window cannot be activated"
            self.window.activateWindow()
            QTest.qWait(20)

    def run(self, seconds: float) -> None:
        """Let the app run."""
        QTest.qWait(round(seconds * 1000))

    # ---- keys --------------------------------------------------------------------------------
    def press(self, key: object, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and let go a key: as from the keyboard, whatever has the focus."""
        self._come_back()
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def _come_back(self) -> None:
        """Be the active window again, as a window manager sees to when a dialog has closed."""
        end = time.monotonic() + WAIT
        in_front = (QApplication.activeModalWidget, QApplication.activePopupWidget)
        while not (QApplication.activeWindow() or any(each() for each in in_front)):
            assert time.monotonic() < end, "no window can be activated"
            self.window.activateWindow()
            QTest.qWait(5)

    def jamo(self, text: str, key: int = 0) -> None:
        """A key as a Hangul layout sends it: the letter, and a key that Qt has no name for."""
        click = QTest.KeyAction.Click
        QTest.sendKeyEvent(click, self.window.windowHandle(), Qt.Key(key), text, NONE)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        for letter in text:
            self.press(letter)

    # ---- widgets -----------------------------------------------------------------------------
    def find(self, name: str, kind: type = QWidget) -> QWidget:
        """The widget of that name, which must be there."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def field(self, name: str) -> QWidget:
        """A field of the form, clicked into: the whole number is selected."""
        self.window.docks.show("editor")
        field = self.find(f"field-{name}")
        self.until(field.isVisible)
        self.click(field)
        assert field.hasFocus()
        return field

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a place in it, scrolled into view first."""
        parent = widget.parentWidget()
        while parent is not None:
            if hasattr(parent, "ensureWidgetVisible"):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QTest.mouseClick(widget, LEFT, NONE, QPoint() if at is None else at)

    def choose(self, menu: QMenu, place: int) -> None:
        """Choose from a menu, as opening and clicking it does."""
        menu.aboutToShow.emit()
        menu.actions()[place].trigger()

    # ---- the stage ---------------------------------------------------------------------------
    @property
    def view(self) -> QWidget:
        """The widget that draws the stage."""
        return self.window.stage.view

    @property
    def scene(self) -> object:
        """What the stage draws."""
        return self.window.stage.scene

    def boxes(self, name: str) -> object:
        """A record of the scene."""
        return next(boxes for boxes in self.scene.boxes if boxes.id == name)

    def place(self, name: str, row: int, column: int, channel: int = 0, box: int = 0) -> QPoint:
        """Where the front of a cell is seen, which nothing may hide."""
        boxes = self.boxes(name)
        step = boxes.size[box] / boxes.count[box]
        cell = np.array([column, row, channel]) - boxes.first[box]
        point = boxes.low[box] + step * (cell + np.array((0.5, 0.5, 0.0)))
        scene = self.scene
        x, y, _ = project(scene.camera, scene.width, scene.height, point[None])[0]
        hit = pick(scene, x, y, ("padding", "map-copy"))
        assert hit is not None and hit.boxes_id == name, f"hidden by {hit and hit.boxes_id}"
        assert hit.cell == (column, row, channel) and hit.box == box
        return QPoint(round(x), round(y))

    def click_stage(self, at: QPoint) -> None:
        """Click the stage."""
        QTest.mouseClick(self.view, LEFT, NONE, at)

    def hover(self, at: QPoint) -> str:
        """Move the pointer over the stage; what the status bar says."""
        QTest.mouseMove(self.window.windowHandle(), self.view.mapTo(self.window, at))
        return self.status

    def drag(self, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Drag over the stage."""
        QTest.mousePress(self.view, button, NONE, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self.move(self.view, QPointF(start) + QPointF(by) * share, button)
        QTest.mouseRelease(self.view, button, NONE, start + by)

    def move(self, widget: QWidget, at: QPointF | QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Move with a button held; QTest moves the pointer only with none."""
        place, none = QPointF(at), Qt.MouseButton.NoButton
        everywhere = QPointF(widget.mapToGlobal(place))
        moved = QMouseEvent(QEvent.Type.MouseMove, place, everywhere, none, button, NONE)
        QApplication.sendEvent(widget, moved)

    def wheel(self, widget: QWidget, at: QPoint, notches: int) -> None:
        """Turn the wheel over a widget."""
        place = QPointF(at)
        everywhere = QPointF(widget.mapToGlobal(at))
        none, turned = Qt.MouseButton.NoButton, QPoint(0, 120 * notches)
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, everywhere, QPoint(), turned, none, NONE, phase, False)
        QApplication.sendEvent(widget, event)

    # ---- what is there -----------------------------------------------------------------------
    @property
    def controller(self) -> object:
        return self.window.controller

    @property
    def resolved(self) -> object:
        return self.window.controller.resolved

    @property
    def playback(self) -> object:
        return self.window.controller.playback

    @property
    def status(self) -> str:
        """What the status bar says."""
        return self.window.statusBar().currentMessage()

    def do(self, *intents: object) -> None:
        """Ask for something directly: to get to where a test begins."""
        for intent in intents:
            self.controller.dispatch(intent)


def opened_window(document: str = "seed-bottleneck", size: tuple[int, int] = (1280, 800)) -> Hands:
    """Open the app's window as the app does, and wait for its first complete frame."""
    from convviz.app.startup.make_window import make_window

    window = make_window(document, "en", "dark")
    hands = Hands(window)
    done: list[bool] = []
    window.complete.connect(lambda: done.append(True))
    window.resize(*size)
    window.show()
    hands.until(lambda: done)
    hands.activate()
    hands.wait_until_idle()
    return hands


def closed_window(hands: Hands) -> None:
    """Close it and let go of it."""
    hands.window.documents.commands.agree()
    hands.window.close()
    hands.window.deleteLater()
    QApplication.processEvents()


@pytest.fixture(scope="module")
def app(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QApplication]:
    """The application with settings of its own, left as it was found."""
    from PySide6.QtWidgets import QToolTip

    from convviz import words
    from convviz.app.window.theme import load_fonts
    from convviz.words.lookup import english

    folder = tmp_path_factory.mktemp("settings")
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    before = (qapp.styleSheet(), qapp.palette(), qapp.font())
    QSettings.setPath(ini, user, str(folder))
    load_fonts()
    yield qapp
    sheet, palette, font = before
    qapp.setStyleSheet("")  # from sheet to sheet Qt may walk over dead widgets
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
    QToolTip.setFont(font)
    words.set_translator(english)


@pytest.fixture(scope="module")
def opened(app: QApplication) -> Iterator[Hands]:
    """The window, 1280×800 with the default document, open for a whole module."""
    hands = opened_window()
    yield hands
    closed_window(hands)


@pytest.fixture
def open_window(app: QApplication) -> Iterator[Callable[..., Hands]]:
    """Open further windows, which are closed after the test."""
    made: list[Hands] = []

    def opening(document: str = "seed-bottleneck", size: tuple[int, int] = (1280, 800)) -> Hands:
        made.append(opened_window(document, size))
        return made[-1]

    yield opening
    for hands in made:
        closed_window(hands)


@pytest.fixture
def hands(opened: Hands) -> Hands:
    """The window as if it had just been opened."""
    window, controller = opened.window, opened.controller
    for box in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if box is not None:
            box.close()
    if any(cover.isVisible() for cover in window.findChildren(Blank)):
        window.blank.toggle()
    window.start.leave_start()
    window.docks.movable = False
    if controller.history.present.pinned is not None:
        controller.dispatch(intents.PinBaseline(False))
    if controller.settings.text_size != 100:
        controller.dispatch(intents.SetPreference("text_size", 100))
    window.full_screen.leave()
    window.full_screen.wait_until_idle()
    window.full_screen.point(False)
    window.resize(1280, 800)
    window.appearance.choose("en", "dark")
    opened.do(
        SetViewOptions(ViewOptions()),
        intents.SetPreference("reduced_motion", True),  # whoever tests the moves asks for them
        intents.SetSpeed(1.0),
        intents.OpenDocument("seed-bottleneck"),
    )
    opened.do(SetPane(replace(controller.pane, history=History(controller.history.present))))
    if (
        window.saveState() != opened.arranged
    ):  # to arrange the panels anew takes a third of a second
        window.docks.arrange(1280, 800, again=True)
    opened.activate()
    opened.wait_until_idle()
    opened.arranged = window.saveState()
    return opened
