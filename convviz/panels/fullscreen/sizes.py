"""Sizes of type in the lecture hall, as shares of the screen's height: read from the last row."""

from __future__ import annotations

from dataclasses import dataclass

CAPTION = 1 / 26  # the sentence at its usual size
LEAST = 1 / 30  # and the least it shrinks to when it is long
LABEL = 1 / 38  # labels on the stage, the plot's numbers, the steps: no letter is smaller
GROWTH = 0.5  # of what the text size adds to 100 %: the stage keeps most of the screen


@dataclass(frozen=True)
class FullScreenSizes:
    """What a screen of this height takes, in logical pixels.

    Attributes
    ----------
    height : int
        Of the screen.
    text_size : int
        Per cent, 100 to 200, as it is set for the panels.
    """

    height: int
    text_size: int = 100

    @property
    def factor(self) -> float:
        """How much larger than at a text size of 100 % all type is."""
        return 1.0 + GROWTH * (self.text_size / 100.0 - 1.0)

    @property
    def caption(self) -> int:
        """Type size of the sentence."""
        return round(self.height * CAPTION * self.factor)

    @property
    def least(self) -> int:
        """Type size that no sentence goes below, at any text size."""
        return -int(-self.height * LEAST // 1)

    @property
    def label(self) -> int:
        """Type size of all that is smaller."""
        return -int(-self.height * LABEL * self.factor // 1)

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
