"""The transport bar: the story's buttons, what it tells now and next, speed, and the scrub bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from convviz import words
from convviz.panels.painting.icons import icon, ink
from convviz.panels.painting.lettering import (
    BASE,
    SEMIBOLD,
    SMALL,
    VALUE,
    draw_text,
    fitted,
    shortened,
    text_width,
)
from convviz.panels.painting.text_size import Painted, enlarged, fix_side, fix_width, text_factor
from convviz.panels.transport.scrub_bar import ScrubBar
from convviz.panels.transport.step_names import clock, next_name, present_name
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.help import help_of
from convviz.state.intents import Jump, SetSpeed, Step, TogglePlay
from convviz.state.resolved import Resolved
from convviz.state.settings import SPEEDS
from convviz.state.view import Playback

_BUTTONS = (
    ("start", "skip-back", Jump(-1)),
    ("back", "step-back", Step("span", -1)),
    ("play", "play", TogglePlay()),
    ("forward", "step-forward", Step("span", 1)),
    ("end", "skip-forward", Jump(1)),
)
_KEYS = {
    "play": "Space",
    "back": "←  ·  PgUp",
    "forward": "→  ·  PgDown",
    "start": "Home",
    "end": "End",
    "speed": "[  ·  ]",
}
_LARGE, _SMALL_BUTTON = 40, 32
_SIDES = 28  # margins and gaps beside the buttons
_ENDS = ("start", "end")
# Pixels at 100 % beside the buttons.
_ROOM_FOR_CLOCK, _ROOM_FOR_ENDS, _ROOM_FOR_STEPS = 270, 230, 170


class StepLine(Painted, QWidget):
    """Two lines: the step that is told, and the one after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LARGE)
        self._now, self._next, self._theme = "", "", "dark"

    def show_steps(self, now: str, following: str, theme: str) -> None:
        """Show the names of two steps; `following` may be empty."""
        if (now, following, theme) != (self._now, self._next, self._theme):
            self._now, self._next, self._theme = now, following, theme
            self.setAccessibleName(f"{now}. {following}")
            self.update()

    def texts(self) -> tuple[str, str]:
        """Give both lines."""
        return self._now, self._next

    def sizeHint(self) -> QSize:
        return QSize(200, _LARGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, _LARGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        width = self.width()
        lines = ((self._now, 17, Role.TEXT, VALUE, SEMIBOLD), (self._next, 34, Role.MUTED, SMALL))
        for text, baseline, role, most, *weight in lines:
            pixels = fitted((Span(text),), width, most, *weight)
            shown = shortened(text, width, pixels, *weight)
            draw_text(painter, 0, baseline, shown, self._theme, role, pixels, *weight)


class Clock(Painted, QWidget):
    """Story time now, and of the whole story, in figures that do not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._theme = "", "dark"
        self.fix_size(92, _LARGE)

    def show_time(self, text: str, theme: str) -> None:
        """Show a text such as ``0:05 / 0:32``."""
        if (text, theme) != (self._text, self._theme):
            self._text, self._theme = text, theme
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        left = self.width() - text_width(self._text, BASE)
        draw_text(painter, left, 25, self._text, self._theme, Role.MUTED)


class SpeedButton(QToolButton):
    """Shows the speed; opens a menu of speeds; a wheel turns through them."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(_SMALL_BUTTON)
        fix_width(self, 62)
        self._speed = 1.0
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: list[QAction] = []
        for speed in reversed(SPEEDS):
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(speed)
            group.addAction(action)
            self._actions.append(action)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)

    def show_speed(self, speed: float) -> None:
        """Show a speed, which need not be one of the menu's."""
        if speed == self._speed and self.text():
            return
        self._speed = speed
        self.setText(written_speed(speed))
        for action in self._actions:
            action.setText(written_speed(action.data()))
            action.setChecked(abs(action.data() - speed) < 1e-9)

    def wheelEvent(self, event: QWheelEvent) -> None:
        up = event.angleDelta().y() > 0
        others = [s for s in SPEEDS if (s > self._speed if up else s < self._speed)]
        if others:
            self.chosen.emit(min(others) if up else max(others))
        event.accept()


def written_speed(speed: float) -> str:
    """Give a speed as ``0.25×``."""
    return words.text("playback.times", speed=f"{speed:g}")


class TransportBar(QWidget):
    """Plays the story and shows where it is."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._resolved: Resolved | None = None
        self._playback = Playback()
        self._plays = True  # whether there is a story that can be played
        self._shown_playing: bool | None = None
        self.steps = StepLine()
        self.clock = Clock()
        self.speed = SpeedButton()
        self.speed.chosen.connect(lambda speed: self.intent.emit(SetSpeed(speed)))
        self.scrub = ScrubBar()
        self.scrub.intent.connect(self.intent)
        self.buttons = {name: self._button(name, ask) for name, _, ask in _BUTTONS}
        self._lay_out()

    def _button(self, name: str, ask: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"transport-{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        large = name == "play"
        if large:
            button.setProperty("look", "loud")
        side = _LARGE if large else _SMALL_BUTTON
        fix_side(button, side)
        button.setIconSize(QSize(20, 20) if large else QSize(17, 17))
        button.clicked.connect(lambda: self.intent.emit(ask))
        return button

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setContentsMargins(8, 0, 8, 0)
        controls.setSpacing(4)
        controls.addWidget(self.steps, 1)
        for name, _, _ in _BUTTONS:
            controls.addWidget(self.buttons[name])
        self._right = right = QHBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self.clock)
        right.addWidget(self.speed)
        controls.addLayout(right, 1)
        self._controls = controls
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(2)
        column.addWidget(self.scrub)
        column.addLayout(controls)

    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show the story of `new`."""
        first = self._resolved is None
        self._resolved = new
        theme = new.settings.theme
        themed = first or old is None or old.settings.theme != theme
        if themed or old is None or old.stage is not new.stage or old.stale != new.stale:
            self.scrub.show_stage(new.stage, theme)
            self._plays = help_of(new) is None
            for button in self.buttons.values():
                button.setEnabled(self._plays)
        if themed:
            for name, picture, _ in _BUTTONS:
                if name != "play":
                    self.buttons[name].setIcon(icon(picture, theme, Role.MUTED, filled=True))
            self._shown_playing = None
        if first:
            self.retranslate()
        self._show(self._playback)

    def tick(self, playback: Playback, resolved: Resolved) -> None:
        """Follow the story."""
        self._playback, self._resolved = playback, resolved
        self.scrub.tick(playback)
        self._show(playback)

    def retranslate(self) -> None:
        """Say everything in the present language; `apply` follows."""
        for name, button in self.buttons.items():
            self._name_button(button, name, name)
        self.scrub.retranslate()
        self.speed.setAccessibleName(words.text("playback.speed"))
        self._hint(self.speed, words.text("playback.speed"), "speed")
        self._shown_playing = None
        self.make_room()
        if self._resolved is not None:
            self.scrub.show_stage(self._resolved.stage, self._resolved.settings.theme)

    def _name_button(self, button: QToolButton, name: str, says: str) -> None:
        what = words.text(f"playback.{says}")
        button.setAccessibleName(what)
        self._hint(button, what, name)

    def _hint(self, button: QToolButton, what: str, name: str) -> None:
        button.setToolTip(words.text("playback.key", what=what, press=_KEYS[name]))

    def _show(self, playback: Playback) -> None:
        if self._resolved is None:
            return
        theme, stage = self._resolved.settings.theme, self._resolved.stage
        if playback.playing != self._shown_playing:
            self._shown_playing = playback.playing
            says = "pause" if playback.playing else "play"
            self.buttons["play"].setIcon(icon(says, theme, Role.ON_ACCENT, filled=True))
            self._name_button(self.buttons["play"], "play", says)
        self.speed.show_speed(playback.speed)
        if stage is None or not self._plays:
            says = "playback.none" if stage is None else "playback.unplayable"
            self.steps.show_steps(words.text(says), "", theme)
            self.clock.show_time("", theme)
            return
        following = next_name(stage, playback)
        self.steps.show_steps(
            present_name(stage, playback),
            words.text("playback.next", step=following) if following else "",
            theme,
        )
        now, whole = clock(playback.time), clock(stage.storyboard.duration)
        self.clock.show_time(words.text("playback.clock", now=now, whole=whole), theme)

    def minimumSizeHint(self) -> QSize:
        # With large letters, clock and steps give way.
        least = super().minimumSizeHint()
        return least if text_factor() == 1.0 else QSize(enlarged(160), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Let the clock, Home and End, then the names of the steps, give way to large letters."""
        large = text_factor() > 1.0
        room = self._room(tuple(self.buttons))
        ends = not large or room >= _ROOM_FOR_ENDS
        for name in _ENDS:  # their keys are there all the same
            self.buttons[name].setVisible(ends)
        if not ends:
            room = self._room(tuple(name for name in self.buttons if name not in _ENDS))
        clock = not large or room >= _ROOM_FOR_CLOCK
        self.clock.setVisible(clock)
        # Without the clock the names get its room, and the buttons leave the middle.
        self._controls.setStretchFactor(self._right, int(clock))
        self.steps.setVisible(not large or room >= _ROOM_FOR_STEPS)

    def _room(self, names: tuple[str, ...]) -> float:
        """Pixels at 100 % beside these buttons."""
        buttons = sum(self.buttons[name].width() for name in names)
        return (self.width() - buttons - 2 * _SIDES) / text_factor()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._resolved.settings.theme if self._resolved is not None else "dark"
        QPainter(self).fillRect(self.rect(), ink(theme, Role.PANEL))
