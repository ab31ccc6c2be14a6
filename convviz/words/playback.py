"""Texts of the story: transport bar, captions, plot, arithmetic and legend."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

_CONTROLS = {
    "playback.play": QT_TRANSLATE_NOOP("playback", "Play"),
    "playback.pause": QT_TRANSLATE_NOOP("playback", "Pause"),
    "playback.start": QT_TRANSLATE_NOOP("playback", "To the start"),
    "playback.end": QT_TRANSLATE_NOOP("playback", "To the end"),
    "playback.back": QT_TRANSLATE_NOOP("playback", "Previous step"),
    "playback.forward": QT_TRANSLATE_NOOP("playback", "Next step"),
    "playback.speed": QT_TRANSLATE_NOOP("playback", "Speed"),
    "playback.times": QT_TRANSLATE_NOOP("playback", "{speed}×"),
    "playback.key": QT_TRANSLATE_NOOP("playback", "{what}  ({press})"),
    "playback.scrub": QT_TRANSLATE_NOOP("playback", "Position in the animation"),
    "playback.scrub.at": QT_TRANSLATE_NOOP("playback", "{name}: {step}"),
    "playback.scrub.help": QT_TRANSLATE_NOOP(
        "playback", "Above, the steps of this cell; below, the filters. Drag to any moment."
    ),
    "playback.track.cell": QT_TRANSLATE_NOOP("playback", "this cell"),
    "playback.track.filters": QT_TRANSLATE_NOOP("playback", "filters"),
    "playback.next": QT_TRANSLATE_NOOP("playback", "Next: {step}"),
    "playback.clock": QT_TRANSLATE_NOOP("playback", "{now} / {whole}"),
    "playback.hint": QT_TRANSLATE_NOOP("playback", "{step} · {time}"),
    "playback.hint.filter": QT_TRANSLATE_NOOP(
        "playback", "Filter {filter} of {n}: click to select it"
    ),
    "playback.none": QT_TRANSLATE_NOOP("playback", "No layer to play"),
    "playback.unplayable": QT_TRANSLATE_NOOP("playback", "Nothing to play"),
}

# The same step twice: on its segment of the scrub bar, and named in full.
_STEPS = {
    "playback.label.lift": QT_TRANSLATE_NOOP("playback", "lift"),
    "playback.label.products": QT_TRANSLATE_NOOP("playback", "products"),
    "playback.label.channel": QT_TRANSLATE_NOOP("playback", "{first}"),
    "playback.label.channels": QT_TRANSLATE_NOOP("playback", "{first}–{last}"),
    "playback.label.bias": QT_TRANSLATE_NOOP("playback", "bias"),
    "playback.label.norm-relu": QT_TRANSLATE_NOOP("playback", "norm, ReLU"),
    "playback.label.land": QT_TRANSLATE_NOOP("playback", "out"),
    "playback.label.map": QT_TRANSLATE_NOOP("playback", "rest of feature map"),
    "playback.label.map.short": QT_TRANSLATE_NOOP("playback", "rest"),
    "playback.label.filter": QT_TRANSLATE_NOOP("playback", "{filter}"),
    "playback.step.ready": QT_TRANSLATE_NOOP("playback", "Ready: Space plays"),
    "playback.step.lift": QT_TRANSLATE_NOOP("playback", "Lift out the input cells"),
    "playback.step.products": QT_TRANSLATE_NOOP("playback", "Products of channel {first}"),
    "playback.step.channel": QT_TRANSLATE_NOOP("playback", "Channel {first} of {n}"),
    "playback.step.channels": QT_TRANSLATE_NOOP("playback", "Channels {first}–{last}"),
    "playback.step.bias": QT_TRANSLATE_NOOP("playback", "Add the bias"),
    "playback.step.norm-relu": QT_TRANSLATE_NOOP("playback", "Batch norm and ReLU"),
    "playback.step.land": QT_TRANSLATE_NOOP("playback", "Write to the output"),
    "playback.step.map": QT_TRANSLATE_NOOP("playback", "Rest of this feature map"),
    "playback.step.filter": QT_TRANSLATE_NOOP("playback", "Filter {filter} of {n}"),
    "playback.step.end": QT_TRANSLATE_NOOP("playback", "Output complete"),
}

_CAPTIONS = {
    "playback.say.nothing": QT_TRANSLATE_NOOP(
        "playback", "This network has no layer yet: add one to see it at work."
    ),
    "playback.say.rest": QT_TRANSLATE_NOOP(
        "playback",
        "[cout]{filters} filter(s)[/] of {kernel} make {output} from {input}. Press Space to "
        "watch how one output cell is computed.",
    ),
    "playback.say.rest.one": QT_TRANSLATE_NOOP(
        "playback",
        "[cout]One filter[/] of {kernel} makes {output} from {input}. Press Space to watch "
        "how one output cell is computed.",
    ),
    # The first sentence of each document that ships, and of its other layers: what to look at.
    "playback.say.rest.seed-bottleneck.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "[cout]{filters} filter(s)[/] of {kernel} make {output} from {input}: the next layer,"
        " which needs the most MACs, has far fewer channels to read.",
    ),
    "playback.say.rest.seed-bottleneck.conv2": QT_TRANSLATE_NOOP(
        "playback",
        "The layer before made only [cin]{channels} channel(s)[/], so these [cout]{filters} "
        "filter(s)[/] of {kernel} need(s|) just {macs} MAC(s).",
    ),
    "playback.say.rest.seed-direct.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "Without a bottleneck, each of the [cout]{filters} filter(s)[/] of {kernel}"
        " reads all [cin]{channels} channel(s)[/]: {macs} MAC(s).",
    ),
    "playback.say.rest.five-filters.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "Each filter of {kernel} multiplies the cells of all [cin]{channels} channel(s)[/] by"
        " its weights and adds the products up, position by position, into one channel: "
        "[cout]{filters} filter(s)[/], [cout]{filters} output channel(s)[/].",
    ),
    "playback.say.rest.colour-mixing.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "Grey is a weighted sum of red, green and blue at each pixel:"
        " {red} R + {green} G + {blue} B, [cout]one filter[/] of {kernel}.",
    ),
    "playback.say.rest.colour-mixing-sepia.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "Every colour of sepia is its own weighted sum of red, green and blue:"
        " [cout]{filters} filter(s)[/] of {kernel}, {weights} weight(s).",
    ),
    "playback.say.readers": QT_TRANSLATE_NOOP(
        "playback",
        "Input position ([h]{row}[/], [w]{column}[/]) is read by {n} output position(s),"
        " {rows}, {columns}, in every feature map.",
    ),
    "playback.say.readers.one": QT_TRANSLATE_NOOP(
        "playback",
        "Input position ([h]{row}[/], [w]{column}[/]) is read by one output position,"
        " {rows}, {columns}, in every feature map.",
    ),
    "playback.say.readers.none": QT_TRANSLATE_NOOP(
        "playback",
        "Input position ([h]{row}[/], [w]{column}[/]) is read by no output:"
        " the stride steps over it.",
    ),
    "playback.say.lift": QT_TRANSLATE_NOOP(
        "playback",
        "Each of the [cin]{n} channel(s)[/] of the input at ([h]{row}[/], [w]{column}[/]) is "
        "paired with one of the [cin]{n} weight(s)[/] of [cout]filter {filter}[/].",
    ),
    "playback.say.lift.one": QT_TRANSLATE_NOOP(
        "playback",
        "The [cin]one channel[/] that [cout]filter {filter}[/] reads at ([h]{row}[/], "
        "[w]{column}[/]) is paired with its [cin]one weight[/].",
    ),
    "playback.say.lift.padding": QT_TRANSLATE_NOOP(
        "playback",
        "This position lies in the padding: the [cin]{n} weight(s)[/] of [cout]filter "
        "{filter}[/] will be multiplied by zeros.",
    ),
    "playback.say.lift.block": QT_TRANSLATE_NOOP(
        "playback",
        "Each cell of a block of {kernel} input cell(s) is paired with the weight at its "
        "place among the {kernel} weight(s) of [cout]filter {filter}[/].",
    ),
    "playback.say.products": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Channel {channel}[/] of {n}, cell by cell: each of the [k]{k}[/] input cell(s) is"
        " multiplied by the weight at its place.",
    ),
    "playback.say.channel": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Channel {channel}[/] of {n}: input {x} × weight {w} ≈ {result},"
        " which is added to the sum.",
    ),
    # While its multiplication is still to be seen.
    "playback.say.channel.open": QT_TRANSLATE_NOOP(
        "playback", "[cin]Channel {channel}[/] of {n}: input {x} × weight {w}."
    ),
    "playback.say.channel.block.open": QT_TRANSLATE_NOOP(
        "playback", "[cin]Channel {channel}[/] of {n}: [k]{k} product(s)[/] of input × weight."
    ),
    "playback.say.channel.block": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Channel {channel}[/] of {n}: [k]{k} product(s)[/] of input × weight"
        " come to {result}, which is added to the sum.",
    ),
    "playback.say.channel.bare": QT_TRANSLATE_NOOP(
        "playback", "[cin]Channel {channel}[/] of {n}: input × weight is added to the sum."
    ),
    "playback.say.channels": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Channels {first} to {last}[/] in the same way: {count} more result(s) (is|are) added"
        " to the sum.",
    ),
    "playback.say.bias": QT_TRANSLATE_NOOP(
        "playback", "The bias {bias} of [cout]filter {filter}[/] is added: {sum} becomes {before}."
    ),
    "playback.say.bias.bare": QT_TRANSLATE_NOOP(
        "playback", "The bias of [cout]filter {filter}[/] is added to the sum."
    ),
    # A later step, in brief.
    "playback.say.step": QT_TRANSLATE_NOOP("playback", "{name}: {before} becomes {after}."),
    "playback.say.norm-relu.bare": QT_TRANSLATE_NOOP(
        "playback", "Batch norm scales and shifts each feature map; ReLU turns negatives into 0."
    ),
    "playback.say.land": QT_TRANSLATE_NOOP(
        "playback",
        "{after} is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]feature"
        " map {filter}[/].",
    ),
    "playback.say.land.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value is written to the output at ([h]{row}[/], [w]{column}[/]) of "
        "[cout]feature map {filter}[/].",
    ),
    "playback.say.map": QT_TRANSLATE_NOOP(
        "playback",
        "The same filter repeats this at all {positions} position(s) and fills "
        "[cout]feature map {filter}[/].",
    ),
    "playback.say.filter": QT_TRANSLATE_NOOP(
        "playback", "[cout]Filter {filter}[/] of {n} makes the next output channel."
    ),
    "playback.say.end": QT_TRANSLATE_NOOP(
        "playback",
        "The output is complete: {output}, one channel for each of the [cout]{n} filter(s)[/].",
    ),
    "playback.say.end.one": QT_TRANSLATE_NOOP(
        "playback",
        "The output is complete: {output}, one channel for the [cout]one filter[/].",
    ),
}

_PLOT = {
    "playback.plot": QT_TRANSLATE_NOOP("playback", "Contribution of each channel"),
    "playback.plot.first": QT_TRANSLATE_NOOP("playback", "channel {channel}"),
    "playback.plot.linear": QT_TRANSLATE_NOOP("playback", "Contribution of each input"),
    "playback.plot.first.linear": QT_TRANSLATE_NOOP("playback", "input {channel}"),
    "playback.plot.all.linear": QT_TRANSLATE_NOOP("playback", "[cin]{n} input(s)[/]"),
    "playback.plot.all.linear.one": QT_TRANSLATE_NOOP("playback", "[cin]1 input[/]"),
    "playback.plot.channel.linear": QT_TRANSLATE_NOOP("playback", "[cin]input {channel}[/]"),
    "playback.plot.hint.linear": QT_TRANSLATE_NOOP(
        "playback", "input {channel} of {n}: {result}, sum so far {sum}"
    ),
    "playback.plot.all": QT_TRANSLATE_NOOP("playback", "[cin]{n} channel(s)[/]"),
    "playback.plot.all.one": QT_TRANSLATE_NOOP("playback", "[cin]1 channel[/]"),
    "playback.plot.whole": QT_TRANSLATE_NOOP("playback", "whole sum"),
    "playback.plot.whole.bias": QT_TRANSLATE_NOOP("playback", "sum with bias"),
    "playback.plot.sum": QT_TRANSLATE_NOOP("playback", "sum so far"),
    "playback.plot.channel": QT_TRANSLATE_NOOP("playback", "[cin]channel {channel}[/]"),
    "playback.plot.channels": QT_TRANSLATE_NOOP("playback", "[cin]channels {first}–{last}[/]"),
    "playback.plot.channels.linear": QT_TRANSLATE_NOOP("playback", "[cin]inputs {first}–{last}[/]"),
    "playback.plot.bias": QT_TRANSLATE_NOOP("playback", "bias"),
    "playback.plot.hint": QT_TRANSLATE_NOOP(
        "playback", "channel {channel} of {n}: {result}, sum so far {sum}"
    ),
    "playback.plot.hint.bias": QT_TRANSLATE_NOOP("playback", "bias: {bias}, together {before}"),
    "playback.plot.empty": QT_TRANSLATE_NOOP("playback", "No values to plot"),
}

_ARITHMETIC = {
    "playback.sum.title": QT_TRANSLATE_NOOP(
        "playback", "Output ([h]{row}[/], [w]{column}[/]) of [cout]filter {filter}[/]"
    ),
    "playback.sum.group": QT_TRANSLATE_NOOP(
        "playback", "reads input channels [cin]{first}–{last}[/]"
    ),
    "playback.sum.group.one": QT_TRANSLATE_NOOP("playback", "reads input channel [cin]{first}[/]"),
    "playback.sum.channel": QT_TRANSLATE_NOOP("playback", "channel"),
    "playback.sum.input": QT_TRANSLATE_NOOP("playback", "input"),
    "playback.sum.channel.linear": QT_TRANSLATE_NOOP("playback", "input"),
    "playback.sum.input.linear": QT_TRANSLATE_NOOP("playback", "value"),
    "playback.sum.weight": QT_TRANSLATE_NOOP("playback", "× weight"),
    "playback.sum.product": QT_TRANSLATE_NOOP("playback", "≈ product"),
    "playback.sum.result": QT_TRANSLATE_NOOP("playback", "≈ {n} product(s), summed"),
    "playback.sum.grid": QT_TRANSLATE_NOOP(
        "playback", "[k]{n} product(s)[/] of [cin]channel {channel}[/]"
    ),
    "playback.sum.grid.sum": QT_TRANSLATE_NOOP("playback", "sum ≈"),
    "playback.sum.cell": QT_TRANSLATE_NOOP(
        "playback", "input at ({row}, {column}): {x} × {w} ≈ {product}"
    ),
    "playback.sum.cell.open": QT_TRANSLATE_NOOP(
        "playback", "input at ({row}, {column}): {x} × {w}, not multiplied yet"
    ),
    "playback.sum.cell.padding.open": QT_TRANSLATE_NOOP(
        "playback", "padding: 0 × {w}, not multiplied yet"
    ),
    "playback.sum.cell.padding": QT_TRANSLATE_NOOP("playback", "padding: 0 × {w} = 0"),
    "playback.sum.padding": QT_TRANSLATE_NOOP("playback", "padding"),
    "playback.sum.so-far": QT_TRANSLATE_NOOP("playback", "sum of [cin]{n} channel(s)[/]"),
    "playback.sum.so-far.one": QT_TRANSLATE_NOOP("playback", "sum of [cin]1 channel[/]"),
    "playback.sum.so-far.linear": QT_TRANSLATE_NOOP("playback", "sum of [cin]{n} input(s)[/]"),
    "playback.sum.so-far.linear.one": QT_TRANSLATE_NOOP("playback", "sum of [cin]1 input[/]"),
    "playback.sum.unrounded": QT_TRANSLATE_NOOP(
        "playback", "[muted]added unrounded, then rounded[/]"
    ),
    "playback.sum.bias": QT_TRANSLATE_NOOP("playback", "+ bias"),
    "playback.sum.before": QT_TRANSLATE_NOOP("playback", "before {activation}"),
    "playback.sum.after": QT_TRANSLATE_NOOP("playback", "after {activation}"),
    "playback.sum.name.norm-relu": QT_TRANSLATE_NOOP("playback", "batch norm, ReLU"),
    "playback.sum.output": QT_TRANSLATE_NOOP("playback", "output"),
    "playback.sum.copy": QT_TRANSLATE_NOOP("playback", "Copy"),
    "playback.sum.copy.help": QT_TRANSLATE_NOOP(
        "playback", "Copy every term and the bias in full, as Python reads them"
    ),
    "playback.sum.copied": QT_TRANSLATE_NOOP("playback", "Copied {n} term(s)"),
    "playback.sum.copied.one": QT_TRANSLATE_NOOP("playback", "Copied 1 term"),
    "playback.sum.unvalued": QT_TRANSLATE_NOOP(
        "playback", "Too large to compute here: this layer is counted, not calculated."
    ),
    "playback.sum.name": QT_TRANSLATE_NOOP("playback", "Arithmetic of the active output cell"),
}

_LEGEND = {
    "playback.legend": QT_TRANSLATE_NOOP("playback", "Legend"),
    "playback.legend.input": QT_TRANSLATE_NOOP("playback", "input"),
    "playback.legend.weights": QT_TRANSLATE_NOOP("playback", "weights"),
    "playback.legend.products": QT_TRANSLATE_NOOP("playback", "products"),
    "playback.legend.results": QT_TRANSLATE_NOOP("playback", "results, sum"),
    "playback.legend.values": QT_TRANSLATE_NOOP("playback", "input, output"),
    "playback.legend.empty": QT_TRANSLATE_NOOP("playback", "not computed yet"),
    "playback.legend.cut": QT_TRANSLATE_NOOP("playback", "cut to 0"),
    "playback.legend.cut.hint": QT_TRANSLATE_NOOP(
        "playback", "Crossed cells were below zero and have become 0."
    ),
    "playback.legend.unvalued": QT_TRANSLATE_NOOP("playback", "not computed"),
    "playback.legend.hollow": QT_TRANSLATE_NOOP(
        "playback", "Flat cells have no value. A cell whose value is zero has the colour of zero."
    ),
    "playback.legend.both": QT_TRANSLATE_NOOP("playback", "±{high}"),
    "playback.legend.output": QT_TRANSLATE_NOOP("playback", "output"),
    "playback.legend.picture": QT_TRANSLATE_NOOP("playback", "own colours"),
    "playback.legend.clip": QT_TRANSLATE_NOOP(
        "playback", "Arrowheads: values beyond the 99.5th percentile all take the last colour."
    ),
    "playback.legend.beyond": QT_TRANSLATE_NOOP("playback", "arrowheads: beyond the range"),
    "playback.legend.h": QT_TRANSLATE_NOOP("playback", "height"),
    "playback.legend.w": QT_TRANSLATE_NOOP("playback", "width"),
    "playback.legend.k": QT_TRANSLATE_NOOP("playback", "kernel"),
    "playback.legend.cin": QT_TRANSLATE_NOOP("playback", "input channels"),
    "playback.legend.cout": QT_TRANSLATE_NOOP("playback", "output channels"),
}

TEXTS: dict[str, str] = {
    **_CONTROLS,
    **_STEPS,
    **_CAPTIONS,
    **_PLOT,
    **_ARITHMETIC,
    **_LEGEND,
}
