"""Sentences for the status bar that need the model's words."""

from __future__ import annotations

from convviz.model.record import outputs_reading
from convviz.state.resolved import Resolved
from convviz.words.errors import error_text, fault_text
from convviz.words.places import columns_spans, rows_spans


def readers_sentence(resolved: Resolved, reader: tuple[int, int]) -> tuple[str, dict[str, object]]:
    """Key and numbers of the sentence saying which outputs read an input cell."""
    stage = resolved.stage
    row, column = reader
    if stage is None:
        return "", {}
    rows, columns = outputs_reading(resolved.document.network, stage.node, row, column)
    place: dict[str, object] = {"row": row + 1, "column": column + 1}
    if not len(rows) or not len(columns):
        return "status.no-readers", place
    return "status.readers", {
        **place,
        "rows": rows_spans(rows),
        "columns": columns_spans(columns),
    }


def announcement(resolved: Resolved, fault: Exception | None) -> tuple[str, dict[str, object]]:
    """Key and numbers of what there is to say while the pointer is over nothing; "" for nothing."""
    stage = resolved.stage
    if resolved.problem is not None:  # its field may be below the fold of its panel
        return "status.problem", {"sentence": error_text(resolved.problem.error)}
    if fault is not None:
        return "status.failed", {"reason": fault_text(fault)}
    if stage is None:
        return "", {}
    if stage.selection.reader is not None:
        return readers_sentence(resolved, stage.selection.reader)
    if resolved.values is not None and stage.outputs is None:
        return "status.values" if resolved.stale else "status.unvalued", {}
    if stage.model is not None and stage.model.source == "photo-features":
        return "status.stem", {}
    return "", {}
