"""The costs: MACs and parameters of the selected layer and of the network, always in view."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from convviz import words
from convviz.panels.costs.cost_rows import (
    ABOVE,
    BESIDE,
    ONE_LINE,
    CostRow,
    Heads,
    cost_line,
    layer_spans,
)
from convviz.panels.costs.formula_lines import HEADLINES, against
from convviz.panels.costs.formula_rows import GUTTER, OUTSET
from convviz.panels.editor.panel import MARGIN
from convviz.panels.painting.icons import icon, ink
from convviz.panels.painting.text_size import enlarged, fix_side
from convviz.scene.palette import Role
from convviz.state.intents import PinBaseline
from convviz.state.resolved import Resolved

_LINE = 22  # side of the pin's button
_HIGH, _LOW = 700, 500  # heights of a window that change how much is said
_INSET = 4  # of what a button shows, from its edge
_AIR = 8  # over and under the table


class NarrowLabel(QLabel):
    """A line that ends in "…" where it has too little room; the tool tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "small")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def _tell_rest(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), elide, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class CostsPanel(QWidget):
    """The table at the top of the side column.

    Signals
    -------
    intent(Intent)
        PinBaseline.
    formulasWanted(quantity: str)
        How a figure is counted is to be shown; "" for all of them, or to put them away again.
    """

    intent = Signal(object)
    formulasWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("costs")
        self._theme = ""  # none yet: the next `apply` puts in all texts and colours
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heads = Heads(self)
        self.rows = {quantity: CostRow(quantity, self) for quantity in HEADLINES}
        self.convention, self.baseline = NarrowLabel(self), NarrowLabel(self)
        self.baseline.setObjectName("baseline")
        self.formulas, self.pin = QToolButton(self), QToolButton(self)
        self.unpin = QToolButton(self)
        self.unpin.setObjectName("unpin-baseline")
        self.formulas.setObjectName("formulas")
        self.formulas.setProperty("look", "link")
        self.pin.setObjectName("pin-baseline")
        for button in (self.pin, self.unpin):
            button.setIconSize(QSize(15, 15))
            fix_side(button, _LINE)
        kept = self.unpin.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self.unpin.setSizePolicy(kept)
        for button in (self.formulas, self.pin):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unpin.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the pin does the same by keys
        self._lay_out()
        self.pin.clicked.connect(lambda pinned: self.intent.emit(PinBaseline(pinned)))
        self.unpin.clicked.connect(lambda: self.intent.emit(PinBaseline(False)))
        self.formulas.clicked.connect(lambda: self.formulasWanted.emit(""))
        for row in self.rows.values():
            row.clicked.connect(lambda _=False, row=row: self.formulasWanted.emit(row.quantity))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - GUTTER, _AIR, MARGIN - OUTSET, _AIR)
        column.setSpacing(0)
        column.addWidget(self.heads)
        for row in self.rows.values():
            column.addWidget(row)
        column.addSpacing(4)
        pairs = ((self.convention, self.formulas), (self.baseline, self.pin))
        self._lines = [_in_line(label, button) for label, button in pairs]
        self._lines[-1].insertWidget(1, self.unpin)
        for line in self._lines:
            column.addLayout(line)

    # ---- what the app calls ------------------------------------------------------------------
    def apply(self, old: Resolved | None, new: Resolved) -> None:
        """Show another snapshot."""
        del old
        theme = new.settings.theme
        if self._theme != theme:
            self._theme = theme
            self._restyle()
        node = new.document.network.node(new.document.selected)
        names = (node.name, words.text("counts.column.network"))
        self.heads.show_heads(names, layer_spans(new), theme)
        for quantity, row in self.rows.items():
            row.show_line(cost_line(quantity, new), names, theme)
        self.baseline.setText(self._compared(new))
        self._show_pin(new.baseline_pinned)

    def _compared(self, new: Resolved) -> str:
        """Say what the changes are against; where rows are one line, the change itself."""
        change = self.rows["macs"].line().change
        told = words.plain(change).strip()
        if self.heads.places is not ONE_LINE or not told:
            return against(new)
        return f"{self.rows['macs'].line().label} {told}"

    def retranslate(self) -> None:
        """Follow the language, the theme and the text size, with the `apply` that comes next."""
        self._theme = ""

    def fit(self, height: float) -> None:
        """Take figures, and as much beside them, as a window of this height (at 100 %) lets it."""
        places = ABOVE if height >= _HIGH else BESIDE if height >= _LOW else ONE_LINE
        self.heads.place(places)
        for row in self.rows.values():
            row.place(places)
        for line in self._lines:  # in line with what the rows paint
            line.setContentsMargins(enlarged(GUTTER), 0, enlarged(OUTSET) - _INSET, 0)
        low = places is ONE_LINE
        self.convention.setHidden(low)
        self.formulas.setHidden(low)

    def show_formulas(self, shown: bool) -> None:
        """Let the button say whether the formulas are there."""
        self.formulas.setChecked(shown)

    def _restyle(self) -> None:
        self.convention.setText(words.text("counts.convention.mac"))
        self.formulas.setText(words.text("dock.counts"))
        self.formulas.setToolTip(words.text("counts.formulas"))
        self.formulas.setAccessibleName(words.text("counts.formulas"))
        self.setAccessibleName(words.text("dock.costs"))
        self.updateGeometry()

    def _show_pin(self, pinned: bool) -> None:
        self.pin.setChecked(pinned)
        self.pin.setIcon(icon("pin", self._theme, Role.ACCENT if pinned else Role.TEXT))
        told = words.text("counts.unpin" if pinned else "counts.pin")
        self.unpin.setVisible(pinned)
        self.unpin.setIcon(icon("x", self._theme, Role.MUTED))
        for button in (self.pin, self.unpin):
            button.setToolTip(told)
            button.setAccessibleName(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme or "dark"
        painter.fillRect(self.rect(), ink(theme, Role.PANEL))
        rule = ink(theme, Role.PANEL, Role.LINE, 0.5)
        painter.fillRect(0, self.height() - 1, self.width(), 1, rule)


def _in_line(label: QWidget, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(label, 1)
    row.addWidget(button)
    return row
