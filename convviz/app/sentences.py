"""Sentences for the status bar that need the model's words."""

from __future__ import annotations

from convviz.model.record import outputs_reading
from convviz.state.resolved import Resolved


def readers_sentence(resolved: Resolved, reader: tuple[int, int]) -> tuple[str, dict[str, object]]:
    """Key and numbers of the sentence saying which outputs read an input cell."""
    stage = resolved.stage
    row, column = reader
    if stage is None:
        return "", {}
    rows, columns = outputs_reading(resolved.document.network, stage.node, row, column)
    if not len(rows) or not len(columns):
        return "status.no-readers", {"row": row, "column": column}
    return "status.readers", {
        "row": row,
        "column": column,
        "top": rows[0],
        "bottom": rows[-1],
        "left": columns[0],
        "right": columns[-1],
    }
