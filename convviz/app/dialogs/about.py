"""About: the version, what ConvViz is made with, and the licence text of each part."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from convviz import __version__, words
from convviz.panels.painting.icons import icon
from convviz.panels.painting.text_size import enlarged, icon_side
from convviz.resources import resource


@dataclass(frozen=True)
class Part:
    """Something that ships with ConvViz, or ConvViz itself.

    `name` is a name, or the key of a text; `files` are its licence below ``resources/``.
    """

    name: str
    licence: str
    files: tuple[str, ...]


PARTS = (
    Part("ConvViz", "MIT", ("licences/convviz.txt",)),
    Part(
        "Qt, PySide6", "LGPL 3", tuple(f"licences/{name}.txt" for name in ("qt", "lgpl-3", "gpl-3"))
    ),
    Part("pyqtgraph", "MIT", ("licences/pyqtgraph.txt",)),
    Part("PyOpenGL", "BSD", ("licences/pyopengl.txt",)),
    Part("NumPy", "BSD", ("licences/numpy.txt",)),
    Part("Pillow", "MIT-CMU", ("licences/pillow.txt",)),
    Part("fontTools", "MIT", ("licences/fonttools.txt",)),
    Part("about.fonts", "OFL 1.1", ("fonts/LICENSE.txt",)),
    Part("about.icons", "ISC", ("icons/LICENSE.txt",)),
    Part("about.photos", "CC", ("photos/LICENCES.md",)),
)


def part_name(part: Part) -> str:
    """The name of a part in the present language."""
    return words.text(part.name) if words.has(part.name) else part.name


def licence_text(part: Part) -> str:
    """The licence of a part in full."""
    texts = (resource(*file.split("/")).read_text(encoding="utf-8") for file in part.files)
    return "\n\n".join(texts)


class AboutDialog(QDialog):
    """The dialog, made anew each time it is opened."""

    def __init__(self, window: QWidget, theme: str) -> None:
        super().__init__(window)
        self.setObjectName("about")
        self.setWindowTitle(words.text("action.about"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.parts = QListWidget()
        self.parts.setObjectName("about-parts")
        self.parts.setAccessibleName(words.text("about.parts"))
        for part in PARTS:
            QListWidgetItem(f"{part_name(part)} · {part.licence}", self.parts)
        self.parts.setFixedWidth(self.parts.sizeHintForColumn(0) + 28)
        self.text = QPlainTextEdit()
        self.text.setObjectName("about-licence")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(enlarged(12))
        self.text.setFont(fixed)
        self.parts.currentRowChanged.connect(self._show_part)
        close = QDialogButtonBox.StandardButton.Close
        buttons = QDialogButtonBox(close)
        buttons.button(close).setText(words.text("keys.close"))
        buttons.button(close).setDefault(True)
        buttons.rejected.connect(self.reject)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.parts)
        body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(12)
        column.addLayout(self._head(theme))
        column.addWidget(_label(words.text("about.parts"), "section"))
        column.addLayout(body, 1)
        column.addWidget(buttons)
        self.parts.setCurrentRow(0)
        width, height = enlarged(940), enlarged(560)
        self.resize(min(width, window.width() - 40), min(height, window.height() - 40))

    def _head(self, theme: str) -> QHBoxLayout:
        side = icon_side(56)
        mark = QLabel()
        mark.setPixmap(_mark(theme, QSize(side, side)))
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(_label("ConvViz", "title"))
        told.addWidget(_label(words.text("about.purpose"), ""))
        told.addWidget(_label(words.text("about.version", version=__version__), "muted"))
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(mark)
        row.addLayout(told, 1)
        return row

    def _show_part(self, row: int) -> None:
        part = PARTS[row]
        self.text.setPlainText(licence_text(part))
        self.text.setAccessibleName(words.text("about.text-of", name=part_name(part)))


def _mark(theme: str, size: QSize) -> QPixmap:
    return icon("convviz", theme).pixmap(size)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
