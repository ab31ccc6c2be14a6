"""Numbers and shapes as they are written everywhere: thousands separators, a true minus."""

from __future__ import annotations

import math
from collections.abc import Iterable

from convviz.model.shape import Shape
from convviz.scene.palette import Role
from convviz.scene.primitives import Rounded, Span

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
_UNITS = ("", "k", "M", "G", "T", "P", "E")
_MOST_DECIMALS = 7  # about what a float32 holds
_BINARY_UNITS = ("KiB", "MiB", "GiB", "TiB", "PiB")


def number(value: int) -> str:
    """An integer in full: ``120,422,400``, ``−5``."""
    return f"{value:,}".replace("-", MINUS)


def short(value: int) -> str:
    """An integer to one decimal of its thousands: ``120.4M``; below 1,000 in full."""
    if abs(value) < 1000:
        return number(value)
    size = float(abs(value))
    unit = 0
    # Comparing what will be printed: 999,950 is 1.0M, never 1000.0k.
    while round(size, 1) >= 1000 and unit < len(_UNITS) - 1:
        size /= 1000
        unit += 1
    return f"{MINUS if value < 0 else ''}{size:,.1f}{_UNITS[unit]}"


def byte_size(value: int) -> str:
    """A number of bytes in binary units: ``588.0 KiB``; below 1,024 in full."""
    if value < 1024:
        return f"{number(value)} B"
    size, unit = value / 1024, 0
    while round(size, 1) >= 1024 and unit < len(_BINARY_UNITS) - 1:
        size /= 1024
        unit += 1
    return f"{size:,.1f} {_BINARY_UNITS[unit]}"


def value(number_: float) -> str:
    """A cell's value or a weight, rounded for reading: ``−1.234``, ``56.78``, ``1.2e−5``."""
    size = abs(number_)
    if math.isnan(size):
        return "NaN"
    if math.isinf(size):
        text = "\N{INFINITY}"
    elif size == 0:
        return "0"
    elif size < 0.0005:
        digits, exponent = f"{size:.1e}".split("e")
        text = f"{digits}e{int(exponent)}".replace("-", MINUS)
    elif size < 10:
        text = f"{size:.3f}"
    elif size < 100:
        text = f"{size:.2f}"
    elif size < 1000:
        text = f"{size:.1f}"
    else:
        text = f"{size:,.0f}"
    return f"{MINUS if number_ < 0 else ''}{text}"


def bracketed(number_: float | Rounded) -> str:
    """A value that stands behind a sign: a negative one in brackets, ``(−1.234)``."""
    shown = rounded(number_) if isinstance(number_, Rounded) else value(number_)
    return f"({shown})" if shown.startswith(MINUS) else shown


def fixed(number_: float, decimals: int) -> str:
    """A value of a table, in which all have as many decimals: ``−1.2340``, ``0.000``; 0 is ``0``.

    A minus stands only where a digit other than zero follows.
    """
    if number_ == 0 or not math.isfinite(number_):
        return value(number_)
    text = f"{abs(number_):,.{decimals}f}"
    return f"{MINUS}{text}" if number_ < 0 and text.strip("0.,") else text


def rounded(number_: Rounded) -> str:
    """A number with its decimals."""
    return fixed(number_.value, number_.decimals)


def decimals_for(numbers: Iterable[float]) -> int:
    """How many decimals a table of values needs: two digits of the largest at least."""
    largest = max((abs(n) for n in numbers if math.isfinite(n)), default=0.0)
    if largest >= 1000:
        return 1 if largest < 10_000 else 0
    if largest >= 100:
        return 2
    if largest == 0:
        return 3
    return min(max(3, 1 - math.floor(math.log10(largest))), _MOST_DECIMALS)


def percent(part: float) -> str:
    """A share as a percentage: 0.0839 is ``8.39 %``, 1.0 is ``100 %``."""
    size = abs(part) * 100
    if size == 0:
        return "0 %"
    if size < 0.01:
        return "< 0.01 %"
    digits = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return f"{MINUS if part < 0 else ''}{size:,.{digits}f} %"


def signed_percent(part: float) -> str:
    """A change as a percentage with its sign: ``−89.7 %``, ``+3.2 %``."""
    size = abs(part) * 100
    if size == 0:
        return "0 %"
    digits = 1 if size < 999.95 else 0
    sign = MINUS if part < 0 else "+"
    return f"{sign}{size:,.{digits}f} %" if round(size, 1) else f"{sign}{size:.2g} %"


def ratio(large: int, small: int) -> str:
    """How many times `small` goes into `large`: ``9.68``, ``41.6``, ``1,204``."""
    size = large / small
    digits = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return f"{size:,.{digits}f}"


def joined(spans: list[Span], sign: str = TIMES) -> tuple[Span, ...]:
    """`spans` with a muted sign between them."""
    out: list[Span] = []
    for span in spans:
        if out:
            out.append(Span(sign, Role.MUTED))
        out.append(span)
    return tuple(out)


def shape_spans(shape: Shape, channel_role: Role = Role.CIN) -> tuple[Span, ...]:
    """A volume as H × W × C, each number in its dimension's colour."""
    return joined(
        [
            Span(number(shape.height), Role.H),
            Span(number(shape.width), Role.W),
            Span(number(shape.channels), channel_role),
        ]
    )


def matrix_spans(rows: int, columns: int) -> tuple[Span, ...]:
    """A linear layer's weights as outputs × inputs."""
    return joined([Span(number(rows), Role.COUT), Span(number(columns), Role.CIN)])


def kernel_spans(kh: int, kw: int, cin: int) -> tuple[Span, ...]:
    """A filter as k × k × Cin: the depth is never left out."""
    return joined(
        [
            Span(number(kh), Role.K),
            Span(number(kw), Role.K),
            Span(number(cin), Role.CIN),
        ]
    )
