"""Words of the lecture hall: the arithmetic of a step in one line, and a sentence for it."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "hall.next": QT_TRANSLATE_NOOP("hall", "[muted]Next:[/] {step}"),
    "hall.channel.block": QT_TRANSLATE_NOOP(
        "hall",
        "[cin]Channel {channel}[/] of {n}: the [k]{count} products[/] of input × weight are"
        " added to the sum.",
    ),
    "hall.product.open": QT_TRANSLATE_NOOP("hall", "{x} × {w}"),
    "hall.product": QT_TRANSLATE_NOOP("hall", "{x} × {w} ≈ {result}"),
    "hall.products.open": QT_TRANSLATE_NOOP("hall", "[muted]Σ[/] [k]{count} products[/]"),
    "hall.products": QT_TRANSLATE_NOOP("hall", "[muted]Σ[/] [k]{count} products[/] ≈ {result}"),
    "hall.sum": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} channels[/] [muted]≈[/] {sum}"
    ),
    "hall.sum.one": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} channel[/] [muted]≈[/] {sum}"
    ),
    "hall.sum.linear.one": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} product[/] [muted]≈[/] {sum}"
    ),
    "hall.sum.linear": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] [cin]{n} products[/] [muted]≈[/] {sum}"
    ),
    "hall.bias": QT_TRANSLATE_NOOP("hall", "{sum} + [muted]bias[/] {bias} ≈ {before}"),
    "hall.relu": QT_TRANSLATE_NOOP("hall", "ReLU({before}) = {after}"),
    "hall.norm": QT_TRANSLATE_NOOP("hall", "{before} [muted]→ batch norm →[/] {after}"),
    "hall.norm-relu": QT_TRANSLATE_NOOP("hall", "{before} [muted]→ batch norm, ReLU →[/] {after}"),
    "hall.steps": QT_TRANSLATE_NOOP("hall", "{before} [muted]→ {names} →[/] {after}"),
    "hall.best": QT_TRANSLATE_NOOP("hall", "[muted]greatest of[/] {n} [muted]so far[/] {best}"),
    "hall.max": QT_TRANSLATE_NOOP("hall", "max({values}) = {value}"),
    "hall.max.many": QT_TRANSLATE_NOOP("hall", "[muted]greatest of[/] {n} [muted]=[/] {value}"),
    "hall.power": QT_TRANSLATE_NOOP("hall", "e^({x} − {highest}) ≈ {power}"),
    "hall.square": QT_TRANSLATE_NOOP("hall", "{x}² ≈ {square}"),
    "hall.passed": QT_TRANSLATE_NOOP("hall", "{value} [muted]→[/] {value}"),
    "hall.total": QT_TRANSLATE_NOOP("hall", "[muted]sum of[/] {n} [muted]≈[/] {sum}"),
    "hall.added": QT_TRANSLATE_NOOP("hall", "{a} + {b} ≈ {value}"),
    "hall.multiplied": QT_TRANSLATE_NOOP("hall", "{a} × {b} ≈ {value}"),
    "hall.total.powers": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] {n} [muted]exponentials ≈[/] {sum}"
    ),
    "hall.total.squares": QT_TRANSLATE_NOOP(
        "hall", "[muted]sum of[/] {n} [muted]squares ≈[/] {sum}"
    ),
    "hall.over.open": QT_TRANSLATE_NOOP("hall", "{x} ÷ {divisor}"),
    "hall.over": QT_TRANSLATE_NOOP("hall", "{x} ÷ {divisor} ≈ {value}"),
    "hall.norm-over.open": QT_TRANSLATE_NOOP("hall", "{x} ÷ ({k} + {factor} × {sum})^{beta}"),
    "hall.norm-over": QT_TRANSLATE_NOOP("hall", "{x} ÷ ({k} + {factor} × {sum})^{beta} ≈ {value}"),
    "hall.land": QT_TRANSLATE_NOOP("hall", "[muted]output[/] {after}"),
}
