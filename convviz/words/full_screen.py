"""Words of the lecture hall: the arithmetic of a step in one line, and a sentence for it."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "fullscreen.next": QT_TRANSLATE_NOOP("hall", "[muted]Next:[/] {step}"),
    "fullscreen.channel.block": QT_TRANSLATE_NOOP(
        "hall",
        "[cin]Channel {channel}[/] of {n}: the [k]{count} product(s)[/] of input × weight are"
        " added to the sum.",
    ),
    "fullscreen.product.open": QT_TRANSLATE_NOOP("hall", "{x} × {w}"),
    "fullscreen.product": QT_TRANSLATE_NOOP("hall", "{x} × {w} ≈ {result}"),
    "fullscreen.products.open": QT_TRANSLATE_NOOP("hall", "[muted]Σ[/] [k]{count} product(s)[/]"),
    "fullscreen.products": QT_TRANSLATE_NOOP(
        "hall", "[muted]Σ[/] [k]{count} product(s)[/] ≈ {result}"
    ),
    "fullscreen.sum": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} channel(s)[/] [muted]≈[/] {sum}"
    ),
    "fullscreen.sum.one": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} channel[/] [muted]≈[/] {sum}"
    ),
    "fullscreen.sum.linear.one": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} product[/] [muted]≈[/] {sum}"
    ),
    "fullscreen.sum.linear": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} product(s)[/] [muted]≈[/] {sum}"
    ),
    "fullscreen.bias": QT_TRANSLATE_NOOP("hall", "{sum} + [muted]bias[/] {bias} ≈ {before}"),
    "fullscreen.norm-relu": QT_TRANSLATE_NOOP(
        "hall", "{before} [muted]→ batch norm, ReLU →[/] {after}"
    ),
    "fullscreen.steps": QT_TRANSLATE_NOOP("hall", "{before} [muted]→ {names} →[/] {after}"),
    "fullscreen.passed": QT_TRANSLATE_NOOP("hall", "{value} [muted]→[/] {value}"),
    "fullscreen.total": QT_TRANSLATE_NOOP("hall", "[muted]sum of[/] {n} [muted]≈[/] {sum}"),
    "fullscreen.added": QT_TRANSLATE_NOOP("hall", "{a} + {b} ≈ {value}"),
    "fullscreen.multiplied": QT_TRANSLATE_NOOP("hall", "{a} × {b} ≈ {value}"),
    "fullscreen.over.open": QT_TRANSLATE_NOOP("hall", "{x} ÷ {divisor}"),
    "fullscreen.over": QT_TRANSLATE_NOOP("hall", "{x} ÷ {divisor} ≈ {value}"),
    "fullscreen.land": QT_TRANSLATE_NOOP("hall", "[muted]output[/] {after}"),
}
