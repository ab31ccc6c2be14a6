"""Texts of stages that are no sum of products: steps, captions and arithmetic of their own."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

# The same step twice: on its segment of the scrub bar, and named in full.
_STEPS = {
    "playback.label.make.greatest": QT_TRANSLATE_NOOP("playback", "compare"),
    "playback.label.make.share": QT_TRANSLATE_NOOP("playback", "e^x"),
    "playback.label.make.strength": QT_TRANSLATE_NOOP("playback", "squares"),
    "playback.label.make.passed": QT_TRANSLATE_NOOP("playback", "pass on"),
    "playback.label.total": QT_TRANSLATE_NOOP("playback", "add up"),
    "playback.label.divide": QT_TRANSLATE_NOOP("playback", "divide"),
    "playback.label.map.alone": QT_TRANSLATE_NOOP("playback", "rest of channel"),
    "playback.step.make.greatest": QT_TRANSLATE_NOOP("playback", "Compare the cells"),
    "playback.step.make.share": QT_TRANSLATE_NOOP("playback", "Take the exponentials"),
    "playback.step.make.strength": QT_TRANSLATE_NOOP("playback", "Square the neighbours"),
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
    "playback.say.rest.linear": QT_TRANSLATE_NOOP(
        "playback",
        "Each of the [cout]{filters} outputs[/] is a weighted sum of all [cin]{channels} "
        "input(s)[/]: {weights} weight(s). Press Space to watch how one of them is "
        "computed.",
    ),
    "playback.say.rest.linear.one": QT_TRANSLATE_NOOP(
        "playback",
        "The [cout]one output[/] is a weighted sum of all [cin]{channels} input(s)[/]: "
        "{weights} weight(s). Press Space to watch how it is computed.",
    ),
    "playback.say.rest.max-pool": QT_TRANSLATE_NOOP(
        "playback",
        "A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the"
        " greatest value: {input} becomes {output}, without a single weight.",
    ),
    "playback.say.rest.average-pool": QT_TRANSLATE_NOOP(
        "playback",
        "A window of [k]{rows}×{columns}[/] passes over each channel by itself and keeps the"
        " mean: {input} becomes {output}, without a single weight.",
    ),
    "playback.say.rest.global-average-pool": QT_TRANSLATE_NOOP(
        "playback",
        "Each channel is replaced by one value, the mean of its [k]{rows}×{columns}[/] "
        "cells: {input} becomes {output}.",
    ),
    "playback.say.rest.relu": QT_TRANSLATE_NOOP(
        "playback", "ReLU takes every cell by itself: a value below zero becomes 0, others stay."
    ),
    "playback.say.rest.relu.cut": QT_TRANSLATE_NOOP(
        "playback",
        "ReLU takes every cell by itself: a value below zero becomes 0, others stay. Here "
        "{share} of the cells became 0.",
    ),
    "playback.say.end.cut": QT_TRANSLATE_NOOP(
        "playback", "The output is complete: {output}, and {share} of its cells became 0."
    ),
    "playback.say.rest.batch-norm": QT_TRANSLATE_NOOP(
        "playback",
        "Batch norm brings each channel to mean 0 and deviation 1, then scales and shifts it.",
    ),
    "playback.say.rest.lrn": QT_TRANSLATE_NOOP(
        "playback",
        "Each cell is divided by the strength of its neighbours along the channels,"
        " at the same position.",
    ),
    "playback.say.rest.dropout": QT_TRANSLATE_NOOP(
        "playback",
        "In use, dropout passes every value unchanged. While training it zeroes a share of"
        " them at random: {rate}.",
    ),
    "playback.say.rest.flatten": QT_TRANSLATE_NOOP(
        "playback",
        "The cells are put in one row, channel by channel, row by row, column by column: "
        "{input} becomes {output}.",
    ),
    "playback.say.rest.softmax": QT_TRANSLATE_NOOP(
        "playback",
        "The [cin]{channels} values[/] of a position become probabilities, which sum to 1: "
        "each exponential e^(x − max), divided by the sum of all of them.",
    ),
    "playback.say.rest.add": QT_TRANSLATE_NOOP(
        "playback",
        "Volumes of one shape meet cell by cell: what is at the same place of each is added, "
        "and the output is of the same shape, {output}. No weights.",
    ),
    "playback.say.rest.concat": QT_TRANSLATE_NOOP(
        "playback",
        "The volumes are put one behind the other: their channels add up to "
        "[cout]{filters}[/]. Nothing is added or averaged, and no value changes.",
    ),
    "playback.say.rest.inception-3a.concat": QT_TRANSLATE_NOOP(
        "playback",
        "GoogLeNet's first Inception module: four branches read the same input, and their "
        "channels are put one behind the other, [cout]{filters}[/] in all. No value changes.",
    ),
    "playback.say.rest.residual-block.add": QT_TRANSLATE_NOOP(
        "playback",
        "What the bottleneck of 1×1, 3×3 and 1×1 made is added to its own input, cell by "
        "cell: the block learns only what to change.",
    ),
    "playback.say.lift.added": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken out "
        "of each of the {n} volumes.",
    ),
    "playback.say.lift.multiplied": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] is taken out "
        "of each of the {n} volumes.",
    ),
    "playback.say.lift.of": QT_TRANSLATE_NOOP(
        "playback",
        "The cell at ([h]{row}[/], [w]{column}[/]) of [cin]channel {channel}[/] of {name} is "
        "taken by itself.",
    ),
    "playback.say.make.concat": QT_TRANSLATE_NOOP(
        "playback",
        "{value} does not change: [cin]channel {channel}[/] of {name} is [cout]channel "
        "{filter}[/] of the output.",
    ),
    "playback.say.make.concat.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value does not change: [cin]channel {channel}[/] of {name} is [cout]channel "
        "{filter}[/] of the output.",
    ),
    "playback.say.total.added": QT_TRANSLATE_NOOP(
        "playback", "The values are added: {terms} ≈ {value}."
    ),
    "playback.say.total.added.many": QT_TRANSLATE_NOOP(
        "playback", "The {n} values are added up: {value}."
    ),
    "playback.say.total.added.bare": QT_TRANSLATE_NOOP("playback", "The values are added up."),
    "playback.say.total.multiplied": QT_TRANSLATE_NOOP(
        "playback", "The values are multiplied: {terms} ≈ {value}."
    ),
    "playback.say.total.multiplied.many": QT_TRANSLATE_NOOP(
        "playback", "The {n} values are multiplied: {value}."
    ),
    "playback.say.total.multiplied.bare": QT_TRANSLATE_NOOP(
        "playback", "The values are multiplied."
    ),
    "playback.say.join": QT_TRANSLATE_NOOP(
        "playback",
        "Volume {number}, {name}: its {channels} channel(s) become [cout]channels {first} to "
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
    "playback.say.lift.neighbours": QT_TRANSLATE_NOOP(
        "playback",
        "The cell of [cin]channel {channel}[/] is lifted with its neighbours:"
        " {n} channels at ([h]{row}[/], [w]{column}[/]).",
    ),
    "playback.say.lift.share": QT_TRANSLATE_NOOP(
        "playback", "All [cin]{n} channels[/] at ([h]{row}[/], [w]{column}[/]) are lifted out."
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
        "[cin]Inputs {first} to {last}[/] in the same way: {count} more products are added "
        "to the sum.",
    ),
    "playback.say.make.greatest": QT_TRANSLATE_NOOP(
        "playback", "The {n} value(s) are compared: the greatest is {value}, and only it is kept."
    ),
    "playback.say.make.greatest.padded": QT_TRANSLATE_NOOP(
        "playback",
        "The {n} value(s) inside the input are compared; padding is left out. The greatest "
        "is {value}.",
    ),
    "playback.say.make.share": QT_TRANSLATE_NOOP(
        "playback",
        "Each value x becomes e^(x − {highest}): always positive,"
        " and the larger the value, the faster it grows.",
    ),
    "playback.say.make.strength": QT_TRANSLATE_NOOP(
        "playback", "The values of the [cin]{n} neighbours[/] are squared."
    ),
    "playback.say.make.dropout": QT_TRANSLATE_NOOP(
        "playback", "In use, dropout does nothing: {value} passes unchanged."
    ),
    "playback.say.make.flatten": QT_TRANSLATE_NOOP(
        "playback",
        "{value} does not change: it becomes number {filter} of the row.",
    ),
    "playback.say.make.greatest.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the window are compared, and only the greatest is kept."
    ),
    "playback.say.make.share.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The greatest value is subtracted from each, and e is raised to the difference: "
        "always positive, and the larger the value, the faster it grows.",
    ),
    "playback.say.make.strength.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the neighbours are squared."
    ),
    "playback.say.make.dropout.bare": QT_TRANSLATE_NOOP(
        "playback", "In use, dropout does nothing: the value passes unchanged."
    ),
    "playback.say.make.flatten.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value does not change: it becomes number {filter} of the row.",
    ),
    "playback.say.total.mean": QT_TRANSLATE_NOOP(
        "playback", "The {n} value(s) of the window are added up: {sum}."
    ),
    "playback.say.total.share": QT_TRANSLATE_NOOP(
        "playback", "The exponentials of all [cin]{n} channels[/] are added up: {sum}."
    ),
    "playback.say.total.strength": QT_TRANSLATE_NOOP(
        "playback", "The squares of the neighbours are added up: {sum}."
    ),
    "playback.say.total.mean.bare": QT_TRANSLATE_NOOP(
        "playback", "The values of the window are added up."
    ),
    "playback.say.total.share.bare": QT_TRANSLATE_NOOP(
        "playback", "The exponentials of all channels are added up."
    ),
    "playback.say.total.strength.bare": QT_TRANSLATE_NOOP(
        "playback", "The squares of the neighbours are added up."
    ),
    "playback.say.divide.mean": QT_TRANSLATE_NOOP(
        "playback", "The sum is divided by the number of cells: {sum} ÷ {divisor} ≈ {value}."
    ),
    "playback.say.divide.mean.padded": QT_TRANSLATE_NOOP(
        "playback",
        "Divided by {divisor}, the padding's zeros counted: {sum} ÷ {divisor} ≈ {value}.",
    ),
    "playback.say.divide.share": QT_TRANSLATE_NOOP(
        "playback",
        "Its own exponential divided by the sum of all of them: {part} ÷ {sum} ≈ {value}, "
        "the probability of [cout]channel {filter}[/].",
    ),
    "playback.say.divide.strength": QT_TRANSLATE_NOOP(
        "playback",
        "{x} is divided by ({k} + {factor} × {sum}) to the power {beta}: ≈ {value}.",
    ),
    "playback.say.divide.mean.bare": QT_TRANSLATE_NOOP(
        "playback", "The sum is divided by the number of cells: the mean."
    ),
    "playback.say.divide.share.bare": QT_TRANSLATE_NOOP(
        "playback",
        "Its own exponential divided by the sum of all of them: the probability of "
        "[cout]channel {filter}[/].",
    ),
    "playback.say.divide.strength.bare": QT_TRANSLATE_NOOP(
        "playback",
        "The value is divided by a number made from the squares: the larger the neighbours,"
        " the smaller the result.",
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
        " and fills all {positions} positions of [cout]channel {filter}[/].",
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
    "playback.say.filter.share": QT_TRANSLATE_NOOP(
        "playback", "[cout]Channel {filter}[/] of {n}: its own exponential divided by the same sum."
    ),
    "playback.say.end.alone": QT_TRANSLATE_NOOP("playback", "The output is complete: {output}."),
    "playback.say.rest.small-classifier.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "From a photo to ten probabilities: {filters} filters of {kernel} come first. The "
        "network was never trained, so its classification means nothing; every value shown "
        "is computed.",
    ),
    "playback.say.rest.googlenet-stem.conv1": QT_TRANSLATE_NOOP(
        "playback",
        "GoogLeNet's first layers with weights of our own: {filters} filters of {kernel} "
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
    "playback.cells.channels": QT_TRANSLATE_NOOP("playback", "[cin]{n} channels[/]"),
    "playback.cells.one": QT_TRANSLATE_NOOP("playback", "input"),
    "playback.cells.from": QT_TRANSLATE_NOOP("playback", "[cin]channel {channel}[/] of {name}"),
    "playback.cells.volumes": QT_TRANSLATE_NOOP("playback", "the same cell of {n} volumes"),
    "playback.cells.volume": QT_TRANSLATE_NOOP("playback", "volume"),
    "playback.cells.channel": QT_TRANSLATE_NOOP("playback", "channel"),
    "playback.cells.padding": QT_TRANSLATE_NOOP("playback", "pad"),
    "playback.cells.power": QT_TRANSLATE_NOOP("playback", "e^(x − max)"),
    "playback.cells.square": QT_TRANSLATE_NOOP("playback", "x²"),
    "playback.cells.greatest": QT_TRANSLATE_NOOP("playback", "greatest of {n}"),
    "playback.cells.sum": QT_TRANSLATE_NOOP("playback", "sum of {n}"),
    "playback.cells.divisor": QT_TRANSLATE_NOOP("playback", "÷ number of cells"),
    "playback.cells.mean": QT_TRANSLATE_NOOP("playback", "mean"),
    "playback.cells.total": QT_TRANSLATE_NOOP("playback", "sum of exponentials"),
    "playback.cells.own": QT_TRANSLATE_NOOP("playback", "exponential of [cout]channel {filter}[/]"),
    "playback.cells.share": QT_TRANSLATE_NOOP("playback", "probability"),
    "playback.cells.squares": QT_TRANSLATE_NOOP("playback", "sum of squares"),
    "playback.cells.strength": QT_TRANSLATE_NOOP(
        "playback", "÷ ({k} + {factor} × squares) to the power {beta}"
    ),
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
    "playback.plot.hint.greatest": QT_TRANSLATE_NOOP(
        "playback", "cell {channel} of {n}: {result}, greatest so far {sum}"
    ),
    "playback.plot.cells": QT_TRANSLATE_NOOP("playback", "{n} cells"),
    "playback.plot.total": QT_TRANSLATE_NOOP("playback", "total"),
    "playback.plot.greatest": QT_TRANSLATE_NOOP("playback", "greatest"),
    "playback.plot.function": QT_TRANSLATE_NOOP("playback", "x = {x} → y = {y}"),
    "playback.plot.function.relu": QT_TRANSLATE_NOOP("playback", "[muted]y = max(0, x)[/]"),
    "playback.plot.function.batch-norm": QT_TRANSLATE_NOOP(
        "playback", "[muted]y = γ·(x − μ) ÷ σ + β[/]"
    ),
}

TEXTS: dict[str, str] = {**_STEPS, **_CAPTIONS, **_ARITHMETIC}
