"""The words of what helps where nothing can be played, and the buttons that do it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from convviz import words
from convviz.scene.primitives import Span
from convviz.state.help import Help, Offer
from convviz.words.errors import fault_text


def why_spans(found: Help) -> tuple[Span, ...]:
    """Say why nothing plays."""
    values = dict(found.values)
    if isinstance(fault := values.pop("fault", None), Exception):
        values["reason"] = fault_text(fault)
    return words.spans(f"why.{found.key}", **values)


def offer_text(offer: Offer) -> str:
    """Name what helps."""
    values = dict(offer.values)
    if "photo" in values:
        values["photo"] = words.text(f"photo.{values['photo']}")
    if isinstance(depth := values.pop("depth", None), int):
        values["kernel"] = words.plain(words.kernel_spans(3, 3, depth))
    one = ".one" if values.get("count") == 1 else ""
    return words.text(f"help.{offer.key}{one}", **values)


class Offers(QWidget):
    """Buttons, one over the other.

    Signals
    -------
    wanted(intent)
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show a button for each offer; none hides all."""
        self._offers = offers
        while len(self.buttons) < len(offers):
            button = QPushButton(self)
            button.setObjectName(f"help-{len(self.buttons)}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._want, len(self.buttons)))
            self._column.addWidget(button)
            self.buttons.append(button)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(offers))
            primary = at < len(offers) and offers[at].key == "add"
            button.setProperty("look", "primary" if primary else "offer")
            button.style().polish(button)
            if at < len(offers):
                button.setText(offer_text(offers[at]))
        self.setVisible(bool(offers))
        self.adjustSize()

    def _want(self, at: int, _checked: bool = False) -> None:
        if at < len(self._offers):
            self.wanted.emit(self._offers[at].intent)
