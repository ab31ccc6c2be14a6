"""A bar per layer: its share of the network's MACs, and of its parameters below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from convviz import words
from convviz.model.network import Node
from convviz.panels.painting import lettering
from convviz.panels.painting.icons import ink
from convviz.panels.painting.text_size import Painted
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved

_HEIGHT = 44
_TEXT_BASE, _MACS_TOP, _PARAMETERS_TOP = 16, 23, 32
_MACS_THICK, _PARAMETERS_THICK = 7, 4

_LEGEND = (
    ("counts.bar.macs", _MACS_THICK, 0.0),
    ("counts.bar.parameters", _PARAMETERS_THICK, 0.45),
)


def share(part: int, whole: int) -> float:
    """Give a part of a whole, 0..1; of nothing everything is 0."""
    return part / whole if whole else 0.0


class LayerBar(Painted, QAbstractButton):
    """One layer; pressing it selects the layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = ""
        self._name = ""
        self._figures: tuple[Span, ...] = ()
        self._shares = (0.0, 0.0)
        self._selected, self._theme = False, "dark"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_layer(self, node: Node, new: Resolved) -> None:
        """Show a layer's counts."""
        counts, totals = new.counts.layers[node.id], new.counts.totals
        shares = (share(counts.macs, totals.macs), share(counts.parameters, totals.parameters))
        figures: tuple[Span, ...] = (
            Span(words.number(counts.macs)),
            Span(f"  {words.percent(shares[0])}", Role.MUTED),
        )
        shown = (node.name, figures, shares, node.id == new.document.selected, new.settings.theme)
        spoken = words.text(
            "counts.bar.spoken",
            name=node.name,
            macs=counts.macs,
            macs_share=words.percent(shares[0]),
            parameters=counts.parameters,
            parameters_share=words.percent(shares[1]),
        )
        self.layer = node.id
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
            self.setToolTip(spoken)
        if shown == (self._name, self._figures, self._shares, self._selected, self._theme):
            return
        self._name, self._figures, self._shares, self._selected, self._theme = shown
        self.update()

    def shares(self) -> tuple[float, float]:
        """Give the shares shown, of MACs and of parameters, 0..1."""
        return self._shares

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, theme = float(self.width()), self._theme
        left = width - lettering.spans_width(self._figures)
        lettering.draw_spans(painter, left, _TEXT_BASE, self._figures, theme)
        weight = lettering.SEMIBOLD if self._selected else lettering.REGULAR
        role = Role.TEXT if self._selected or self.underMouse() else Role.MUTED
        name = lettering.shortened(self._name, left - 10, weight=weight)
        lettering.draw_text(painter, 0, _TEXT_BASE, name, theme, role, weight=weight)
        strong = Role.ACCENT if self._selected else Role.MUTED
        self._paint_bar(painter, _MACS_TOP, _MACS_THICK, self._shares[0], strong)
        self._paint_bar(painter, _PARAMETERS_TOP, _PARAMETERS_THICK, self._shares[1], strong, 0.45)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink(theme, Role.ACCENT))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -3.5), 5, 5)
        painter.end()

    def _paint_bar(
        self, painter: QPainter, top: int, thick: int, part: float, role: Role, fade: float = 0.0
    ) -> None:
        whole = QRectF(0, top, self.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._theme, Role.RAISED))
        painter.drawRoundedRect(whole, 2, 2)
        if part:
            painter.setBrush(ink(self._theme, role, share=fade))
            whole.setWidth(max(whole.width() * part, 2.0))  # something is never nothing
            painter.drawRoundedRect(whole, 2, 2)


class LayerBars(QWidget):
    """The bars of all layers that cost MACs or have parameters.

    Signals
    -------
    chosen(layer: str)
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer-bars")
        self.bars: list[LayerBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def apply(self, new: Resolved) -> None:
        """Show the layers of a snapshot, in the order of the chain."""
        counts = new.counts.layers
        shown = [
            node
            for node in new.document.network.ordered()
            if counts[node.id].macs or counts[node.id].parameters
        ]
        while len(self.bars) < len(shown):
            bar = LayerBar(self)
            bar.clicked.connect(lambda _=False, bar=bar: self.chosen.emit(bar.layer))
            self._column.addWidget(bar)
            self.bars.append(bar)
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(shown))
        for bar, node in zip(self.bars, shown, strict=False):
            bar.show_layer(node, new)


class BarLegend(Painted, QWidget):
    """Which bar is which: the thick one MACs, the thin one parameters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "dark"
        self.setFixedHeight(18)

    def restyle(self, theme: str) -> None:
        """Follow the language and the theme."""
        self._theme = theme
        keys = [key for key, _, _ in _LEGEND]
        widths = [lettering.text_width(words.text(key), lettering.SMALL) for key in keys]
        self.setFixedWidth(int(sum(widths)) + 24 * len(keys) + 12)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for key, thick, fade in _LEGEND:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self._theme, Role.MUTED, share=fade))
            painter.drawRoundedRect(QRectF(left, 9 - thick / 2, 18, thick), 2, 2)
            end = lettering.draw_text(
                painter,
                left + 24,
                13.5,
                words.text(key),
                self._theme,
                Role.MUTED,
                lettering.SMALL,
            )
            left = end + 12
        painter.end()
