"""The menu bar, filled from the action table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from convviz import words
from convviz.app.controller import Controller
from convviz.app.documents.recent import fill_recent
from convviz.app.window.action_ids import MENU_BAR, MENU_TEXTS, ActionId, MenuId
from convviz.app.window.action_table import ACTIONS
from convviz.app.window.actions import Actions, explain
from convviz.app.window.appearance_commands import Choose
from convviz.app.window.availability import reasons
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.resolved import Resolved
from convviz.state.settings import LANGUAGES
from convviz.state.view import ViewOptions

MNEMONIC = re.compile(r"\(&.\)|&")  # "&File", and "파일(&F)" as Korean menus write it
ROLES = {
    ActionId.SETTINGS: QAction.MenuRole.PreferencesRole,
    ActionId.ABOUT: QAction.MenuRole.AboutRole,
    ActionId.QUIT: QAction.MenuRole.QuitRole,
}
# A language is always named in itself, so that it can be found again.
LANGUAGE_NAMES = {"en": "English", "ko": "한국어"}
# What stands in a menu within its menu.
WITHIN = dict.fromkeys(
    (
        ActionId.DOC_BOTTLENECK,
        ActionId.DOC_DIRECT,
        ActionId.DOC_FIVE,
        ActionId.DOC_MIXING,
        ActionId.DOC_SEPIA,
        ActionId.DOC_CLASSIFIER,
        ActionId.DOC_STEM,
        ActionId.DOC_INCEPTION,
        ActionId.DOC_RESIDUAL,
    ),
    MenuId.EXAMPLES,
)
WITHIN |= dict.fromkeys(
    (
        ActionId.EXPORT_PICTURE,
        ActionId.EXPORT_CLIP,
        ActionId.SAVE_TABLE,
        ActionId.COPY_TABLE,
        ActionId.COPY_FORMULA,
        ActionId.SAVE_TORCH,
        ActionId.SAVE_KERAS,
    ),
    MenuId.EXPORT,
)
BREAKS = {
    ActionId.PIN,
    ActionId.SAVE,
    ActionId.INSERT_PHOTO,
    ActionId.SAVE_TABLE,
    ActionId.SAVE_TORCH,
    ActionId.PASTE,
    ActionId.LAYERS,
    ActionId.QUIT,
    ActionId.COPY_ARITHMETIC,
    ActionId.START,
    ActionId.FASTER,
    ActionId.ZOOM_IN,
    ActionId.ORTHOGRAPHIC,
    ActionId.CUT_ON,
    ActionId.THEME,
    ActionId.POINTER,
    ActionId.ABOUT,
    ActionId.CHANNEL,
    ActionId.SETTINGS,
    ActionId.MOVE_PANELS,
}


class Appearance(StrEnum):
    """What a menu of choices chooses."""

    LANGUAGE = "language"
    THEME = "theme"


APPEARANCE_TEXTS = {Appearance.LANGUAGE: "menu.language", Appearance.THEME: "menu.theme"}
# What each choice of a setting is called; a language is told in itself.
CHOICE_TEXTS = {
    "system": "choice.system",
    "dark": "choice.dark",
    "light": "choice.light",
    "projector": "choice.projector",
    "sea": "choice.sea",
    "ember": "choice.ember",
    "grey": "choice.grey",
}


class Menus:
    """All menus; `name` gives them their words, `apply` what is enabled and checked.

    Parameters
    ----------
    panels : iterable of QAction
        Show and hide each panel.
    choose : callable
        Takes a language or a theme.
    open_file : callable
        Opens one of the files opened last.
    """

    def __init__(
        self,
        bar: QMenuBar,
        actions: Actions,
        panels: Iterable[QAction],
        controller: Controller,
        choose: Choose,
        open_file: Callable[[str], None],
    ) -> None:
        self._actions, self._choose = actions, choose
        self.reasons: dict[ActionId, str] = {}  # key of the reason, by action that cannot act
        self._named = False  # whether the reasons were told in the present words
        self._menus: dict[MenuId, QMenu] = {id: bar.addMenu(id) for id in MENU_BAR}
        for id, menu in self._menus.items():
            menu.setObjectName(f"menu-{id}")
        for spec in ACTIONS:
            menu = self._menus[spec.menu]
            if spec.id in WITHIN:
                menu = self._within(WITHIN[spec.id], menu)
            if spec.id in BREAKS:
                menu.addSeparator()
            # On macOS some move to the app's own menu, and nothing else is guessed by its name.
            actions[spec.id].setMenuRole(ROLES.get(spec.id, QAction.MenuRole.NoRole))
            menu.addAction(actions[spec.id])
            if spec.id is ActionId.OPEN:
                self._recent = menu.addMenu("")
        self._recent.aboutToShow.connect(lambda: fill_recent(self._recent, open_file))
        self._choices: dict[tuple[Appearance, str], QAction] = {}
        self._submenus = {
            Appearance.LANGUAGE: self._choice_menu(
                Appearance.LANGUAGE, MenuId.WINDOW, ("system", *LANGUAGES)
            ),
            Appearance.THEME: self._choice_menu(Appearance.THEME, MenuId.VIEW, ("system", *THEMES)),
        }
        self._calm = QAction(bar)
        self._calm.setCheckable(True)
        self._calm.triggered.connect(
            lambda on: controller.dispatch(intents.SetPreference("reduced_motion", on))
        )
        self._menus[MenuId.WINDOW].addAction(self._calm)
        self._panels = self._menus[MenuId.WINDOW].addMenu("")
        self._panels.addActions(list(panels))

    def _within(self, id: MenuId, menu: QMenu) -> QMenu:
        """A menu within `menu`, where its first action comes."""
        if id not in self._menus:
            self._menus[id] = menu.addMenu("")
            self._menus[id].setToolTipsVisible(True)  # they say why something is grey
        return self._menus[id]

    def _choice_menu(self, what: Appearance, place: MenuId, values: tuple[str, ...]) -> QMenu:
        menu = self._menus[place].addMenu("")
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction(value)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self._chosen(what, value))
            self._choices[what, value] = action
        return menu

    def _chosen(self, what: Appearance, value: str) -> None:
        if what is Appearance.LANGUAGE:
            self._choose(language=value)
        else:
            self._choose(theme=value)

    def name(self) -> None:
        """Give every menu its words in the present language."""
        self._named = False
        for id, menu in self._menus.items():
            menu.setTitle(words.text(MENU_TEXTS[id]))
        self._recent.setTitle(words.text("menu.recent"))
        for what, menu in self._submenus.items():
            menu.setTitle(words.text(APPEARANCE_TEXTS[what]))
        self._panels.setTitle(words.text("menu.panels"))
        self._menus[MenuId.WINDOW].setToolTipsVisible(True)  # they say why something is grey
        self._calm.setText(words.text("choice.reduced-motion"))
        for (_, value), action in self._choices.items():
            action.setText(LANGUAGE_NAMES.get(value) or words.text(CHOICE_TEXTS[value]))

    def apply(self, new: Resolved, view: ViewOptions) -> None:
        """What can be done now, and what is switched on."""
        actions, settings = self._actions, new.settings
        before = self.reasons if self._named else {spec.id: "" for spec in ACTIONS}
        self.reasons, self._named = reasons(new, view, len(QGuiApplication.screens())), True
        for spec in ACTIONS:
            reason = self.reasons.get(spec.id)
            if reason != before.get(spec.id):  # most edits change none
                actions[spec.id].setEnabled(reason is None)
                explain(actions[spec.id], spec, reason)
        actions[ActionId.ORTHOGRAPHIC].setChecked(view.orthographic)
        actions[ActionId.GLASS].setChecked(view.glass)
        actions[ActionId.APART].setChecked(view.apart > 0.0)
        actions[ActionId.CUT].setChecked(view.cut_row is not None)
        self._choices[Appearance.LANGUAGE, settings.language_choice].setChecked(True)
        self._choices[Appearance.THEME, settings.theme_choice].setChecked(True)
        self._calm.setChecked(settings.reduced_motion)
