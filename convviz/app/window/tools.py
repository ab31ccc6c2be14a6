"""The tools at the right end of the menu bar: they cost the stage no height."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from convviz import words
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Actions
from convviz.panels.painting.text_size import icon_side

_ICON = 17
_MENU_AIR = 24  # beside the title of a menu
TOOLS: tuple[ActionId | None, ...] = (
    ActionId.OPEN,
    ActionId.SAVE,
    None,
    ActionId.UNDO,
    ActionId.REDO,
    None,
    ActionId.VIEW_RESET,
    ActionId.CUT,
    ActionId.APART,
    ActionId.GLASS,
    ActionId.ORTHOGRAPHIC,
    None,
    ActionId.THEME,
    ActionId.LANGUAGE,
    ActionId.FULL_SCREEN,
    ActionId.KEYS,
)


def make_tools(window: QMainWindow, actions: Actions, cuts: QMenu) -> QToolBar:
    """The tool bar, put into the corner of the menu bar; the cut tool opens `cuts` too."""
    bar = QToolBar(window)
    bar.setObjectName("tools")
    bar.setIconSize(QSize(_ICON, _ICON))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for name in TOOLS:
        if name is not None:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    button = bar.widgetForAction(actions[ActionId.CUT])
    assert isinstance(button, QToolButton)
    button.setMenu(cuts)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    window.menuBar().setCornerWidget(bar)
    return bar


def _name_extensions(window: QMainWindow, bar: QToolBar) -> None:
    """Name the buttons behind which Qt puts what has no room in the menu bar and the tools."""
    for owner in (window.menuBar(), bar):
        for button in owner.findChildren(QToolButton):
            if button.objectName().startswith("qt_"):
                button.setAccessibleName(words.text("tools.more"))
                button.setToolTip(words.text("tools.more"))


def fit_tools(window: QMainWindow, bar: QToolBar) -> None:
    """Let the tools give way where large letters leave no room beside the menus."""
    _name_extensions(window, bar)
    letters = window.menuBar().fontMetrics()
    titles = (menu.text().replace("&", "") for menu in window.menuBar().actions())
    menus = sum(letters.horizontalAdvance(title) + _MENU_AIR for title in titles)
    side = icon_side(_ICON)
    bar.setIconSize(QSize(side, side))
    bar.setVisible(menus + bar.sizeHint().width() <= window.width())
    bar.resize(bar.sizeHint())
    # A menu bar places its corner again only when its own size changes.
    size = window.menuBar().size()
    QCoreApplication.sendEvent(window.menuBar(), QResizeEvent(size, size))
