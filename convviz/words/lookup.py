"""From a key and numbers to a text in the present language, plain or in colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from convviz.scene.palette import Role, hex_of
from convviz.scene.primitives import Rounded, Span
from convviz.words import figures
from convviz.words.marking import Source
from convviz.words.particles import settled
from convviz.words.tables import TEXTS

Translator = Callable[[str, str], str]
_ROLES = {role.value: role for role in Role}


class Piece(NamedTuple):
    """A part of a template: literal text, or a placeholder, in one colour."""

    role: Role
    text: str
    name: str | None  # of the placeholder


def english(_context: str, source: str) -> str:
    """The source itself: what is spoken before a language is set."""
    return source


_translator: Translator = english


def set_translator(translator: Translator) -> None:
    """Let `translator(context, source) -> text` translate every text from now on."""
    global _translator
    _translator = translator


def template(key: str) -> str:
    """The text of `key` in the present language, placeholders and markup as they are.

    Raises
    ------
    KeyError
        For an unknown key.
    """
    source = TEXTS[key]
    context = source.context if isinstance(source, Source) else ""
    return _translator(context, source)


def has(key: str) -> bool:
    """Whether a text named `key` exists."""
    return key in TEXTS


def named(area: str) -> tuple[str, ...]:
    """What has a name of its own: the ends of all keys ``<area>.<end>``, in order."""
    start = f"{area}."
    return tuple(key.removeprefix(start) for key in TEXTS if key.startswith(start))


def text(key: str, **values: object) -> str:
    """The text of `key` with `values` put in, without colours.

    Whole numbers get thousands separators, other numbers are rounded for reading.

    Raises
    ------
    KeyError
        For an unknown key or a value that is missing.
    """
    cut = pieces(template(key))
    if len(cut) == 1 and cut[0].name is None:  # most texts: nothing to put in
        return cut[0].text
    return plain(_filled(cut, values))


def spans(key: str, **values: object) -> tuple[Span, ...]:
    """The same as runs of colour: ``[cin]…[/]`` becomes a span of that role.

    A value may itself be a tuple of spans (`shape_spans`), which keep their colours.
    """
    return _filled(pieces(template(key)), values)


def _filled(cut: tuple[Piece, ...], values: Mapping[str, object]) -> tuple[Span, ...]:
    out: list[Span] = []
    for piece in cut:
        if piece.name is None:
            out.append(Span(settled(piece.text, out[-1].text if out else ""), piece.role))
            continue
        content = values[piece.name]
        if isinstance(content, tuple):
            out.extend(content)
        else:
            out.append(Span(_written(content, piece.text), piece.role))
    return _merged(out)


def html(runs: tuple[Span, ...], theme: str) -> str:
    """`runs` as rich text for a label; text in the plain colour follows the palette."""
    out = []
    for run in runs:
        plain = run.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        plain = plain.replace("\n", "<br>")
        if run.role is Role.TEXT:
            out.append(plain)
        else:
            out.append(f'<span style="color:{hex_of(theme, run.role)}">{plain}</span>')
    return "".join(out)


def plain(runs: tuple[Span, ...]) -> str:
    """`runs` without their colours."""
    return "".join(run.text for run in runs)


@lru_cache(maxsize=1024)
def pieces(template_: str) -> tuple[Piece, ...]:
    """A template cut into literal texts and placeholders, each with its colour.

    Brackets that name no role are text.
    """
    out: list[Piece] = []
    role = Role.TEXT
    rest = template_
    while rest:
        opening = rest.find("[")
        closing = rest.find("]", opening)
        if opening < 0 or closing < 0:
            out.extend(_placeholders(rest, role))
            break
        name = rest[opening + 1 : closing]
        if name != "/" and name not in _ROLES:
            out.extend(_placeholders(rest[: opening + 1], role))
            rest = rest[opening + 1 :]
            continue
        out.extend(_placeholders(rest[:opening], role))
        role = _ROLES.get(name, Role.TEXT)
        rest = rest[closing + 1 :]
    return tuple(out)


def _placeholders(part: str, role: Role) -> list[Piece]:
    out: list[Piece] = []
    while part:
        opening = part.find("{")
        closing = part.find("}", opening)
        if opening < 0 or closing < 0:
            out.append(Piece(role, part, None))
            break
        if opening:
            out.append(Piece(role, part[:opening], None))
        name, _, form = part[opening + 1 : closing].partition(":")
        out.append(Piece(role, form, name))
        part = part[closing + 1 :]
    return out


def _written(content: object, form: str) -> str:
    if form:
        return format(content, form)
    if type(content) is int:
        return figures.number(content)
    if isinstance(content, float):
        return figures.value(content)
    if isinstance(content, Rounded):
        return figures.rounded(content)
    return str(content)


def _merged(runs: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for run in runs:
        if out and out[-1].role is run.role:
            out[-1] = Span(out[-1].text + run.text, run.role)
        elif run.text:
            out.append(run)
    return tuple(out)
