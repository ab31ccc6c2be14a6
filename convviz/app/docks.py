"""The panels beside the stage: counts on top, layers and this cell as tabs below; or all as tabs.

In full screen the plot moves under the stage.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QSplitter,
    QTabBar,
    QTabWidget,
    QWidget,
)

from convviz import words

SIDE = (312, 420)  # least and most width of the side column, logical pixels
ROOMY_HEIGHT = 700  # below: every panel is a tab
PLOT_HEIGHT = 180
COUNTS = 0.42  # of the height of the side column
ROUNDING = 2  # logical pixels that a splitter may be off
ARITHMETIC = 0.6  # of what it shares with the plot, at least
RIGHT, BOTTOM = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea


class CellPanel(QSplitter):
    """The flat plot over the arithmetic of the active cell."""

    def __init__(self, plot: QWidget, arithmetic: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.plot, self.arithmetic = plot, arithmetic
        self.addWidget(plot)
        self.addWidget(arithmetic)
        self.setChildrenCollapsible(False)
        self._moved = False  # whether the user has shared out the height
        self.splitterMoved.connect(self._leave)

    def _leave(self) -> None:
        self._moved = True

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and not self._moved:
            self._share()
        return done

    def _share(self) -> None:
        """Give the arithmetic what it wants, the plot no less than it needs."""
        if self.arithmetic.isHidden():
            return
        height = self.height() - self.handleWidth()
        least = self.plot.minimumSizeHint().height()
        wanted = self.arithmetic.sizeHint().height() + ROUNDING
        below = min(max(wanted, int(height * ARITHMETIC)), height - least)
        if below > 0 and abs(below - self.sizes()[1]) >= ROUNDING:
            self.setSizes([height - below, below])


class Docks:
    """The three docks and their arrangements."""

    def __init__(
        self,
        window: QMainWindow,
        counts: QWidget,
        editor: QWidget,
        plot: QWidget,
        arithmetic: QWidget,
    ) -> None:
        self._window = window
        self._cell = CellPanel(plot, arithmetic)
        self.all = {
            "counts": self._dock("counts", counts),
            "editor": self._dock("editor", editor),
            "cell": self._dock("cell", self._cell),
        }
        self._roomy: bool | None = None
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def _dock(self, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setTitleBarWidget(QWidget())  # the tab, or the panel's own heading, names it
        dock.setWidget(content)
        return dock

    def arrange(self, width: int, height: int, again: bool = False) -> None:
        """Arrange for a window of this size; nothing happens while the arrangement stays."""
        roomy = height >= ROOMY_HEIGHT
        side = min(max(int(width * 0.265), SIDE[0]), SIDE[1])
        window, docks = self._window, self.all
        if roomy != self._roomy or again:
            self._roomy = roomy
            for dock in docks.values():
                window.removeDockWidget(dock)
            window.addDockWidget(RIGHT, docks["counts"])
            if roomy:
                window.splitDockWidget(docks["counts"], docks["editor"], Qt.Orientation.Vertical)
            else:
                window.addDockWidget(RIGHT, docks["editor"])
                window.tabifyDockWidget(docks["counts"], docks["editor"])
            window.tabifyDockWidget(docks["editor"], docks["cell"])
            self._cell.arithmetic.show()
            for dock in docks.values():
                dock.show()
            docks["editor" if roomy else "counts"].raise_()
        window.resizeDocks([docks["counts"]], [side], Qt.Orientation.Horizontal)
        if roomy:
            body = height - 50
            window.resizeDocks(
                [docks["counts"], docks["editor"]],
                [int(body * COUNTS), int(body * (1.0 - COUNTS))],
                Qt.Orientation.Vertical,
            )
        self._calm_tabs()

    def _calm_tabs(self) -> None:
        for bar in self._window.findChildren(QTabBar):
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            bar.setDocumentMode(True)
            bar.setExpanding(True)

    def name(self) -> None:
        """Give the docks their titles in the present language."""
        for name, dock in self.all.items():
            dock.setWindowTitle(words.text(f"dock.{name}"))

    def show(self, name: str) -> None:
        """Bring a panel to the front of its tabs, if it is not closed."""
        if not self.all[name].isHidden() or self.all[name].isVisible():
            self.all[name].raise_()

    def hides(self, widget: QWidget) -> bool:
        """Whether a widget is in a panel behind another tab, where Qt still lets it have focus."""
        return any(
            dock.isAncestorOf(widget) and min(dock.geometry().right(), dock.geometry().bottom()) < 0
            for dock in self.all.values()
        )

    def only_plot(self) -> None:
        """Full screen: the plot alone, under the stage."""
        window = self._window
        for name in ("counts", "editor"):
            self.all[name].hide()
        window.removeDockWidget(self.all["cell"])
        window.addDockWidget(BOTTOM, self.all["cell"])
        self._cell.arithmetic.hide()
        self.all["cell"].show()
        window.resizeDocks([self.all["cell"]], [PLOT_HEIGHT], Qt.Orientation.Vertical)
