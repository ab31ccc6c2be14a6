"""Coded errors as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Protocol

from convviz.words.lookup import has, text

_COUNTED_FROM_ONE = "outside"  # its value is a place, which the model counts from 0


class Coded(Protocol):
    """An error with a code and the numbers of its sentence: a network's, or a file's."""

    @property
    def code(self) -> Enum:
        """What went wrong."""
        ...

    @property
    def values(self) -> Mapping[str, float | str]:
        """The numbers and names of its sentence."""
        ...


def error_text(error: Coded, layer: str | None = None) -> str:
    """The sentence for `error`: what is wrong and what to do.

    Parameters
    ----------
    error : ModelError or FileError
    layer : str or None
        Name of the layer concerned, where the reader is looking at another one.
    """
    values: dict[str, object] = dict(error.values)
    key = f"error.{error.code.value}"
    if "axis" in values:
        key = f"{key}.{values['axis']}"
    if error.code.value == _COUNTED_FROM_ONE:
        values["value"] = int(error.values["value"]) + 1
    if "init" in values and has(f"choice.init.{values['init']}"):
        values["init"] = text(f"choice.init.{values['init']}")
    sentence = text(key, **values)
    return sentence if layer is None else text("error.in_layer", layer=layer, sentence=sentence)


def fault_text(fault: Exception) -> str:
    """The sentence for anything that went wrong, coded or not."""
    code = getattr(fault, "code", None)
    if isinstance(code, Enum) and has(f"error.{code.value}"):
        return error_text(fault)  # type: ignore[arg-type]  # a code comes with its values
    return text("error.unforeseen", told=str(fault) or type(fault).__name__)
