"""Gives the stage its words and their sizes: what scene and state know only as keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from convviz import words
from convviz.model.shape import Shape
from convviz.panels.painting.lettering import metrics, spans_width
from convviz.panels.painting.text_size import text_factor
from convviz.panels.painting.value_runs import signed
from convviz.scene.labels import Measure
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Scene, Span

ROOM = (560.0, 280.0)  # of a stage whose labels have room at 100 %, logical pixels
_SIGNED = frozenset(("sum", "before", "after", "bias", "result", "best", "w"))


def say(key: str, numbers: Mapping[str, object]) -> tuple[Span, ...]:
    """The words of a stage label, shapes in the colours of their dimensions.

    Values are in the colours of their signs, as in every panel.
    """
    values = dict(numbers)
    if "kh" in values:
        kh, kw, c = (_whole(values[name]) for name in ("kh", "kw", "c"))
        values["shape"] = words.kernel_spans(kh, kw, c)
    elif "h" in values and "w" in values:
        c, h, w = (_whole(values[name]) for name in ("c", "h", "w"))
        made = key.startswith(("stage.output", "stage.after"))
        role = Role.COUT if made else Role.CIN
        values["shape"] = words.shape_spans(Shape(c, h, w), role)
    values |= words.grouped(values)
    if "share" in values:
        values["share"] = words.percent(float(str(values["share"])))
    if "kind" in values:
        values["kind"] = words.text(f"kind.{values['kind']}")
    if "source" in values:
        values["source"] = words.text(f"source.{values['source']}")
    plain = values.pop("plain", frozenset())
    assert isinstance(plain, frozenset)
    for name in (_SIGNED & values.keys()) - plain:  # a loud red -0.07 would be read as positive
        number = values[name]
        values[name] = signed(number) if isinstance(number, float | Rounded) else number
    return words.spans(key, **values)


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def stage_factor(width: float, height: float) -> float:
    """How much a stage's type goes with the text size: as far as there is room for it.

    Parameters
    ----------
    width, height : float
        The stage's, logical pixels.
    """
    return max(1.0, min(text_factor(), width / ROOM[0], height / ROOM[1]))


@lru_cache(maxsize=32)
def measuring(factor: float) -> Measure:
    """What measures labels that are set `factor` times as large as the scene asks for."""

    def enlarged_by(spans: tuple[Span, ...], points: float, weight: int) -> tuple[float, float]:
        return measure(spans, round(points * factor), weight)

    return enlarged_by if factor != 1.0 else measure


def measure(spans: tuple[Span, ...], points: float, weight: int) -> tuple[float, float]:
    """Width and height of a label in logical pixels."""
    pixels = round(points)
    return spans_width(spans, pixels, weight), metrics(pixels, weight).height()


def enlarged_labels(scene: Scene, factor: float) -> Scene:
    """The scene with its labels in the type size that `measuring` made room for."""
    if factor == 1.0:
        return scene
    labels = (replace(label, points=round(label.points * factor)) for label in scene.labels)
    return replace(scene, labels=tuple(labels))
