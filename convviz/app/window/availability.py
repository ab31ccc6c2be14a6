"""Which actions cannot act now, and why."""

from __future__ import annotations

from convviz.app.window.actions import ACTIONS
from convviz.state.families import Family
from convviz.state.resolved import Resolved

# What needs a layer on stage, beside everything in the menu "play".
_STAGED = frozenset(
    "view-reset view-front view-top view-side zoom-in zoom-out orthographic glass cut apart "
    "cut-on cut-back copy-arithmetic copy-picture export-clip".split()
)


def reasons(resolved: Resolved, screens: int) -> dict[str, str]:
    """The key of the reason for each action that cannot act now, with so many screens."""
    found: dict[str, str] = {}
    if screens < 2:
        found["next-screen"] = "action.next-screen.why"
    if not resolved.can_undo:
        found["undo"] = "reason.undo"
    if not resolved.can_redo:
        found["redo"] = "reason.redo"
    if not resolved.baseline_pinned:
        found["unpin"] = "reason.not-pinned"
    if resolved.stale:
        found |= dict.fromkeys(("save-torch", "save-keras"), "reason.computing")
    stage = resolved.stage
    told = {spec.id for spec in ACTIONS if spec.menu == "play"} | {"copy-arithmetic", "export-clip"}
    if stage is None:
        found["load-weights"] = found["weights"] = "reason.no-layer"
        return found | dict.fromkeys(_STAGED | told, "reason.no-layer")
    if stage.family is not Family.SUM:
        found["load-weights"] = "reason.no-weights"
    if stage.record is None:
        reason = "reason.computing" if resolved.stale else "reason.too-large"
        found |= dict.fromkeys(told, reason)
    row = resolved.view.cut_row
    if row is None:
        found["cut-back"] = "reason.not-cut"
    elif row >= stage.input_shape.height - 1:
        found["cut-on"] = "reason.cut-through"
    return found
