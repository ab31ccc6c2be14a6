"""The start page: the documents as pictures of their stage, and the way back to the last one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from convviz import words
from convviz.app.documents.document_names import ABOUT, document_title
from convviz.app.documents.recent import RecentRow
from convviz.app.window.arrow_keys import takes_arrows
from convviz.model.documents import DEFAULT_DOCUMENT, DOCUMENTS, known
from convviz.panels.caption.text_layout import Paragraph
from convviz.panels.painting.icons import ink
from convviz.panels.painting.lettering import BASE, SEMIBOLD, SMALL, VALUE
from convviz.panels.painting.text_size import Painted, enlarged, text_factor
from convviz.resources import resource
from convviz.scene.palette import Role
from convviz.scene.primitives import Span

_ROUND, _SIDE = 10, 14
_ROWS = 2  # of small cards beside the large one
_LETTERS = (92, 96)  # height of a card's letters: small, large
_WIDE, _TWO = 760, 500  # widths at 100 % from which cards stand as on a page, or in two columns
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def thumbnail(name: str, theme: str) -> QPixmap:
    """A shipped picture, of a document's stage; a theme without its own takes the light one."""
    path = resource("thumbnails", f"{name}-{theme}.png")
    return _picture(str(path if path.exists() else path.with_name(f"{name}-light.png")))


@lru_cache(maxsize=16)
def _picture(path: str) -> QPixmap:
    return QPixmap(path)


def _muted(text: str) -> tuple[Span, ...]:
    """A line in the quiet colour that may break between words, as coloured runs do not."""
    spaced = [run for word in text.split(" ") for run in (Span(" "), Span(word, Role.MUTED))]
    return tuple(spaced[1:])


class Card(Painted, QAbstractButton):
    """A document: its stage, its title, and what it shows in a line."""

    moved = Signal(int)

    def __init__(self, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.large = document, False
        self._theme, self._title, self._about = "dark", "", ""
        self.setObjectName(f"start-{document}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dress(self, theme: str) -> None:
        """Take a theme and the present language."""
        self._theme = theme
        self._title = document_title(self.document)
        self._about = words.text(ABOUT[self.document])
        spoken = words.text("start.card", document=self._title, about=self._about)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(enlarged(200), enlarged(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(enlarged(176), enlarged(150))

    # ---- keys --------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        taken = isinstance(event, QKeyEvent) and event.key() in (*_ENTER, *_WAYS)
        if taken and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Space plays this document, not the one behind the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in _WAYS:
            self.moved.emit(_WAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ---- painting ----------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.painter()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(1, 1, self.width() - 2, self.height() - 2)
        below = _LETTERS[self.large]
        picture = QRectF(area.left(), area.top(), area.width(), area.height() - below)
        path = QPainterPath()
        path.addRoundedRect(area, _ROUND, _ROUND)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(area, ink(self._theme, Role.PANEL))
        self._paint_pictures(painter, picture)
        lit = self.hasFocus() or self.underMouse()
        share = 0.0 if lit else 0.6
        painter.fillRect(
            QRectF(area.left(), picture.bottom(), area.width(), below + 1),
            ink(self._theme, Role.RAISED, Role.PANEL, share),
        )
        painter.restore()
        self._paint_letters(painter, picture.bottom())
        if lit:
            self._paint_play(painter, picture)
        role, width = (Role.ACCENT, 2.5) if self.hasFocus() else (Role.LINE, 1.0)
        painter.setPen(QPen(ink(self._theme, role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()

    def _paint_pictures(self, painter: QPainter, place: QRectF) -> None:
        """The stage; in a tall card, below it, a moment of the sum that is to be seen there."""
        names: tuple[str, ...] = (self.document,)
        if self.large and place.height() > place.width():
            names = (self.document, f"{self.document}-sum")
        height = place.height() / len(names)
        for row, name in enumerate(names):
            part = QRectF(place.left(), place.top() + row * height, place.width(), height)
            self._paint_picture(painter, part, thumbnail(name, self._theme))

    @staticmethod
    def _paint_picture(painter: QPainter, place: QRectF, picture: QPixmap) -> None:
        """Show the whole picture; its outermost pixels, all background, fill what it leaves."""
        width, height = float(picture.width()), float(picture.height())
        scale = min(place.width() / width, place.height() / height)
        whole = QRectF(0.0, 0.0, width * scale, height * scale)
        whole.moveCenter(place.center())
        if whole.width() < place.width() - 1.0:
            for x, left, right in (
                (0.0, place.left(), whole.left()),
                (width - 1.0, whole.right(), place.right()),
            ):
                strip = QRectF(left, place.top(), right - left + 0.5, place.height())
                painter.drawPixmap(strip, picture, QRectF(x, 0.0, 1.0, height))
        for y, top, bottom in (
            (0.0, place.top(), whole.top()),
            (height - 1.0, whole.bottom(), place.bottom()),
        ):
            strip = QRectF(place.left(), top, place.width(), bottom - top + 0.5)
            painter.drawPixmap(strip, picture, QRectF(0.0, y, width, 1.0))
        painter.drawPixmap(whole, picture, QRectF(0.0, 0.0, width, height))

    def _paint_letters(self, painter: QPainter, top: float) -> None:
        width = self.width() - 2 * _SIDE
        title, about = (VALUE + 2, BASE) if self.large else (BASE + 1, SMALL)
        head = Paragraph((Span(self._title),), self._theme, width, title, 2, SEMIBOLD)
        rest = Paragraph(_muted(self._about), self._theme, width, about, 1 if self.large else 2)
        top += (_LETTERS[self.large] - head.height - rest.height - 2) / 2
        head.draw(painter, _SIDE, top)
        rest.draw(painter, _SIDE, top + head.height + 2)

    def _paint_play(self, painter: QPainter, picture: QRectF) -> None:
        radius = 22.0 if self.large else 17.0
        centre = picture.bottomRight() - QPointF(radius + 12, radius + 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._theme, Role.ACCENT))
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(ink(self._theme, Role.ON_ACCENT))
        r = radius * 0.42
        corners = (QPointF(-0.7 * r, -r), QPointF(1.1 * r, 0), QPointF(-0.7 * r, r))
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))


class StartPage(QFrame):
    """The page.

    Signals
    -------
    chosen(document)
        Open a document and play its sum.
    resumed(document)
        Open it and leave it at rest.
    left()
        Go to the stage as it is.
    again(on)
        Show this page at the start, or not.
    """

    chosen, resumed = Signal(str), Signal(str)
    left = Signal()
    again = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setProperty("look", "cover")
        self._last, self._columns = "", 0
        self._title = QLabel()
        self._title.setProperty("look", "headline")
        self._title.setWordWrap(True)
        self.cards = [Card(document) for document in DOCUMENTS]
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.document))
            card.moved.connect(lambda way, place=place: self._go(place + way))
        self._examples = QLabel()
        self._examples.setProperty("look", "section")
        self._hint = QLabel()
        self._hint.setProperty("look", "muted")
        self._hint.setWordWrap(True)
        self.resume = QPushButton()
        self.resume.setObjectName("start-continue")
        self.resume.clicked.connect(lambda: self.resumed.emit(self._last))
        self.empty = QPushButton()
        self.empty.setObjectName("start-empty")
        self.skip = QPushButton()
        self.skip.setObjectName("start-skip")
        self.skip.clicked.connect(self.left)
        self.show_again = QCheckBox()
        self.show_again.setObjectName("start-again")
        self.show_again.clicked.connect(self.again)
        self.recent = RecentRow()
        self._grid = QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid.setSpacing(14)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.show_again)
        foot.addStretch(1)
        foot.addWidget(self.empty)
        foot.addWidget(self.resume)
        foot.addWidget(self.skip)
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 18, 40, 14)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        told = QHBoxLayout()
        told.setSpacing(14)
        told.addWidget(self._examples)
        told.addWidget(self._hint, 1)
        column.addLayout(told)
        column.addSpacing(12)
        column.addLayout(self._grid, 1)
        column.addSpacing(10)
        column.addWidget(self.recent)
        column.addSpacing(8)
        column.addLayout(foot)
        self._area = QScrollArea()
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def dress(self, theme: str, again: bool, last: str) -> None:
        """Take a theme, the present language, and the document that was open last."""
        shipped = known(last)
        there = last != DEFAULT_DOCUMENT if shipped else bool(last) and Path(last).is_file()
        self._last = last if there else ""
        self.setAccessibleName(words.text("action.start-page"))
        self._title.setText(words.text("start.title"))
        self._hint.setText(words.text("start.hint"))
        self.empty.setText(words.text("start.empty"))
        self._examples.setText(words.text("start.examples"))
        self.skip.setText(words.text("start.skip"))
        self.show_again.setText(words.text("start.again"))
        self.show_again.setChecked(again)
        self.resume.setVisible(bool(self._last))
        if self._last:
            name = document_title(self._last) if shipped else Path(self._last).stem
            self.resume.setText(words.text("start.continue", document=name))
        self.recent.dress()
        for card in self.cards:
            card.dress(theme)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from stepping the story behind the page."""
        return takes_arrows(event) or super().event(event)

    def begin(self) -> None:
        """Put the keyboard on the first document."""
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.cards[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One large card and two rows of small ones; in a narrow page two columns, or one."""
        width = self.width() / text_factor()
        columns = 3 if width >= _WIDE else 2 if width >= _TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        across = -(-(len(self.cards) - 1) // _ROWS)
        for place, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            card.large = columns == 3 and place == 0
            if columns < 3:
                self._grid.addWidget(card, place // columns, place % columns)
            elif place == 0:
                self._grid.addWidget(card, 0, 0, _ROWS, 1)
            else:
                self._grid.addWidget(card, (place - 1) // across, 1 + (place - 1) % across)
            card.update()
        for column in range(1 + across):
            stretch = 6 if columns == 3 and column == 0 else 4
            used = 1 + across if columns == 3 else columns
            self._grid.setColumnStretch(column, stretch if column < used else 0)
