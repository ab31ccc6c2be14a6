"""The tools at the right end of the menu bar: they cost the stage no height."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

TOOLS = ("undo", "redo", "", "view-reset", "cut", "apart", "glass", "orthographic", "", "theme",
         "language", "full-screen", "keys")


def make_tools(window: QMainWindow, actions: dict[str, QAction]) -> QToolBar:
    """The tool bar, put into the corner of the menu bar."""
    bar = QToolBar(window)
    bar.setObjectName("tools")
    bar.setIconSize(QSize(17, 17))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for name in TOOLS:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    window.menuBar().setCornerWidget(bar)
    return bar
