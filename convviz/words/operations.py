"""Texts of stages that are no sum of products: steps, captions and arithmetic of their own."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

# The same step twice: on its segment of the scrub bar, and named in full.
_STEPS = {
    "playback.label.make.passed": QT_TRANSLATE_NOOP("playback", "pass on"),
    "playback.label.total": QT_TRANSLATE_NOOP("playback", "add up"),
    "playback.label.divide": QT_TRANSLATE_NOOP("playback", "divide"),
    "playback.label.map.alone": QT_TRANSLATE_NOOP("playback", "rest of channel"),
    "playback.step.make.passed": QT_TRANSLATE_NOOP("playback", "Pass the value on"),
    "playback.step.total": QT_TRANSLATE_NOOP("playback", "Add them up"),
    "playback.step.divide": QT_TRANSLATE_NOOP("playback", "Divide"),
    "playback.step.map.alone": QT_TRANSLATE_NOOP("playback", "Rest of this channel"),
    "playback.step.filter.alone": QT_TRANSLATE_NOOP("playback", "Channel {filter} of {n}"),
    "playback.step.filter.linear": QT_TRANSLATE_NOOP("playback", "Output {filter} of {n}"),
    "playback.step.channel.linear": QT_TRANSLATE_NOOP("playback", "Input {first} of {n}"),
    "playback.step.channels.linear": QT_TRANSLATE_NOOP("playback", "Inputs {first}–{last}"),
    "playback.step.part.window": QT_TRANSLATE_NOOP("playback", "Window cell {first} of {n}"),
    "playback.step.part.neighbour": QT_TRANSLATE_NOOP("playback", "Neighbour {first} of {n}"),
    "playback.step.part.volume": QT_TRANSLATE_NOOP("playback", "Volume {first} of {n}"),
    "playback.step.join": QT_TRANSLATE_NOOP(
        "playback", "Volume {number} of {n}: channels {first}–{last}"
    ),
    "playback.step.total.multiplied": QT_TRANSLATE_NOOP("playback", "Multiply them"),
    "playback.label.total.multiplied": QT_TRANSLATE_NOOP("playback", "multiply"),
    "playback.label.join": QT_TRANSLATE_NOOP("playback", "{number}"),
    "playback.track.channels": QT_TRANSLATE_NOOP("playback", "channels"),
    "playback.hint.channel": QT_TRANSLATE_NOOP(
        "playback", "Channel {filter} of {n}: click to select it"
    ),
}

_CAPTIONS = {
    "playback.say.end.cut": QT_TRANSLATE_NOOP(
        "playback", "The output is complete: {output}, and {share} of its cells became 0."
    ),
    "playback.say.rest.inception-3a.concat": QT_TRANSLATE_NOOP(
        "playback",
        "GoogLeNet's first Inception module: four branches read the same input, and their "
        "channels are put one behind the other, [cout]{filters}[/] in all. No value changes.",
    ),
    "playback.say.rest.residual-block.add": QT_TRANSLATE_NOOP(
        "playback",
        "What the bottleneck branch made is added to the input of the block, cell by cell: "
        "the branch learns only what to change.",
    ),
    "playback.say.lift.added": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken out "
        "of each of the {n} volume(s).",
    ),
    "playback.say.lift.multiplied": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken out "
        "of each of the {n} volume(s).",
    ),
    "playback.say.lift.of": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] of {name} is "
        "taken by itself.",
    ),
    "playback.say.total.added": QT_TRANSLATE_NOOP(
        "playback", "The values are added: {terms} ≈ {value}."
    ),
    "playback.say.total.added.many": QT_TRANSLATE_NOOP(
        "playback", "The {n} value(s) (is|are) added up: {value}."
    ),
    "playback.say.total.added.bare": QT_TRANSLATE_NOOP("playback", "The values are added up."),
    "playback.say.total.multiplied": QT_TRANSLATE_NOOP(
        "playback", "The values are multiplied: {terms} ≈ {value}."
    ),
    "playback.say.total.multiplied.many": QT_TRANSLATE_NOOP(
        "playback", "The {n} value(s) (is|are) multiplied: {value}."
    ),
    "playback.say.total.multiplied.bare": QT_TRANSLATE_NOOP(
        "playback", "The values are multiplied."
    ),
    "playback.say.join": QT_TRANSLATE_NOOP(
        "playback",
        "Volume {number}, {name}: its {channels} channel(s) become(s|) [cout]channels {first} to "
        "{last}[/] of the output, each value as it is.",
    ),
    "playback.say.lift.window": QT_TRANSLATE_NOOP(
        "playback",
        "A window of [k]{rows}×{columns}[/] cells is lifted out of [cin]channel {channel}[/],"
        " of this channel alone.",
    ),
    "playback.say.lift.each": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken by"
        " itself.",
    ),
    "playback.say.lift.linear": QT_TRANSLATE_NOOP(
        "playback",
        "Each of the [cin]{n} input(s)[/] is paired with one of the [cin]{n} weight(s)[/] "
        "of [cout]output {filter}[/].",
    ),
    "playback.say.channel.linear.open": QT_TRANSLATE_NOOP(
        "playback", "[cin]Input {channel}[/] of {n}: {x} × weight {w}."
    ),
    "playback.say.channel.linear": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Input {channel}[/] of {n}: {x} × weight {w} ≈ {result}, which is added to the sum.",
    ),
    "playback.say.channel.bare.linear": QT_TRANSLATE_NOOP(
        "playback", "[cin]Input {channel}[/] of {n}: input × weight is added to the sum."
    ),
    "playback.say.channels.linear": QT_TRANSLATE_NOOP(
        "playback",
        "[cin]Inputs {first} to {last}[/] in the same way: {count} more product(s) (is|are) added "
        "to the sum.",
    ),
    "playback.say.total.mean": QT_TRANSLATE_NOOP(
        "playback", "The {n} value(s) of the window are added up: {sum}."
    ),
    "playback.say.total.mean.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the window are added up."
    ),
    "playback.say.divide.mean": QT_TRANSLATE_NOOP(
        "playback", "The sum is divided by the number of cells: {sum} ÷ {divisor} ≈ {value}."
    ),
    "playback.say.divide.mean.padded": QT_TRANSLATE_NOOP(
        "playback",
        "Divided by {divisor}, the padding's zeros counted: {sum} ÷ {divisor} ≈ {value}.",
    ),
    "playback.say.divide.mean.bare": QT_TRANSLATE_NOOP(
        "playback", "The sum is divided by the number of cells: the mean."
    ),
    "playback.say.land.alone": QT_TRANSLATE_NOOP(
        "playback",
        "{after} is written to the output at ([h]{row}[/], [w]{column}[/]) of [cout]channel"
        " {filter}[/].",
    ),
    "playback.say.land.alone.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value is written to the output at ([h]{row}[/], [w]{column}[/]) of "
        "[cout]channel {filter}[/].",
    ),
    "playback.say.map.window": QT_TRANSLATE_NOOP(
        "playback",
        "The window moves on, {rows} down and {columns} across at a time,"
        " and fills all {positions} position(s) of [cout]channel {filter}[/].",
    ),
    "playback.say.map.alone": QT_TRANSLATE_NOOP(
        "playback",
        "The same is computed at all {positions} position(s) of [cout]channel {filter}[/].",
    ),
    "playback.say.filter.alone": QT_TRANSLATE_NOOP(
        "playback", "[cout]Channel {filter}[/] of {n} is made in the same way, by itself."
    ),
    "playback.say.filter.linear": QT_TRANSLATE_NOOP(
        "playback", "[cout]Output {filter}[/] of {n} has weights of its own for the same inputs."
    ),
    "playback.say.end.alone": QT_TRANSLATE_NOOP("playback", "The output is complete: {output}."),
    "playback.say.rest.small-classifier.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "From a photo to ten probabilities: {filters} filter(s) of {kernel} come first. The "
        "network was never trained, so its classification means nothing; every value shown "
        "is computed.",
    ),
    "playback.say.rest.googlenet-stem.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "GoogLeNet's first layers with weights of our own: {filters} filter(s) of {kernel} "
        "move two cells at a time (stride 2), so height and width are halved; each pooling "
        "of stride 2 halves them again.",
    ),
}

_ARITHMETIC = {
    "playback.sum.title.alone": QT_TRANSLATE_NOOP(
        "playback", "Output ([h]{row}[/], [w]{column}[/]) of [cout]channel {filter}[/]"
    ),
    "playback.cells.window": QT_TRANSLATE_NOOP(
        "playback", "[k]{rows}×{columns}[/] window of [cin]channel {channel}[/]"
    ),
    "playback.cells.channels": QT_TRANSLATE_NOOP("playback", "[cin]{n} channel(s)[/]"),
    "playback.cells.one": QT_TRANSLATE_NOOP("playback", "input"),
    "playback.cells.from": QT_TRANSLATE_NOOP("playback", "[cin]channel {channel}[/] of {name}"),
    "playback.cells.volumes": QT_TRANSLATE_NOOP("playback", "the same cell of {n} volume(s)"),
    "playback.cells.volume": QT_TRANSLATE_NOOP("playback", "volume"),
    "playback.cells.channel": QT_TRANSLATE_NOOP("playback", "channel"),
    "playback.cells.padding": QT_TRANSLATE_NOOP("playback", "pad"),
    "playback.cells.sum": QT_TRANSLATE_NOOP("playback", "sum of {n}"),
    "playback.cells.divisor": QT_TRANSLATE_NOOP("playback", "÷ number of cells"),
    "playback.cells.mean": QT_TRANSLATE_NOOP("playback", "mean"),
    "playback.cells.value": QT_TRANSLATE_NOOP("playback", "value"),
    "playback.cells.step": QT_TRANSLATE_NOOP("playback", "after {name}"),
    "playback.plot.cell": QT_TRANSLATE_NOOP("playback", "cell {channel}"),
    "playback.plot.volume": QT_TRANSLATE_NOOP("playback", "volume {channel}"),
    "playback.plot.hint.volume": QT_TRANSLATE_NOOP(
        "playback", "volume {channel} of {n}: {result}, sum so far {sum}"
    ),
    "playback.plot.hint.cell": QT_TRANSLATE_NOOP(
        "playback", "cell {channel} of {n}: {result}, sum so far {sum}"
    ),
    "playback.plot.cells": QT_TRANSLATE_NOOP("playback", "{n} cell(s)"),
    "playback.plot.total": QT_TRANSLATE_NOOP("playback", "total"),
    "playback.plot.function": QT_TRANSLATE_NOOP("playback", "x = {x} → y = {y}"),
}

TEXTS: dict[str, str] = {**_STEPS, **_CAPTIONS, **_ARITHMETIC}
