"""The panels around the stage: beside it where there is room, behind tabs where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QTabWidget, QWidget

from convviz import words

SIDE_WIDTH = 336
PLOT_HEIGHT = 158
ROOMY_WIDTH, ROOMY_HEIGHT = 1180, 740  # below: every panel is a tab of one side column


class Docks:
    """The four docks and the two arrangements of them."""

    def __init__(self, window: QMainWindow, panels: dict[str, QWidget]) -> None:
        self._window = window
        self.all = {name: self._dock(name, panel) for name, panel in panels.items()}
        self._roomy: bool | None = None
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks
        )
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setTabPosition(
            Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North
        )

    def _dock(self, name: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        content: QWidget = panel
        if name in ("editor", "counts"):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(panel)
            content = area
        dock.setWidget(content)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        return dock

    def arrange(self, width: int, height: int, again: bool = False) -> None:
        """Arrange for a window of this size; nothing happens while the arrangement stays."""
        roomy = width >= ROOMY_WIDTH and height >= ROOMY_HEIGHT
        if roomy == self._roomy and not again:
            return
        self._roomy = roomy
        right, bottom = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        window, docks = self._window, self.all
        for dock in docks.values():
            window.removeDockWidget(dock)
        if roomy:
            window.addDockWidget(right, docks["counts"])
            window.splitDockWidget(docks["counts"], docks["editor"], Qt.Orientation.Vertical)
            window.addDockWidget(bottom, docks["plot"])
            window.splitDockWidget(docks["plot"], docks["arithmetic"], Qt.Orientation.Horizontal)
        else:
            for name in ("counts", "editor", "plot", "arithmetic"):
                window.addDockWidget(right, docks[name])
            for name in ("editor", "plot", "arithmetic"):
                window.tabifyDockWidget(docks["counts"], docks[name])
        for dock in docks.values():
            dock.show()
        self._sizes(roomy, width, height)
        docks["counts"].raise_()

    def _sizes(self, roomy: bool, width: int, height: int) -> None:
        docks, window = self.all, self._window
        side = min(SIDE_WIDTH + max(0, width - 1280) // 8, 420)
        window.resizeDocks([docks["counts"]], [side if roomy else 312], Qt.Orientation.Horizontal)
        if not roomy:
            return
        body = height - 60
        window.resizeDocks(
            [docks["counts"], docks["editor"]], [body // 2, body // 2], Qt.Orientation.Vertical
        )
        plot = PLOT_HEIGHT + max(0, height - 800) // 6
        window.resizeDocks([docks["plot"]], [plot], Qt.Orientation.Vertical)
        window.resizeDocks(
            [docks["plot"], docks["arithmetic"]], [6, 4], Qt.Orientation.Horizontal
        )

    def name(self) -> None:
        """Give the docks their titles in the present language."""
        for name, dock in self.all.items():
            dock.setWindowTitle(words.text(f"dock.{name}"))

    def only_plot(self, alone: bool) -> None:
        """Full screen keeps the plot alone."""
        for name, dock in self.all.items():
            dock.setVisible(not alone or name == "plot")

