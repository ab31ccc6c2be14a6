"""Coded errors as sentences."""

from __future__ import annotations

from convviz.model.errors import ModelError
from convviz.words.lookup import has, text


def error_text(error: ModelError, layer: str | None = None) -> str:
    """The sentence for `error`: what is wrong and what to do.

    Parameters
    ----------
    error : ModelError
    layer : str or None
        Name of the layer concerned, where the reader is looking at another one.
    """
    values: dict[str, object] = dict(error.values)
    key = f"error.{error.code.value}"
    if "axis" in values:
        key = f"{key}.{values['axis']}"
    if "init" in values and has(f"choice.init.{values['init']}"):
        values["init"] = text(f"choice.init.{values['init']}")
    sentence = text(key, **values)
    return sentence if layer is None else text("error.in_layer", layer=layer, sentence=sentence)
