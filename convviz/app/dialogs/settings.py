"""The settings: every change counts at once; Undo changes takes back those made here.

There is no OK, Apply or Cancel: Close and Esc keep what is seen, as in the settings of macOS, GNOME
and Windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.window.appearance_commands import Choose
from convviz.app.window.menus import CHOICE_TEXTS, LANGUAGE_NAMES
from convviz.panels.painting.text_size import enlarged, text_factor
from convviz.panels.transport.panel import written_speed
from convviz.scene.themes import PALETTES, THEMES
from convviz.state import intents
from convviz.state.settings import LANGUAGES, PACES, TEXT_SIZES, Settings


@dataclass(frozen=True)
class Setting:
    """One setting: its field in `Settings`, and the keys of its name and of its explanation."""

    name: str
    text: str
    about: str = ""


# Groups of settings, each below the text of its key.
GROUPS = (
    (
        "settings.look",
        (
            Setting("language", "settings.language"),
            Setting("theme", "settings.theme"),
            Setting("palette", "settings.palette", "settings.palette.about"),
            Setting("text_size", "settings.text_size"),
        ),
    ),
    (
        "settings.story",
        (
            Setting("pace", "settings.pace"),
            Setting("reduced_motion", "settings.reduced_motion", "settings.reduced_motion.about"),
        ),
    ),
    (
        "settings.start",
        (
            Setting("start_page", "settings.start_page"),
            Setting("software", "settings.software", "settings.software.about"),
        ),
    ),
)
CHOICES = {
    "language": ("system", *LANGUAGES),
    "theme": ("system", *THEMES),
    "palette": PALETTES,
}
SCALES: dict[str, Sequence[int] | Sequence[float]] = {"text_size": TEXT_SIZES, "pace": PACES}
_DEFAULTS = Settings()


class Scale(QWidget):
    """A slider over a few numbers, and the number that it stands at."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._values = name, SCALES[name]
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(self._values) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(130)
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self._label)
        self.slider.valueChanged.connect(lambda _: self._write())

    @property
    def value(self) -> float:
        """The number that it stands at."""
        return self._values[self.slider.value()]

    def show_value(self, value: float) -> None:
        """Stand at a number."""
        self.slider.blockSignals(True)
        self.slider.setValue([*self._values].index(value))
        self.slider.blockSignals(False)
        self._write()

    def _write(self) -> None:
        written = [self._written(value) for value in self._values]
        self._label.setText(self._written(self.value))
        widest = max(self._label.fontMetrics().horizontalAdvance(text) for text in written)
        self._label.setMinimumWidth(widest + 2)

    def _written(self, value: float) -> str:
        if self._name == "pace":
            return written_speed(value)
        return words.text("settings.per-cent", size=value)


class SettingsDialog(QDialog):
    """The dialog of one window."""

    def __init__(self, window: QWidget, controller: Controller, choose: Choose) -> None:
        super().__init__(window)
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._controller, self._take = window, controller, choose
        self._told: list[tuple[QLabel, str]] = []
        self._names: dict[str, str] = {}  # the key of each setting's name
        self.fields: dict[str, QWidget] = {}
        self._fitted: tuple[str, float] | None = None  # what it has room for
        self._before = self._controller.settings, preferences.software_opengl()
        page = QWidget()
        page.setProperty("look", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(28, 20, 28, 12)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for title, settings in GROUPS:
            self._add_group(grid, title, settings)
        grid.setRowMinimumHeight(grid.rowCount(), 4)
        kept = self._label("settings.kept", "small")
        grid.addWidget(kept, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area = QScrollArea()
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No standard buttons: of those Qt writes the text anew when the language changes.
        role, self.buttons = QDialogButtonBox.ButtonRole, QDialogButtonBox()
        self.buttons.setContentsMargins(28, 8, 28, 16)
        self.defaults = self.buttons.addButton("", role.ResetRole)
        self.undo = self.buttons.addButton("", role.ResetRole)
        self._close = self.buttons.addButton("", role.RejectRole)
        self._close.setDefault(True)
        for button in (self.defaults, self.undo):
            button.setAutoDefault(False)
        self.defaults.clicked.connect(self.restore_defaults)
        self.undo.clicked.connect(lambda: self._go_back(*self._before))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self.buttons)
        self._controller.settingsChanged.connect(self._follow)
        self._controller.resolvedChanged.connect(self._translate)
        self._follow(self._controller.settings)
        self._translate()

    # ---- how it is made ----------------------------------------------------------------------
    def _add_group(self, grid: QGridLayout, title: str, settings: tuple[Setting, ...]) -> None:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 6)
        grid.addWidget(self._label(title, "section"), grid.rowCount(), 0, 1, 2)
        rule = QFrame()
        rule.setProperty("look", "rule")
        grid.addWidget(rule, grid.rowCount(), 0, 1, 2)
        for setting in settings:
            row, name = grid.rowCount(), setting.name
            label = self._label(setting.text)
            self._names[name] = setting.text
            field = self.fields[name] = self._field(name)
            asker = field.slider if isinstance(field, Scale) else field
            asker.setObjectName(f"settings-{name}")
            label.setBuddy(asker)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            if setting.about:
                about = self._label(setting.about, "small")
                about.setWordWrap(True)
                grid.addWidget(about, row + 1, 0, 1, 2)

    def _label(self, key: str, look: str = "") -> QLabel:
        label = QLabel()
        if look:
            label.setProperty("look", look)
        self._told.append((label, key))
        return label

    def _field(self, name: str) -> QWidget:
        if name in CHOICES:
            box = QComboBox()
            box.addItems([""] * len(CHOICES[name]))
            box.activated.connect(lambda place: self._choose(name, CHOICES[name][place]))
            return box
        if name in SCALES:
            scale = Scale(name)
            scale.slider.valueChanged.connect(lambda _: self._set(name, scale.value))
            return scale
        switch = QCheckBox()
        switch.setProperty("look", "switch")
        switch.clicked.connect(lambda on: self._set(name, on))
        return switch

    # ---- what it does ------------------------------------------------------------------------
    def _choose(self, name: str, value: str) -> None:
        if name == "language":
            self._take(language=value)
        elif name == "theme":
            self._take(theme=value)
        else:
            self._set(name, value)

    def _set(self, name: str, value: float | bool | str) -> None:
        if name == "software":
            preferences.set_software_opengl(bool(value))
            self._follow(self._controller.settings)
            return
        self._controller.dispatch(intents.SetPreference(name, value))
        if name == "pace":
            self._controller.dispatch(intents.SetSpeed(float(value)))

    def restore_defaults(self) -> None:
        """Take back every change ever made here."""
        self._go_back(_DEFAULTS, False)

    def _go_back(self, settings: Settings, software: bool) -> None:
        """Set everything as it was, touching only what differs."""
        now = self._controller.settings
        choices = settings.language_choice, settings.theme_choice
        if choices != (now.language_choice, now.theme_choice):
            self._take(*choices)
        for name in ("palette", "text_size", "pace", "reduced_motion", "start_page"):
            if getattr(settings, name) != getattr(now, name):
                self._set(name, getattr(settings, name))
        self._set("software", software)

    # ---- what it shows -----------------------------------------------------------------------
    def _follow(self, settings: Settings) -> None:
        self.undo.setEnabled((settings, preferences.software_opengl()) != self._before)
        for name, field in self.fields.items():
            if isinstance(field, QComboBox):
                chosen = getattr(settings, f"{name}_choice", None) or getattr(settings, name)
                field.setCurrentIndex(CHOICES[name].index(chosen))
            elif isinstance(field, Scale):
                field.show_value(getattr(settings, name))
            elif isinstance(field, QCheckBox):
                software = name == "software"
                field.setChecked(
                    preferences.software_opengl() if software else getattr(settings, name)
                )

    def _translate(self) -> None:
        """Say everything in the present language, and take the room that it needs."""
        self.setWindowTitle(words.text("settings.title"))
        for label, key in self._told:
            label.setText(words.text(key))
        for name, field in self.fields.items():
            asker = field.slider if isinstance(field, Scale) else field
            asker.setAccessibleName(words.text(self._names[name]))
            if isinstance(field, QComboBox):
                for place, choice in enumerate(CHOICES[name]):
                    spoken = LANGUAGE_NAMES.get(choice) or words.text(CHOICE_TEXTS[choice])
                    field.setItemText(place, spoken)
        self._close.setText(words.text("keys.close"))
        self.defaults.setText(words.text("settings.defaults"))
        self.undo.setText(words.text("settings.undo"))
        self.undo.setToolTip(words.text("settings.undo.about"))
        self._follow(self._controller.settings)
        self._fit()

    def _fit(self) -> None:
        """Take the room that the present letters need."""
        spoken = words.text("settings.title"), text_factor()
        if spoken == self._fitted:
            return
        self._fitted = spoken
        page = self._area.widget()
        assert page is not None
        needed = max(page.minimumSizeHint().width(), self.buttons.sizeHint().width())
        width = min(max(enlarged(460), needed), self._window.width() - 32)
        height = page.heightForWidth(width) if page.hasHeightForWidth() else 0
        height = max(height, page.sizeHint().height()) + self.buttons.sizeHint().height() + 8
        self.resize(width, min(height, self._window.height() - 32))
