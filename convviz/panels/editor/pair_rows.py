"""The rows of two numbers, for height and width."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from convviz import words
from convviz.model.kinds import FieldSpec, as_convolution
from convviz.model.layer_fields import Windowed
from convviz.model.network import Node
from convviz.model.shape import Shape
from convviz.panels.editor.number_fields import new_run
from convviz.panels.editor.row import NUMBER_WIDTH, FieldRow
from convviz.panels.painting.icons import icon, ink
from convviz.panels.painting.text_size import Painted, fix_width
from convviz.scene.palette import Role
from convviz.scene.primitives import Span


class LinkToggle(Painted, QAbstractButton):
    """Whether height and width are one number: a link, struck through while they are not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "dark"
        self.setCheckable(True)
        self.setChecked(True)
        self.fix_size(22, 24)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def colour(self, theme: str) -> None:
        """Follow the theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = Role.TEXT if self.underMouse() and self.isEnabled() else Role.MUTED
        area = QRectF(self.rect())
        if not self.isChecked() or not self.isEnabled():
            painter.setOpacity(0.55)
        icon("link", self._theme, role).paint(painter, self.rect().adjusted(4, 5, -4, -5))
        if not self.isChecked():
            painter.setPen(QPen(ink(self._theme, role), 1.5))
            painter.drawLine(area.center() + QPointF(-7, 7), area.center() + QPointF(7, -7))
        painter.setOpacity(1)
        if self.hasFocus():
            painter.setPen(QPen(ink(self._theme, Role.ACCENT), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class PairRow(FieldRow):
    """Two numbers, for height and width; linked, one number sets both."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, True, parent)
        self.pair = (self.number_field(), self.number_field())
        self.times = QLabel("\N{MULTIPLICATION SIGN}", self)
        self.times.setProperty("look", "muted")
        self.link = LinkToggle(self)
        self.link.setObjectName(f"link-{spec.name}")
        for place, field in enumerate(self.pair):
            field.setObjectName(f"field-{spec.name}-{'hw'[place]}")
            fix_width(field, NUMBER_WIDTH)
            field.entered.connect(lambda number, run, at=place: self._entered(at, number, run))
            field.textEdited.connect(lambda text, at=place: self._mirror(at, text))
        self.depth_label = QLabel(self)  # a kernel's depth is never left out
        self.depth_label.setVisible(spec.name == "kernel")
        for widget in (self.pair[0], self.times, self.pair[1], self.depth_label):
            self.inputs.addWidget(widget)
        if spec.name == "kernel":  # beside a depth of three digits there may be no room
            self.add_aside(self.link)
        else:
            self.inputs.addWidget(self.link)
        self.add_more()
        self.keep_left()
        self.label.started.connect(self._start_drag)
        self.label.moved.connect(self._drag)
        self.label.ended.connect(self._end_drag)
        self.label.clicked.connect(self.pair[0].setFocus)
        self.link.clicked.connect(self._linked)
        self._document: tuple[float, float] = (spec.low, spec.low)
        self._theme, self._deep = "dark", 0

    def add_more(self) -> None:
        """Add what else there is beside the numbers."""

    def fields(self) -> tuple[QWidget, ...]:
        return self.pair

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        self._document = self.shown_pair(node, reads)
        if self._document[0] != self._document[1]:
            self.link.setChecked(False)
        shows = [
            field.sync(number, problem)
            for field, number in zip(self.pair, self._document, strict=True)
        ]
        self._show_depth(node, reads)
        return all(shows)

    def forget(self, node: Node, reads: Shape | None) -> None:
        self._document = self.shown_pair(node, reads)
        self.link.setChecked(self._document[0] == self._document[1])
        self._show_document()
        self._show_depth(node, reads)

    def shown_pair(self, node: Node, reads: Shape | None) -> tuple[float, float]:
        """Give the numbers to show, for height and width."""
        height, width = getattr(node.layer, self.spec.name)
        return height, width

    def translate(self) -> None:
        name = words.text(f"field.{self.spec.name}")
        self.pair[0].setAccessibleName(words.text("editor.height_of", field=name))
        self.pair[1].setAccessibleName(words.text("editor.width_of", field=name))
        self.link.setToolTip(words.text("editor.link"))
        self.link.setAccessibleName(words.text("editor.link"))

    def colour(self, theme: str) -> None:
        self.colour_numbers(theme)
        self.link.colour(theme)
        self._theme = theme
        self._write_depth()

    def _show_depth(self, node: Node, reads: Shape | None) -> None:
        if self.spec.name != "kernel" or reads is None:
            return
        layer = as_convolution(node.layer)
        if layer is None:
            self.depth_label.hide()  # a pooling's window lies on one channel
            return
        deep = layer.group_channels(reads.channels)
        if deep != self._deep:
            self._deep = deep
            self._write_depth()

    def _write_depth(self) -> None:
        runs = (
            Span("\N{MULTIPLICATION SIGN} ", Role.MUTED),
            Span(words.number(self._deep), Role.CIN),
        )
        self.depth_label.setText(words.html(runs, self._theme))

    def _show_document(self) -> None:
        for field, number in zip(self.pair, self._document, strict=True):
            field.forget(number)
        self.say("")

    def _mirror(self, at: int, text: str) -> None:
        if self.link.isChecked():
            self.pair[1 - at].setText(text)

    def _entered(self, at: int, number: int, run: int) -> None:
        if self.link.isChecked():
            self.pair[1 - at].setText(self.pair[at].text())
            self.edited.emit(self.spec.name, (number, number), run)
            return
        other = self.pair[1 - at].number()
        pair = (number, other) if at == 0 else (other, number)
        self.edited.emit(self.spec.name, pair, run)

    def restore(self) -> None:
        self._show_document()

    def _linked(self, on: bool) -> None:
        height, width = self._document
        if on and height != width:
            self.edited.emit(self.spec.name, (height, height), new_run())

    def _start_drag(self) -> None:
        for field in self.pair:
            field.start_drag()

    def _drag(self, steps: int) -> None:
        # Height leads; width follows by the link, or by the same steps.
        self.pair[0].drag(steps)
        if not self.link.isChecked():
            self.pair[1].drag(steps)

    def _end_drag(self) -> None:
        for field in self.pair:
            field.end_drag()


class PaddingRow(PairRow):
    """A pair, or "same": then the numbers show what that comes to."""

    def add_more(self) -> None:
        self.same = QToolButton(self)
        self.same.setObjectName("same-padding")
        self.same.setCheckable(True)
        self.same.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_aside(self.same)
        self.same.clicked.connect(self._same)

    def take(self, node: Node, reads: Shape | None, problem: bool) -> bool:
        same = self.value(node) == "same"
        self._show_same(same)
        if not same:
            return super().take(node, reads, problem)
        self.forget(node, reads)
        return True

    def forget(self, node: Node, reads: Shape | None) -> None:
        super().forget(node, reads)
        same = self.value(node) == "same"
        self._show_same(same)
        if same and reads is not None and isinstance(node.layer, Windowed):
            pads = node.layer.pads(reads.height, reads.width)
            for field, (before, after) in zip(
                self.pair, ((pads.top, pads.bottom), (pads.left, pads.right)), strict=True
            ):
                # The odd row or column goes after: "1+2".
                field.setText(str(before) if before == after else f"{before}+{after}")

    def shown_pair(self, node: Node, reads: Shape | None) -> tuple[float, float]:
        if self.value(node) != "same":
            return super().shown_pair(node, reads)
        if reads is None or not isinstance(node.layer, Windowed):
            return (0, 0)
        pads = node.layer.pads(reads.height, reads.width)
        return (pads.top, pads.left)

    def translate(self) -> None:
        super().translate()
        self.same.setText(words.text("editor.same"))
        self.same.setToolTip(words.text("editor.same.about"))

    def _show_same(self, same: bool) -> None:
        self.same.setChecked(same)
        for widget in (*self.pair, self.link, self.label):
            widget.setEnabled(not same)

    def _same(self, on: bool) -> None:
        self.edited.emit(self.spec.name, "same" if on else self._document, new_run())
