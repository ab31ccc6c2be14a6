"""How a kind is told that takes cells over unchanged."""

from __future__ import annotations

from convviz.kinds.telling import (
    Column,
    Explanation,
    Family,
    Line,
    Number,
    OperationKind,
    Sentence,
    Tone,
)

_TAKEN = Number(lambda record: record.before, Column.RESULTS, Tone.TAKEN)
VALUE = Line("playback.cells.value", Number(lambda record: record.before, Column.RESULTS))


def passing(word: str) -> Explanation:
    """The telling of a kind whose sentences are called by that word."""
    return Explanation(
        Family.EACH,
        OperationKind.PASSED,
        word=word,
        make=Sentence(
            f"playback.say.make.{word}",
            {"value": _TAKEN, "filter": Number(lambda record: record.channel + 1)},
        ),
        hall_make=Sentence("fullscreen.passed", {"value": _TAKEN}),
        lines=(VALUE,),
    )
