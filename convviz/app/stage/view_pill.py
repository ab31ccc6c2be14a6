"""What says on the stage that the view is the user's own, and takes it back when it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from convviz import words
from convviz.panels.painting.text_size import enlarged
from convviz.state.view import ViewOptions

AWAY = 10  # logical pixels from the corner of the stage
LETTERS = 13  # logical pixels


class ViewPill(QPushButton):
    """In the stage's corner, over the picture, while the story does not lead the view alone."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("view-pill")
        self.setProperty("look", "pill")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the stage keeps the keyboard
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shown = ""
        self.hide()

    def show_view(self, view: ViewOptions, least_type: float) -> None:
        """Say whose view it is, in letters no smaller than `least_type` logical pixels."""
        if not view.own:
            self.setAccessibleName(words.text("stage.view.own"))
            self.hide()
            return
        whose = "own" if not view.named or view.offset != ViewOptions().offset else view.named
        pixels = max(enlarged(LETTERS), round(least_type))
        shown = f"{words.text(f'stage.view.{whose}')} {pixels}"
        if shown != self._shown:
            self._shown = shown
            self.setText(words.text(f"stage.view.{whose}"))
            self.setToolTip(words.text("stage.view.about"))
            self.setAccessibleName(words.text(f"stage.view.{whose}"))
            self.setAccessibleDescription(words.text("stage.view.about"))
            self.setStyleSheet(f"font-size: {pixels}px;")
            round_ends = self.sizeHint().height() // 2  # a larger radius than this is none to Qt
            self.setStyleSheet(f"font-size: {pixels}px; border-radius: {round_ends - 1}px;")
            self.adjustSize()
        self.show()
        self.raise_()

    def place(self, picture: QRect) -> None:
        """Stand in the upper left corner of the picture."""
        self.move(picture.left() + AWAY, picture.top() + AWAY)

    def taken(self, picture: QRect) -> tuple[float, float, float, float] | None:
        """Where it stands, from the picture's upper left corner; None while it is hidden."""
        if self.isHidden():
            return None
        place = self.geometry().translated(-picture.topLeft())
        return float(place.x()), float(place.y()), float(place.width()), float(place.height())
