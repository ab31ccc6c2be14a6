"""JSON that is not trusted: parsed within limits, and read field by field, each checked."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from convviz.files.errors import FileError, FileErrorCode

JSON_LIMIT = 4_000_000  # bytes: 1,000 layers with the longest names, and as many pinned
DEPTH_LIMIT = 12
_DIGITS = 20
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def parsed(data: bytes) -> Any:
    """Return the value of a JSON text in UTF-8.

    Raises
    ------
    ValueError
        When it is none, is larger or deeper than the limits, names a key twice, or has a number
        that is not finite or absurdly long.
    """
    if len(data) > JSON_LIMIT or depth(data) > DEPTH_LIMIT:
        raise ValueError("too large or too deep")
    return json.loads(
        data.decode("utf-8"),
        object_pairs_hook=_object,
        parse_constant=_no_constant,
        parse_float=_finite,
        parse_int=_whole,
    )


def depth(data: bytes) -> int:
    """Return how deep brackets lie in each other, those in strings left out, without parsing."""
    outside = data.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')[::2]
    brackets = b"".join(outside).translate(None, _NOT_BRACKETS)
    return max(accumulate(1 if bracket in b"[{" else -1 for bracket in brackets), default=0)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _no_constant(text: str) -> Any:
    raise ValueError(f"{text} is no number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:_DIGITS]} is not finite")
    return number


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("too many digits")
    return int(text)


@dataclass(frozen=True)
class Field:
    """A value in a file, and where it stands: every way to take it checks it.

    Attributes
    ----------
    value : object
        As JSON gave it.
    where : str
        ``layers[3].fields.kernel``; empty for the whole.
    file : str
        The file's name, for the error.
    """

    value: Any
    where: str
    file: str

    def wrong(self) -> FileError:
        """Return the error that this field is wrong: WRONG_FIELD (values: file, where)."""
        return FileError(FileErrorCode.WRONG_FIELD, file=self.file, where=self.where or "-")

    def keys(self, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> frozenset[str]:
        """Return the keys of an object: all that are needed, and none that is unknown."""
        if not isinstance(self.value, dict):
            raise self.wrong()
        found = frozenset(self.value)
        for key in needed:
            if key not in found:
                raise self.at(key, None).wrong()
        for key in sorted(found - {*needed, *optional}):
            raise self.at(key[:_DIGITS], None).wrong()
        return found

    def at(self, key: str, value: Any) -> Field:
        """Return a value as the field `key` of this one."""
        return Field(value, f"{self.where}.{key}" if self.where else key, self.file)

    def get(self, key: str) -> Field:
        """Return the field `key` of an object; its value is None where there is none."""
        if not isinstance(self.value, dict):
            raise self.wrong()
        return self.at(key, self.value.get(key))

    def items(self, limit: int) -> Iterator[Field]:
        """Return the fields of a list of at most `limit`."""
        if not isinstance(self.value, list) or len(self.value) > limit:
            raise self.wrong()
        for place, value in enumerate(self.value):
            yield Field(value, f"{self.where}[{place}]", self.file)

    def text(self, longest: int) -> str:
        """Return a text of at least one character that can be written as UTF-8."""
        if not isinstance(self.value, str) or not 0 < len(self.value) <= longest:
            raise self.wrong()
        try:
            self.value.encode()
        except UnicodeEncodeError as error:
            raise self.wrong() from error
        return self.value

    def whole(self, low: int, high: int) -> int:
        """Return a whole number."""
        if type(self.value) is not int or not low <= self.value <= high:
            raise self.wrong()
        return self.value

    def number(self, low: float, high: float) -> float:
        """Return a number."""
        if type(self.value) not in (int, float) or not low <= self.value <= high:
            raise self.wrong()
        return float(self.value)

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self.wrong()
        return self.value
