"""Every text in English, marked for translation: keys and numbers in, text out (no Qt)."""

from __future__ import annotations

from convviz.words.figures import (
    bracketed,
    byte_size,
    decimals_for,
    fixed,
    kernel_spans,
    matrix_spans,
    number,
    percent,
    ratio,
    rounded,
    shape_spans,
    short,
    signed_percent,
    value,
)
from convviz.words.groups import Group, grouped
from convviz.words.lookup import has, html, named, plain, set_translator, spans, template, text

__all__ = [
    "Group",
    "bracketed",
    "byte_size",
    "decimals_for",
    "fixed",
    "grouped",
    "has",
    "html",
    "kernel_spans",
    "matrix_spans",
    "named",
    "number",
    "percent",
    "plain",
    "ratio",
    "rounded",
    "set_translator",
    "shape_spans",
    "short",
    "signed_percent",
    "spans",
    "template",
    "text",
    "value",
]
