"""A change against a baseline, as people say it: "−89.7 %, 9.68× fewer"."""

from __future__ import annotations

from convviz.scene.primitives import Span
from convviz.words.figures import ratio, signed_percent
from convviz.words.lookup import spans


def change_spans(before: int, now: int) -> tuple[Span, ...]:
    """How a count changed, both numbers being zero or more."""
    if before == now:
        return spans("counts.change.same")
    if now == 0:
        return spans("counts.change.gone", number=before)
    if before == 0:
        return spans("counts.change.new")
    percent = signed_percent((now - before) / before)
    if now < before:
        return spans("counts.change.fewer", percent=percent, ratio=ratio(before, now))
    return spans("counts.change.more", percent=percent, ratio=ratio(now, before))
