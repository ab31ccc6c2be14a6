"""Sizes of type in the lecture hall, as shares of the screen's height: read from the last row."""

from __future__ import annotations

from dataclasses import dataclass

CAPTION = 1 / 26  # the sentence at its usual size
LEAST = 1 / 30  # and the least it shrinks to when it is long
LABEL = 1 / 44  # labels on the stage, the plot's numbers, the steps


@dataclass(frozen=True)
class HallSizes:
    """What a screen of this height takes, in logical pixels."""

    height: int

    @property
    def caption(self) -> int:
        """Type size of the sentence."""
        return round(self.height * CAPTION)

    @property
    def least(self) -> int:
        """Type size that no sentence goes below."""
        return -int(-self.height * LEAST // 1)

    @property
    def label(self) -> int:
        """Type size of all that is smaller."""
        return -int(-self.height * LABEL // 1)

    @property
    def margin(self) -> int:
        """Space at the edges of the screen."""
        return round(self.height / 40)

    @property
    def caption_height(self) -> int:
        """Height of the sentence with the arithmetic under it, and a line in reserve."""
        return round(self.caption * 5.2)

    @property
    def steps_height(self) -> int:
        """Height of the line of steps."""
        return round(self.label * 2.9)
