"""The panels beside the stage: the costs on top, always in view, the others as tabs below.

The formulas are a tab only once they are asked for. In full screen the plot is lent to what stands
under the stage there. Panels can be moved once the user asks for it: they then have a title to
drag, and stay where they are put, whatever the size of the window.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QSplitter,
    QTabBar,
    QTabWidget,
    QWidget,
)

from convviz import words
from convviz.app.window.arrow_keys import ArrowKeeper
from convviz.app.window.dock_title import DockTitle
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.costs.formulas_panel import CountsPanel
from convviz.panels.costs.panel import CostsPanel
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.painting.text_size import enlarged, text_factor
from convviz.panels.weights.panel import WeightsPanel

SIDE = (326, 420)  # least and most width of the side column, logical pixels
ROUNDING = 2  # logical pixels that a splitter may be off
ARITHMETIC = 0.6  # of what it shares with the plot, at least
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea


Feature = QDockWidget.DockWidgetFeature
STILL = Feature.DockWidgetClosable
LOOSE = STILL | Feature.DockWidgetMovable | Feature.DockWidgetFloatable
TABS = ("editor", "cell", "weights", "counts")
ASKED_FOR = ("counts",)  # tabs that are not there at first


class CellPanel(QSplitter):
    """The flat plot over the arithmetic of the active cell."""

    def __init__(self, plot: PlotPanel, arithmetic: QWidget) -> None:
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
        if self.count() < 2 or self.arithmetic.isHidden():  # the plot may be lent to the hall
            return
        height = self.height() - self.handleWidth()
        least = self.plot.minimumSizeHint().height()
        wanted = self.arithmetic.sizeHint().height() + ROUNDING
        below = min(max(wanted, int(height * ARITHMETIC)), height - least)
        if below > 0 and abs(below - self.sizes()[1]) >= ROUNDING:
            self.setSizes([height - below, below])


class Docks(QObject):
    """The docks and their arrangements.

    Signals
    -------
    movableChanged(movable)
        Panels can be moved from now on, or not.
    """

    movableChanged = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        costs: CostsPanel,
        counts: CountsPanel,
        editor: QWidget,
        plot: PlotPanel,
        arithmetic: QWidget,
        weights: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._costs, self._counts = costs, counts
        self._arrows = ArrowKeeper(window)
        self._shares: list[int] = []
        self._cell = CellPanel(plot, arithmetic)
        self.all = {
            "costs": self._dock("costs", costs),
            "editor": self._dock("editor", editor),
            "cell": self._dock("cell", self._cell),
            "weights": self._dock("weights", weights),
            "counts": self._dock("counts", counts),
        }
        self._arranged = False
        self._movable, self._theme = False, "dark"
        self._before = "editor"  # the tab in front before the formulas
        costs.formulasWanted.connect(self.show_formulas)
        self.all["counts"].visibilityChanged.connect(self._tell_costs)
        # Once more when Qt has made the tabs that it still lacks.
        self._calming = QTimer(window, singleShot=True, interval=0)
        self._calming.timeout.connect(self._calm_tabs)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def _dock(self, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setFeatures(STILL)
        dock.setTitleBarWidget(QWidget())  # the tab, or the panel's own heading, names it
        dock.setWidget(content)
        return dock

    @property
    def movable(self) -> bool:
        """Whether the user moves the panels."""
        return self._movable

    @movable.setter
    def movable(self, movable: bool) -> None:
        if movable == self._movable:
            return
        self._movable = movable
        for dock in self.all.values():
            dock.setFeatures(LOOSE if movable else STILL)
            before = dock.titleBarWidget()
            dock.setTitleBarWidget(DockTitle(dock, self._theme) if movable else QWidget())
            if before is not None:
                before.deleteLater()  # Qt keeps it
        self.movableChanged.emit(movable)

    def arrange(self, width: int, height: int, again: bool = False) -> None:
        """Arrange for a window of this size; nothing happens while the arrangement stays."""
        self._costs.fit(height / text_factor())
        if self._movable and not again:
            return
        window, docks = self._window, self.all
        if again or not self._arranged:
            self._arranged = True
            for dock in docks.values():
                dock.setFloating(False)
                window.removeDockWidget(dock)
            window.addDockWidget(RIGHT, docks["costs"])
            window.splitDockWidget(docks["costs"], docks["editor"], Qt.Orientation.Vertical)
            for first, second in pairwise(TABS):
                window.tabifyDockWidget(docks[first], docks[second])
            for name, dock in docks.items():
                dock.setVisible(name not in ASKED_FOR)
            docks["editor"].raise_()
        least, most = (min(enlarged(side), width // 2) for side in SIDE)
        side = min(max(int(width * 0.265), least), most)
        window.resizeDocks([docks["costs"]], [side], Qt.Orientation.Horizontal)
        self._calm_tabs()
        self._calming.start()

    # ---- the formulas ------------------------------------------------------------------------
    def show_formulas(self, quantity: str = "") -> None:
        """Bring the formulas forward, open at a figure's; asked for without one again, they go."""
        dock = self.all["counts"]
        there = not dock.isHidden() and self._in_front(dock)
        if there and not quantity:
            dock.hide()
            self.show(self._before)
            return
        if not there:
            tabs = (name for name in TABS[:-1] if self._in_front(self.all[name]))
            self._before = next(tabs, "editor")
        dock.show()
        dock.raise_()
        self._calming.start()
        if quantity:
            self._counts.open_formula(quantity)

    def _tell_costs(self) -> None:
        self._costs.show_formulas(not self.all["counts"].isHidden())

    @staticmethod
    def _in_front(dock: QDockWidget) -> bool:
        """Whether a panel is not behind another's tab, where Qt puts it out of the window."""
        return min(dock.geometry().right(), dock.geometry().bottom()) >= 0

    def _calm_tabs(self) -> None:
        for bar in self._window.findChildren(QTabBar):
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            bar.installEventFilter(self._arrows)  # which choose a tab
            bar.setDocumentMode(True)
            bar.setExpanding(True)
            if not bar.isHidden():  # a stop of Tab between the costs and what the tabs show
                QWidget.setTabOrder(self._costs.pin, bar)

    def dress(self, theme: str) -> None:
        """Give the docks their titles in the present language, and a theme."""
        self._theme = theme
        for name, dock in self.all.items():
            dock.setWindowTitle(words.text(f"dock.{name}"))
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.dress(theme)

    def show(self, name: str) -> None:
        """Bring a panel to the front of its tabs, if it is not closed."""
        if not self.all[name].isHidden() or self.all[name].isVisible():
            self.all[name].raise_()

    def enter(self, name: str) -> None:
        """Bring a panel forward, closed or not, and give it the keyboard."""
        dock = self.all[name]
        dock.show()
        dock.raise_()
        content = dock.widget()
        assert isinstance(content, EditorPanel | WeightsPanel)
        content.begin()

    def hides(self, widget: QWidget) -> bool:
        """Whether a widget is in a panel behind another tab, where Qt still lets it have focus."""
        return any(
            dock.isAncestorOf(widget) and not self._in_front(dock) for dock in self.all.values()
        )

    def lend_plot(self) -> PlotPanel:
        """Put every panel away and give the plot to whoever shows it meanwhile."""
        for dock in self.all.values():
            dock.hide()
        self._shares = self._cell.sizes()
        return self._cell.plot

    def take_plot(self) -> None:
        """Put the plot back over the arithmetic; the panels are shown again by their owner."""
        self._cell.insertWidget(0, self._cell.plot)
        self._cell.plot.show()
        self._cell.setSizes(self._shares)
