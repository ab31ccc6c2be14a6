"""Gives the stage its words and their sizes: what scene and state know only as keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from convviz import words
from convviz.model.shape import Shape
from convviz.panels.figure_runs import signed
from convviz.panels.text_size import enlarged, text_factor
from convviz.scene.palette import Role
from convviz.scene.primitives import Scene, Span

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
        role = Role.COUT if key == "stage.output" else Role.CIN
        values["shape"] = words.shape_spans(Shape(c, h, w), role)
    if "source" in values:
        values["source"] = words.text(f"source.{values['source']}")
    for name in _SIGNED & values.keys():  # a loud red -0.07 would be read as positive
        number = values[name]
        values[name] = signed(number) if isinstance(number, float) else number
    return words.spans(key, **values)


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def label_font(points: float, weight: int) -> QFont:
    """The font of stage labels; size in logical pixels, tabular figures."""
    font = QFont("Pretendard")
    font.setPixelSize(max(1, round(points)))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=32)
def _metrics(points: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(label_font(points, weight))


def measure(spans: tuple[Span, ...], points: float, weight: int) -> tuple[float, float]:
    """Width and height of a label in logical pixels, at the present text size."""
    pixels = enlarged(points)
    metrics = _metrics(pixels, weight)
    width = sum(_advance(span.text, pixels, weight) for span in spans)
    return width, metrics.height()


def at_text_size(scene: Scene) -> Scene:
    """The scene with its labels in the type size that `measure` made room for."""
    if text_factor() == 1.0:
        return scene
    labels = (replace(label, points=enlarged(label.points)) for label in scene.labels)
    return replace(scene, labels=tuple(labels))


@lru_cache(maxsize=4096)
def _advance(text: str, points: float, weight: int) -> float:
    return _metrics(points, weight).horizontalAdvance(text)
