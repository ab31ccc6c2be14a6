"""The sentence for each coded error: what is wrong, with its numbers, and what to do."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "error.in_layer": QT_TRANSLATE_NOOP("errors", "{layer}: {sentence}"),
    "error.wrong-type": QT_TRANSLATE_NOOP("errors", "This is not a value for this field."),
    "error.too-small": QT_TRANSLATE_NOOP("errors", "{value} is too small. Use {low} or more."),
    "error.too-large": QT_TRANSLATE_NOOP("errors", "{value} is too large. Use {high} or less."),
    "error.not-a-choice": QT_TRANSLATE_NOOP(
        "errors", "“{value}” is not on the list. Choose one that is."
    ),
    "error.kernel-too-large.height": QT_TRANSLATE_NOOP(
        "errors",
        "The kernel is {kernel} high, the padded input only {padded}. "
        "Use {padded} or less, or more padding.",
    ),
    "error.kernel-too-large.width": QT_TRANSLATE_NOOP(
        "errors",
        "The kernel is {kernel} wide, the padded input only {padded}. "
        "Use {padded} or less, or more padding.",
    ),
    "error.empty-output.height": QT_TRANSLATE_NOOP(
        "errors",
        "With this dilation the kernel spans {extent} rows, the padded input has {padded}. "
        "Use less dilation or more padding.",
    ),
    "error.empty-output.width": QT_TRANSLATE_NOOP(
        "errors",
        "With this dilation the kernel spans {extent} columns, the padded input has {padded}. "
        "Use less dilation or more padding.",
    ),
    "error.padding-too-large": QT_TRANSLATE_NOOP(
        "errors",
        "Padding {padding} is more than half of the kernel, {kernel}. Use {high} or less.",
    ),
    "error.empty-window.height": QT_TRANSLATE_NOOP(
        "errors",
        "At the edge this window's rows all fall on padding. Use less dilation or less padding.",
    ),
    "error.empty-window.width": QT_TRANSLATE_NOOP(
        "errors",
        "At the edge this window's columns all fall on padding. Use less dilation or less padding.",
    ),
    "error.groups-input": QT_TRANSLATE_NOOP(
        "errors",
        "{channels} input channels do not divide into {groups} groups. "
        "Use a divisor of {channels}.",
    ),
    "error.groups-filters": QT_TRANSLATE_NOOP(
        "errors",
        "{filters} filters do not divide into {groups} groups. "
        "Use a multiple of {groups} filters, or other groups.",
    ),
    "error.init-channels": QT_TRANSLATE_NOOP(
        "errors",
        "The weights “{init}” need filters {needed} channels deep, these have {channels}. "
        "Choose other weights.",
    ),
    "error.photo-channels": QT_TRANSLATE_NOOP(
        "errors",
        "A photo has 3 channels, not {channels}. "
        "Use 3 channels, or take the values from photo features.",
    ),
    "error.wrong-values": QT_TRANSLATE_NOOP(
        "errors", "The input needs values of {expected}, not of {given}."
    ),
    "error.unknown-layer": QT_TRANSLATE_NOOP("errors", "This layer is no longer there."),
    "error.unknown-field": QT_TRANSLATE_NOOP("errors", "This layer has no such field."),
    "error.unknown-document": QT_TRANSLATE_NOOP("errors", "There is no network “{document}”."),
    "error.duplicate-id": QT_TRANSLATE_NOOP("errors", "Two layers have the same id."),
    "error.duplicate-name": QT_TRANSLATE_NOOP(
        "errors", "Another layer is already called “{name}”. Choose another name."
    ),
    "error.empty-name": QT_TRANSLATE_NOOP(
        "errors", "A layer needs a name. Type at least a letter."
    ),
    "error.input-count": QT_TRANSLATE_NOOP(
        "errors", "This layer reads {needed} volumes, but gets {given}."
    ),
    "error.too-few-inputs": QT_TRANSLATE_NOOP(
        "errors", "This layer reads {low} volumes or more, but gets {given}."
    ),
    "error.shapes-differ": QT_TRANSLATE_NOOP(
        "errors",
        "Only volumes of one shape are added; here {first} meets {other}. "
        "Give both the same shape.",
    ),
    "error.sizes-differ": QT_TRANSLATE_NOOP(
        "errors",
        "Only volumes of one height and width are put together; here {first} meets {other}. "
        "Give both the same height and width.",
    ),
    "error.not-flat": QT_TRANSLATE_NOOP(
        "errors",
        "A linear layer reads a flat input, and this one is {height} high and {width} wide. "
        "Put a flatten before it.",
    ),
    "error.no-input-layer": QT_TRANSLATE_NOOP("errors", "The network has no input."),
    "error.cycle": QT_TRANSLATE_NOOP("errors", "The layers read each other in a circle."),
    "error.not-a-chain": QT_TRANSLATE_NOOP(
        "errors", "The editor edits a chain, and this network branches."
    ),
    "error.too-many-layers": QT_TRANSLATE_NOOP(
        "errors", "A network has at most {high} layers. Remove one first."
    ),
    "error.remove-input": QT_TRANSLATE_NOOP("errors", "The input cannot be removed."),
    "error.add-input": QT_TRANSLATE_NOOP("errors", "A chain has one input only."),
    "error.move-input": QT_TRANSLATE_NOOP("errors", "The input stays first."),
    "error.move-above-input": QT_TRANSLATE_NOOP(
        "errors", "This layer already comes right after the input."
    ),
    "error.move-past-end": QT_TRANSLATE_NOOP("errors", "This layer is already the last."),
    "error.not-a-convolution": QT_TRANSLATE_NOOP("errors", "This layer is not a convolution."),
    "error.no-arithmetic": QT_TRANSLATE_NOOP(
        "errors", "The input is given, so there is no arithmetic to show."
    ),
    "error.outside": QT_TRANSLATE_NOOP(
        "errors", "There is no cell {value}: the volume has {size} there, counted from 0."
    ),
    "error.unvalued": QT_TRANSLATE_NOOP("errors", "This layer has no values to show."),
    "error.not-mergeable": QT_TRANSLATE_NOOP(
        "errors", "Only a 1×1 layer and the layer after it merge, with no ReLU between them."
    ),
}
