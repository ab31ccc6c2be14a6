"""Command handlers of the view and of playback: toggles and steps that ask what is set now."""

from __future__ import annotations

from collections.abc import Callable

from convviz.app.controller import Controller
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.state import intents
from convviz.state.playing import SPEED_RANGE
from convviz.state.settings import SPEEDS

_NEARER = 1.2


class ViewCommands:
    """How the stage is looked at.

    Parameters
    ----------
    zoom : callable
        Comes nearer to the middle of the stage by a factor.
    """

    def __init__(self, controller: Controller, zoom: Callable[[float], None]) -> None:
        self._controller, self._zoom = controller, zoom

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {
            ActionId.ZOOM_IN: lambda: self._zoom(_NEARER),
            ActionId.ZOOM_OUT: lambda: self._zoom(1 / _NEARER),
            ActionId.ORTHOGRAPHIC: self.toggle_orthographic,
            ActionId.GLASS: self.toggle_glass,
            ActionId.CUT: self.toggle_cut,
            ActionId.APART: self.toggle_apart,
            ActionId.CUT_ON: self.cut_on,
            ActionId.CUT_BACK: self.cut_back,
        }

    def _option(self, name: str, value: float | bool | None) -> None:
        self._controller.dispatch(intents.SetOption(name, value))

    def toggle_orthographic(self) -> None:
        """Parallel or perspective."""
        self._option("orthographic", not self._controller.view.orthographic)

    def toggle_glass(self) -> None:
        """Glass in front of the active column, or not."""
        self._option("glass", not self._controller.view.glass)

    def toggle_apart(self) -> None:
        """Pull the channels apart, or push them together."""
        self._option("apart", 0.0 if self._controller.view.apart else 1.0)

    def toggle_cut(self) -> None:
        """Cut the input open at the active cell, or close it."""
        open_now = self._controller.view.cut_row is not None
        stage = self._controller.stage
        row = None if open_now or stage is None else max(stage.input_shape.height // 2, 1)
        self._option("cut_row", row)

    def cut_on(self) -> None:
        """Cut one row deeper."""
        self._option("cut_row", (self._controller.view.cut_row or 0) + 1)

    def cut_back(self) -> None:
        """Cut one row less deep."""
        row = (self._controller.view.cut_row or 0) - 1
        self._option("cut_row", row if row > 0 else None)


class PlaybackCommands:
    """How fast the story plays."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.FASTER: self.faster, ActionId.SLOWER: self.slower}

    def faster(self) -> None:
        """The next speed up."""
        now = self._controller.playback.speed
        speed = next((s for s in SPEEDS if s > now), SPEED_RANGE[1])
        self._controller.dispatch(intents.SetSpeed(speed))

    def slower(self) -> None:
        """The next speed down."""
        now = self._controller.playback.speed
        speed = next((s for s in reversed(SPEEDS) if s < now), SPEED_RANGE[0])
        self._controller.dispatch(intents.SetSpeed(speed))
