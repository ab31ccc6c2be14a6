"""A change against a baseline, as people say it: "−89.7 %, 9.68× fewer"."""

from __future__ import annotations

from convviz.scene.primitives import Span
from convviz.words.figures import TIMES, ratio, signed_percent
from convviz.words.lookup import plain, spans, text


def change_spans(before: int, now: int) -> tuple[Span, ...]:
    """How a count changed, both numbers being zero or more."""
    if before == now:
        return spans("counts.change.same")
    if now == 0:
        return spans("counts.change.gone", number=before)
    if before == 0:
        return spans("counts.change.new")
    percent = signed_percent((now - before) / before)
    way = "fewer" if now < before else "more"
    times = ratio(max(before, now), min(before, now))
    if times == ratio(1, 1):
        return spans(f"counts.change.slightly-{way}", percent=percent)
    return spans(f"counts.change.{way}", percent=percent, ratio=times)


def change_spoken(change: tuple[Span, ...]) -> str:
    """A change as a screen reader is to say it: "9.68 times fewer"; empty where there is none."""
    times = text("counts.times")
    return plain(change).replace(f"{TIMES} ", f" {times} ").strip()
