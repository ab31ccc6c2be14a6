"""Words on the stage: titles, dimensions, notes, and the numbers of the running sum."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "stage.input": QT_TRANSLATE_NOOP("stage", "[muted]{source}[/] {shape}"),
    "stage.filters": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] [muted]filter(s) of[/] {shape}"),
    "stage.filters.linear": QT_TRANSLATE_NOOP(
        "stage", "[cout]{n}[/] × [muted]weights of one output[/] {shape}"
    ),
    "stage.filter": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] [muted]filter of[/] {shape}"),
    "stage.output": QT_TRANSLATE_NOOP("stage", "[muted]output[/] {shape}"),
    "stage.before": QT_TRANSLATE_NOOP("stage", "[muted]before {kind}[/] {shape}"),
    "stage.after": QT_TRANSLATE_NOOP("stage", "[muted]after {kind}[/] {shape}"),
    "stage.before-brief": QT_TRANSLATE_NOOP("stage", "[muted]before[/] {shape}"),
    "stage.after-brief": QT_TRANSLATE_NOOP("stage", "[muted]after[/] {shape}"),
    "stage.cut-share": QT_TRANSLATE_NOOP("stage", "{share} [muted]of the cells became 0[/]"),
    "stage.cut-share-brief": QT_TRANSLATE_NOOP("stage", "{share} [muted]became 0[/]"),
    "stage.input-brief": QT_TRANSLATE_NOOP("stage", "{shape}"),
    "stage.output-brief": QT_TRANSLATE_NOOP("stage", "{shape}"),
    "stage.filters-brief": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] × {shape}"),
    "stage.filter-brief": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] × {shape}"),
    "stage.filters.linear-brief": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] × {shape}"),
    "stage.enlarged-brief": QT_TRANSLATE_NOOP("stage", "[muted]×{factor} across[/]"),
    "stage.thicker-brief": QT_TRANSLATE_NOOP("stage", "[muted]{factor}× thicker[/]"),
    "stage.thinner-brief": QT_TRANSLATE_NOOP("stage", "[muted]{factor}× thinner[/]"),
    "stage.folded-brief": QT_TRANSLATE_NOOP("stage", "[muted]depth ×{unit}[/]"),
    "stage.opened-brief": QT_TRANSLATE_NOOP("stage", "[muted]cells as cubes[/]"),
    "stage.volume": QT_TRANSLATE_NOOP("stage", "[muted]{number} · {name}[/] {shape}"),
    "stage.volume.spread": QT_TRANSLATE_NOOP(
        "stage", "[muted]{number} · {name}[/] {shape} [muted]at every position[/]"
    ),
    "stage.volume.spread-brief": QT_TRANSLATE_NOOP("stage", "[muted]{number}[/] {shape}"),
    "stage.volume-brief": QT_TRANSLATE_NOOP("stage", "[muted]{number}[/] {shape}"),
    "stage.part": QT_TRANSLATE_NOOP("stage", "{number} · [muted]{name}[/] [cin]{c}[/]"),
    "stage.part-brief": QT_TRANSLATE_NOOP("stage", "{number} · [cin]{c}[/]"),
    "stage.volumes": QT_TRANSLATE_NOOP("stage", "{n} [muted]input(s)[/]"),
    "stage.volumes-brief": QT_TRANSLATE_NOOP("stage", "{n} [muted]input(s)[/]"),
    "stage.addition": QT_TRANSLATE_NOOP("stage", "{terms} = [cout]{total}[/]"),
    "stage.axis-h": QT_TRANSLATE_NOOP("stage", "[h]H {h}[/]"),
    "stage.axis-w": QT_TRANSLATE_NOOP("stage", "[w]W {w}[/]"),
    "stage.axis-cin": QT_TRANSLATE_NOOP("stage", "[cin]Cin {c}[/]"),
    "stage.axis-cout": QT_TRANSLATE_NOOP("stage", "[cout]Cout {c}[/]"),
    "stage.number.cin": QT_TRANSLATE_NOOP("stage", "[cin]{first}[/]"),
    "stage.numbers.cin": QT_TRANSLATE_NOOP("stage", "[cin]{first}–{last}[/]"),
    "stage.number.cout": QT_TRANSLATE_NOOP("stage", "[cout]{first}[/]"),
    "stage.numbers.cout": QT_TRANSLATE_NOOP("stage", "[cout]{first}–{last}[/]"),
    "stage.feature-map": QT_TRANSLATE_NOOP("stage", "[cout]feature map {c}[/]"),
    "stage.channel": QT_TRANSLATE_NOOP("stage", "[cin]channel {c}[/]"),
    "stage.enlarged": QT_TRANSLATE_NOOP(
        "stage", "[muted]filters drawn {factor}× as wide and high[/]"
    ),
    "stage.left-out": QT_TRANSLATE_NOOP("stage", "+{n} [muted]filter(s)[/]"),
    "stage.padding": QT_TRANSLATE_NOOP("stage", "[muted]padding {p} (zeros)[/]"),
    "stage.row-column": QT_TRANSLATE_NOOP("stage", "[muted]input[/] {shape}"),
    "stage.row-filter": QT_TRANSLATE_NOOP("stage", "[muted]filter {filter}[/] {shape}"),
    "stage.row-filter.linear": QT_TRANSLATE_NOOP("stage", "[muted]weights {filter}[/] {shape}"),
    "stage.row-results": QT_TRANSLATE_NOOP(
        "stage", "[muted]results of[/] {n} [muted]channel(s)[/]"
    ),
    "stage.row-result": QT_TRANSLATE_NOOP("stage", "[muted]result of[/] {n} [muted]channel[/]"),
    "stage.row-results.linear": QT_TRANSLATE_NOOP("stage", "{n} [muted]product(s)[/]"),
    "stage.row-result.linear": QT_TRANSLATE_NOOP("stage", "{n} [muted]product[/]"),
    "stage.row-column-brief": QT_TRANSLATE_NOOP("stage", "{shape}"),
    "stage.row-filter-brief": QT_TRANSLATE_NOOP("stage", "{shape}"),
    "stage.row-filter.linear-brief": QT_TRANSLATE_NOOP("stage", "{shape}"),
    "stage.row-results-brief": QT_TRANSLATE_NOOP("stage", "{n} [muted]result(s)[/]"),
    "stage.row-result-brief": QT_TRANSLATE_NOOP("stage", "{n} [muted]result[/]"),
    "stage.product": QT_TRANSLATE_NOOP(
        "stage", "[muted]channel {channel}:[/] {x} × {w} ≈ {result}"
    ),
    "stage.product-open": QT_TRANSLATE_NOOP("stage", "[muted]channel {channel}:[/] {x} × {w}"),
    "stage.product.linear": QT_TRANSLATE_NOOP(
        "stage", "[muted]input {channel}:[/] {x} × {w} ≈ {result}"
    ),
    "stage.product-open.linear": QT_TRANSLATE_NOOP("stage", "[muted]input {channel}:[/] {x} × {w}"),
    "stage.products": QT_TRANSLATE_NOOP(
        "stage", "[muted]channel {channel}: {k} product(s), summed ≈[/] {result}"
    ),
    "stage.products-open": QT_TRANSLATE_NOOP(
        "stage", "[muted]channel {channel}:[/] {k} product(s)"
    ),
    "stage.product-each": QT_TRANSLATE_NOOP(
        "stage", "[muted]{index} of {n}:[/] {x} × {w} ≈ {product}"
    ),
    "stage.grid-input": QT_TRANSLATE_NOOP("stage", "[muted]input, channel {channel}[/]"),
    "stage.grid-weights": QT_TRANSLATE_NOOP(
        "stage", "[muted]filter {filter}, channel {channel}[/]"
    ),
    "stage.grid-products": QT_TRANSLATE_NOOP("stage", "[muted]products[/]"),
    "stage.grid-times": QT_TRANSLATE_NOOP("stage", "[muted]×[/]"),
    "stage.grid-equals": QT_TRANSLATE_NOOP("stage", "[muted]=[/]"),
    "stage.sum": QT_TRANSLATE_NOOP("stage", "[muted]sum of {n}:[/] {sum}"),
    "stage.sum-added": QT_TRANSLATE_NOOP("stage", "[muted]{added} added, sum of {n}:[/] {sum}"),
    "stage.sum-added-brief": QT_TRANSLATE_NOOP("stage", "[muted]sum of {n}:[/] {sum}"),
    "stage.sum-bias": QT_TRANSLATE_NOOP("stage", "{sum} + [muted]bias[/] {bias} ≈ {before}"),
    "stage.sum-other": QT_TRANSLATE_NOOP("stage", "{before} → {after}"),
    "stage.unvalued": QT_TRANSLATE_NOOP("stage", "[muted]no values: too large to compute[/]"),
    "stage.thicker": QT_TRANSLATE_NOOP(
        "stage", "[muted]channels drawn {factor}× thicker than in the network[/]"
    ),
    "stage.thinner": QT_TRANSLATE_NOOP(
        "stage", "[muted]channels drawn {factor}× thinner than in the network[/]"
    ),
    "stage.opened": QT_TRANSLATE_NOOP("stage", "[muted]opened out: cells drawn as cubes[/]"),
    "stage.folded": QT_TRANSLATE_NOOP(
        "stage", "[muted]folded: each channel {unit} cell(s) thick[/]"
    ),
    "stage.channels": QT_TRANSLATE_NOOP("stage", "[muted]channels {first}–{last} of[/] {n}"),
    "stage.channels.linear": QT_TRANSLATE_NOOP("stage", "[muted]inputs {first}–{last} of[/] {n}"),
    "stage.sum-lands": QT_TRANSLATE_NOOP("stage", "{after}"),
    # The bench of a kind that is no sum of products.
    "stage.work.mean": QT_TRANSLATE_NOOP(
        "stage", "[muted]window[/] [k]{rows}×{columns}[/] [muted]of channel {channel} alone[/]"
    ),
    "stage.work.passed": QT_TRANSLATE_NOOP(
        "stage",
        "[muted]input[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] [cin]channel {channel}[/]",
    ),
    "stage.work.passed.of": QT_TRANSLATE_NOOP(
        "stage",
        "[muted]{name}[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] [cin]channel {channel}[/]",
    ),
    "stage.work.added": QT_TRANSLATE_NOOP(
        "stage",
        "[muted]the same cell of {n} volume(s):[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] "
        "[cin]channel {channel}[/]",
    ),
    "stage.work.multiplied": QT_TRANSLATE_NOOP(
        "stage",
        "[muted]the same cell of {n} volume(s):[/] ([h]{row}[/], [w]{column}[/]) [muted]of[/] "
        "[cin]channel {channel}[/]",
    ),
    "stage.work.added.sign": QT_TRANSLATE_NOOP("stage", "+"),
    "stage.work.multiplied.sign": QT_TRANSLATE_NOOP("stage", "×"),
    "stage.work.added.first": QT_TRANSLATE_NOOP("stage", "{a} + …"),
    "stage.work.added.both": QT_TRANSLATE_NOOP("stage", "{a} + {b} ≈ {before}"),
    "stage.work.multiplied.first": QT_TRANSLATE_NOOP("stage", "{a} × …"),
    "stage.work.multiplied.both": QT_TRANSLATE_NOOP("stage", "{a} × {b} ≈ {before}"),
    "stage.work.value": QT_TRANSLATE_NOOP("stage", "{value}"),
    "stage.work.padding": QT_TRANSLATE_NOOP("stage", "[muted]padding[/]"),
    "stage.work.padding.short": QT_TRANSLATE_NOOP("stage", "[muted]pad[/]"),
    "stage.work.sum": QT_TRANSLATE_NOOP("stage", "[muted]sum of {n}:[/] {sum}"),
    "stage.work.mean-of": QT_TRANSLATE_NOOP("stage", "{sum} ÷ {divisor} ≈ {before}"),
    "stage.work.total": QT_TRANSLATE_NOOP("stage", "[muted]total[/] {sum}"),
    "stage.work.passed-on": QT_TRANSLATE_NOOP("stage", "[muted]unchanged:[/] {before}"),
    # A channel as its filter counts it, and as the input does. What follows "3 of":
    "group.of": QT_TRANSLATE_NOOP("stage", "{n} ({own} of {all})"),
    "group.channel": QT_TRANSLATE_NOOP("stage", "{channel} of {n} ({own} of {all})"),
    # What follows "9–" or "9 to", and what follows "9–12 of":
    "group.last": QT_TRANSLATE_NOOP("stage", "{last} of {n} ({own_first}–{own_last} of {all})"),
    "group.of-range": QT_TRANSLATE_NOOP("stage", "{n} ({own_first}–{own_last} of {all})"),
    "group.short": QT_TRANSLATE_NOOP("stage", "{channel} ({own})"),
    "stage.groups": QT_TRANSLATE_NOOP(
        "stage", "[cin]{n} group(s)[/] [muted]of[/] [cin]{depth} channel(s)[/]"
    ),
    "stage.groups.one": QT_TRANSLATE_NOOP(
        "stage", "[cin]{n} group(s)[/] [muted]of[/] [cin]one channel[/]"
    ),
    "stage.groups-brief": QT_TRANSLATE_NOOP("stage", "[cin]{n} group(s)[/]"),
    "stage.groups.one-brief": QT_TRANSLATE_NOOP("stage", "[cin]{n} group(s)[/]"),
    "strip.filters": QT_TRANSLATE_NOOP("stage", "[cout]{n}[/] × {shape}"),
    "source.photo": QT_TRANSLATE_NOOP("stage", "photo"),
    "source.photo-features": QT_TRANSLATE_NOOP("stage", "photo features"),
    "source.gradient": QT_TRANSLATE_NOOP("stage", "gradient"),
    "source.noise": QT_TRANSLATE_NOOP("stage", "noise"),
    "source.one-hot": QT_TRANSLATE_NOOP("stage", "one-hot"),
    "source.map": QT_TRANSLATE_NOOP("stage", "feature maps"),
}
