"""How intents change the way in which a pane is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from convviz.scene.offset import bounded
from convviz.state import workspace_intents as outright
from convviz.state.looking import VIEWS, look
from convviz.state.workspace import Pane


def _look(pane: Pane, intent: Any) -> Pane:
    view = look(pane.view, intent)
    return pane if view == pane.view else replace(pane, view=view)


def _set_view_options(pane: Pane, intent: outright.SetViewOptions) -> Pane:
    view = replace(intent.view, offset=bounded(intent.view.offset))
    return pane if view == pane.view else replace(pane, view=view)


def _set_dragging(pane: Pane, intent: outright.SetDragging) -> Pane:
    same = intent.dragging == pane.dragging
    return pane if same else replace(pane, dragging=intent.dragging)


CHANGES: dict[type, Callable[[Pane, Any], Pane]] = {
    **dict.fromkeys(VIEWS, _look),
    outright.SetViewOptions: _set_view_options,
    outright.SetDragging: _set_dragging,
}
