"""Marks texts for translation without Qt: what `lupdate` looks for, and what it leaves behind."""

from __future__ import annotations


class Source(str):
    """An English text that knows the context it is translated in.

    Attributes
    ----------
    context : str
        The area of the product, which translators see as a heading.
    """

    __slots__ = ("context",)
    context: str

    def __new__(cls, context: str, text: str) -> Source:
        """`text`, marked for translation in `context`."""
        source = super().__new__(cls, text)
        source.context = context
        return source


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate knows
    """Mark a literal text for translation; it is translated when it is looked up."""
    return Source(context, text)
