"""The menu bar, filled from the action table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMenu

from convviz import words
from convviz.app.documents.recent import fill_recent
from convviz.app.window.actions import ACTIONS, MENUS, explain
from convviz.app.window.availability import reasons
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.resolved import Resolved
from convviz.state.settings import LANGUAGES

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

MNEMONIC = re.compile(r"\(&.\)|&")  # "&File", and "파일(&F)" as Korean menus write it
ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
# A language is always named in itself, so that it can be found again.
LANGUAGE_NAMES = {"en": "English", "ko": "한국어"}
# What stands in a menu within its menu.
WITHIN = dict.fromkeys(
    (
        "doc-bottleneck",
        "doc-direct",
        "doc-five",
        "doc-mixing",
        "doc-sepia",
        "doc-classifier",
        "doc-stem",
        "doc-inception",
        "doc-residual",
    ),
    "examples",
)
WITHIN |= dict.fromkeys(
    (
        "export-picture",
        "export-clip",
        "save-table",
        "copy-table",
        "copy-formula",
        "save-torch",
        "save-keras",
    ),
    "export",
)
BREAKS = {
    "pin",
    "save",
    "insert-photo",
    "save-table",
    "save-torch",
    "paste",
    "layers",
    "quit",
    "copy-arithmetic",
    "start",
    "faster",
    "zoom-in",
    "orthographic",
    "cut-on",
    "theme",
    "pointer",
    "about",
    "channel",
    "settings",
    "move-panels",
}


class Menus:
    """All menus; `name` gives them their words, `apply` what is enabled and checked."""

    def __init__(
        self, window: MainWindow, actions: dict[str, QAction], docks: dict[str, QDockWidget]
    ) -> None:
        self._window, self._actions = window, actions
        self.reasons: dict[str, str] = {}  # key of the reason, by action that cannot act
        self._named = False  # whether the reasons were told in the present words
        bar = window.menuBar()
        self._menus: dict[str, QMenu] = {name: bar.addMenu(name) for name in MENUS}
        for name, menu in self._menus.items():
            menu.setObjectName(f"menu-{name}")
        for spec in ACTIONS:
            menu = self._menus[spec.menu]
            if spec.id in WITHIN:
                menu = self._within(WITHIN[spec.id], menu)
            if spec.id in BREAKS:
                menu.addSeparator()
            # On macOS some move to the app's own menu, and nothing else is guessed by its name.
            actions[spec.id].setMenuRole(ROLES.get(spec.id, QAction.MenuRole.NoRole))
            menu.addAction(actions[spec.id])
            if spec.id == "open":
                self._recent = menu.addMenu("")
        self._recent.aboutToShow.connect(
            lambda: fill_recent(self._recent, window.commands.desk.open_file)
        )
        self._choices: dict[str, QAction] = {}
        self._language = self._choice_menu("language", "window", ("system", *LANGUAGES))
        self._theme = self._choice_menu("theme", "view", ("system", *THEMES))
        self._calm = QAction(window)
        self._calm.setCheckable(True)
        self._calm.triggered.connect(
            lambda on: window.controller.dispatch(intents.SetPreference("reduced_motion", on))
        )
        self._menus["window"].addAction(self._calm)
        self._panels = self._menus["window"].addMenu("")
        for dock in docks.values():
            self._panels.addAction(dock.toggleViewAction())

    def _within(self, name: str, menu: QMenu) -> QMenu:
        """A menu within `menu`, where its first action comes."""
        if name not in self._menus:
            self._menus[name] = menu.addMenu("")
            self._menus[name].setToolTipsVisible(True)  # they say why something is grey
        return self._menus[name]

    def _choice_menu(self, name: str, place: str, values: tuple[str, ...]) -> QMenu:
        menu = self._menus[place].addMenu("")
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction(value)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, chosen={name: value}: self._window.commands.choose(**chosen)
            )
            self._choices[f"{name}.{value}"] = action
        return menu

    def name(self) -> None:
        """Give every menu its words in the present language."""
        self._named = False
        for name, menu in self._menus.items():
            menu.setTitle(words.text(f"menu.{name}"))
        self._window.cuts.name()
        self._recent.setTitle(words.text("menu.recent"))
        self._language.setTitle(words.text("menu.language"))
        self._theme.setTitle(words.text("menu.theme"))
        self._panels.setTitle(words.text("menu.panels"))
        self._menus["window"].setToolTipsVisible(True)  # they say why something is grey
        self._calm.setText(words.text("choice.reduced-motion"))
        for key, action in self._choices.items():
            value = key.split(".")[1]
            spoken = LANGUAGE_NAMES.get(value)
            action.setText(spoken or words.text(f"choice.{value}"))

    def apply(self, new: Resolved) -> None:
        """What can be done now, and what is switched on."""
        actions, settings = self._actions, new.settings
        view = self._window.controller.view
        before = self.reasons if self._named else {spec.id: "" for spec in ACTIONS}
        self.reasons, self._named = reasons(new, view, len(QGuiApplication.screens())), True
        for spec in ACTIONS:
            reason = self.reasons.get(spec.id)
            if reason != before.get(spec.id):  # most edits change none
                actions[spec.id].setEnabled(reason is None)
                explain(actions[spec.id], spec, reason)
        actions["move-panels"].setChecked(self._window.docks.movable)
        actions["orthographic"].setChecked(view.orthographic)
        actions["glass"].setChecked(view.glass)
        actions["apart"].setChecked(view.apart > 0.0)
        actions["cut"].setChecked(view.cut_row is not None)
        self._choices[f"language.{settings.language_choice}"].setChecked(True)
        self._choices[f"theme.{settings.theme_choice}"].setChecked(True)
        self._calm.setChecked(settings.reduced_motion)
