"""The tools at the right end of the menu bar: they cost the stage no height."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

_MENU_AIR = 24  # beside the title of a menu
TOOLS = (
    "undo",
    "redo",
    "",
    "view-reset",
    "cut",
    "apart",
    "glass",
    "orthographic",
    "",
    "theme",
    "language",
    "full-screen",
    "keys",
)


def make_tools(window: QMainWindow, actions: dict[str, QAction], cuts: QMenu) -> QToolBar:
    """The tool bar, put into the corner of the menu bar; the cut tool opens `cuts` too."""
    bar = QToolBar(window)
    bar.setObjectName("tools")
    bar.setIconSize(QSize(17, 17))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for name in TOOLS:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    button = bar.widgetForAction(actions["cut"])
    assert isinstance(button, QToolButton)
    button.setMenu(cuts)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    window.menuBar().setCornerWidget(bar)
    return bar


def fit_tools(window: QMainWindow, bar: QToolBar) -> None:
    """Let the tools give way where large letters leave no room beside the menus."""
    letters = window.menuBar().fontMetrics()
    titles = (menu.text().replace("&", "") for menu in window.menuBar().actions())
    menus = sum(letters.horizontalAdvance(title) + _MENU_AIR for title in titles)
    bar.setVisible(menus + bar.sizeHint().width() <= window.width())
