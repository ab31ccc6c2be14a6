"""Which actions cannot act now, and why."""

from __future__ import annotations

from convviz.app.window.action_ids import ActionId, MenuId
from convviz.app.window.action_table import ACTIONS
from convviz.state.families import Family
from convviz.state.resolved import Resolved
from convviz.state.view import ViewOptions

# What needs a layer on stage, beside everything in the menu "play".
_STAGED = frozenset(
    (
        ActionId.VIEW_RESET,
        ActionId.VIEW_FRONT,
        ActionId.VIEW_TOP,
        ActionId.VIEW_SIDE,
        ActionId.ZOOM_IN,
        ActionId.ZOOM_OUT,
        ActionId.ORTHOGRAPHIC,
        ActionId.GLASS,
        ActionId.CUT,
        ActionId.APART,
        ActionId.CUT_ON,
        ActionId.CUT_BACK,
        ActionId.COPY_ARITHMETIC,
        ActionId.COPY_PICTURE,
        ActionId.EXPORT_CLIP,
    )
)


def reasons(resolved: Resolved, view: ViewOptions, screens: int) -> dict[ActionId, str]:
    """The key of the reason for each action that cannot act now, with so many screens."""
    found: dict[ActionId, str] = {}
    if screens < 2:
        found[ActionId.NEXT_SCREEN] = "action.next-screen.why"
    if not resolved.can_undo:
        found[ActionId.UNDO] = "reason.undo"
    if not resolved.can_redo:
        found[ActionId.REDO] = "reason.redo"
    if not resolved.baseline_pinned:
        found[ActionId.UNPIN] = "reason.not-pinned"
    if resolved.stale:
        found |= dict.fromkeys((ActionId.SAVE_TORCH, ActionId.SAVE_KERAS), "reason.computing")
    stage = resolved.stage
    told = {spec.id for spec in ACTIONS if spec.menu is MenuId.PLAY} | {
        ActionId.COPY_ARITHMETIC,
        ActionId.EXPORT_CLIP,
    }
    if stage is None:
        found[ActionId.LOAD_WEIGHTS] = found[ActionId.WEIGHTS] = "reason.no-layer"
        return found | dict.fromkeys(_STAGED | told, "reason.no-layer")
    if stage.family is not Family.SUM:
        found[ActionId.LOAD_WEIGHTS] = "reason.no-weights"
    if stage.record is None:
        reason = "reason.computing" if resolved.stale else "reason.too-large"
        found |= dict.fromkeys(told, reason)
    row = view.cut_row
    if row is None:
        found[ActionId.CUT_BACK] = "reason.not-cut"
    elif row >= stage.input_shape.height - 1:
        found[ActionId.CUT_ON] = "reason.cut-through"
    return found
