"""How the stage is looked at: options the user switches, and how the camera was moved."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.scene.offset import NO_OFFSET, Offset


@dataclass(frozen=True)
class ViewOptions:
    """Switches of the stage.

    Attributes
    ----------
    orthographic : bool
    glass : bool
        Rows in front of the active column turn to glass.
    apart : float
        0..1, how far the channels are pulled apart.
    cut_row, cut_column, cut_channel : int or None
        Cells above, right of or in front of the cut turn to glass.
    named : str
        "front", "top" or "side": what the story's camera rests in; empty for its own view.
    offset : Offset
        What the user turned, moved and zoomed: added to the story's camera at every moment.
    """

    orthographic: bool = False
    glass: bool = True
    apart: float = 0.0
    cut_row: int | None = None
    cut_column: int | None = None
    cut_channel: int | None = None
    named: str = ""
    offset: Offset = NO_OFFSET

    @property
    def own(self) -> bool:
        """Whether it is the user's view, not the one that the story leads."""
        return bool(self.named) or self.offset != NO_OFFSET


@dataclass(frozen=True)
class Selection:
    """The active output cell, and the input cell whose readers are shown."""

    filter: int = 0
    row: int = 0
    column: int = 0
    reader: tuple[int, int] | None = None


@dataclass(frozen=True)
class Playback:
    """Where the story is.

    Attributes
    ----------
    time : float
        Story seconds.
    playing : bool
    speed : float
    until : float or None
        Playing stops here (a step plays one span).
    """

    time: float = 0.0
    playing: bool = False
    speed: float = 1.0
    until: float | None = None
