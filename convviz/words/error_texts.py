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
    "error.outside": QT_TRANSLATE_NOOP(
        "errors", "There is no cell {value}: the volume has {size} there, counted from 0."
    ),
    "error.unvalued": QT_TRANSLATE_NOOP("errors", "This layer has no values to show."),
    "error.not-mergeable": QT_TRANSLATE_NOOP(
        "errors", "Only a 1×1 layer and the layer after it merge, with no ReLU between them."
    ),
    # Names, photos and typed weights.
    "error.long-name": QT_TRANSLATE_NOOP(
        "errors", "This name is too long. Use {high} characters or fewer."
    ),
    "error.frame": QT_TRANSLATE_NOOP(
        "errors", "This frame is empty or reaches beyond the photo. Draw one inside it."
    ),
    "error.no-weights": QT_TRANSLATE_NOOP(
        "errors", "This layer has no weights to type. Choose a convolution."
    ),
    "error.no-bias": QT_TRANSLATE_NOOP("errors", "This layer has no bias. Switch it on first."),
    "error.weight-range": QT_TRANSLATE_NOOP(
        "errors", "{value} cannot be a weight. Use a number from −{high} to {high}."
    ),
    "error.wrong-weights": QT_TRANSLATE_NOOP(
        "errors",
        "This layer needs weights of {expected}, and the file has {given}. "
        "Choose a file of that shape, or change the layer.",
    ),
    "error.block-too-large": QT_TRANSLATE_NOOP(
        "errors",
        "The pasted block is {given}, and there is room for {expected}. "
        "Copy fewer rows or columns, or start further to the top left.",
    ),
    "error.not-numbers": QT_TRANSLATE_NOOP(
        "errors", "“{value}” is not a number. Paste numbers only, a line for each row."
    ),
    "error.uneven-rows": QT_TRANSLATE_NOOP(
        "errors", "The pasted rows differ in length. Paste as many numbers in every row."
    ),
}
