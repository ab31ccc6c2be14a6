"""The sentence for each coded error: what is wrong, with its numbers, and what to do."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "error.in_layer": QT_TRANSLATE_NOOP("errors", "{layer}: {sentence}"),
    "error.wrong-type": QT_TRANSLATE_NOOP(
        "errors", "This field does not take such a value. Type or choose another."
    ),
    "error.too-small": QT_TRANSLATE_NOOP("errors", "{value} is too small. Use {low} or more."),
    "error.too-large": QT_TRANSLATE_NOOP("errors", "{value} is too large. Use {high} or less."),
    "error.too-large.height": QT_TRANSLATE_NOOP(
        "errors",
        "The output would be {value} high, and {high} is the limit. "
        "Use less padding or a larger stride.",
    ),
    "error.too-large.width": QT_TRANSLATE_NOOP(
        "errors",
        "The output would be {value} wide, and {high} is the limit. "
        "Use less padding or a larger stride.",
    ),
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
        "With this dilation the kernel spans {extent} row(s), the padded input has {padded}. "
        "Use less dilation or more padding.",
    ),
    "error.empty-output.width": QT_TRANSLATE_NOOP(
        "errors",
        "With this dilation the kernel spans {extent} column(s), the padded input has {padded}. "
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
        "{channels} input channel(s) do(es|) not divide into {groups} equal group(s). "
        "Use a divisor of {channels}.",
    ),
    "error.groups-filters": QT_TRANSLATE_NOOP(
        "errors",
        "{filters} filter(s) do(es|) not divide into {groups} equal group(s). "
        "Use a multiple of {groups} filter(s), or other groups.",
    ),
    "error.init-channels": QT_TRANSLATE_NOOP(
        "errors",
        "The weights “{init}” need filters {needed} channel(s) deep, these have {channels}. "
        "Choose other weights.",
    ),
    "error.photo-channels": QT_TRANSLATE_NOOP(
        "errors",
        "A photo has 3 channels, not {channels}. "
        "Use 3 channels, or take the values from photo features.",
    ),
    "error.wrong-values": QT_TRANSLATE_NOOP(
        "errors",
        "The input needs values of {expected}, not of {given}. Give it an array of its own size.",
    ),
    "error.unknown-layer": QT_TRANSLATE_NOOP(
        "errors", "This layer is no longer there. Select another one."
    ),
    "error.unknown-field": QT_TRANSLATE_NOOP(
        "errors", "This layer has no such field. Choose one that its form shows."
    ),
    "error.unknown-document": QT_TRANSLATE_NOOP(
        "errors", "There is no document “{document}”. Open one from the File menu."
    ),
    "error.duplicate-id": QT_TRANSLATE_NOOP(
        "errors", "Two layers have the same id. Give one of them another."
    ),
    "error.duplicate-name": QT_TRANSLATE_NOOP(
        "errors", "Another layer is already called “{name}”. Choose another name."
    ),
    "error.empty-name": QT_TRANSLATE_NOOP(
        "errors", "A layer needs a name. Type at least a letter."
    ),
    "error.input-count": QT_TRANSLATE_NOOP(
        "errors",
        "This layer reads {needed} volume(s), but gets {given}. Connect as many as it reads.",
    ),
    "error.no-input-layer": QT_TRANSLATE_NOOP("errors", "The network has no input. Add one."),
    "error.cycle": QT_TRANSLATE_NOOP(
        "errors", "The layers read each other in a circle. Let one of them read an earlier layer."
    ),
    "error.too-few-inputs": QT_TRANSLATE_NOOP(
        "errors", "This layer reads {low} volume(s) or more, but gets {given}."
    ),
    "error.too-many-inputs": QT_TRANSLATE_NOOP(
        "errors", "This layer reads {high} volume(s) or fewer, but gets {given}."
    ),
    "error.shapes-differ": QT_TRANSLATE_NOOP(
        "errors",
        "Volumes are added or multiplied cell by cell; these are {first} and {other}. Give both "
        "the same shape, or one of them one value per channel.",
    ),
    "error.sizes-differ": QT_TRANSLATE_NOOP(
        "errors",
        "Only volumes of one height and width can be concatenated; these are {first} and "
        "{other}. Give both the same height and width.",
    ),
    "error.not-flat": QT_TRANSLATE_NOOP(
        "errors",
        "A linear layer reads a flat input, and this one is {height} high and {width} wide. "
        "Put a flatten before it.",
    ),
    "error.too-many-layers": QT_TRANSLATE_NOOP(
        "errors", "A network has at most {high} layer(s). Remove one first."
    ),
    "error.remove-input": QT_TRANSLATE_NOOP(
        "errors",
        "The input cannot be removed: the network needs one. Change its size or values instead.",
    ),
    "error.remove-join": QT_TRANSLATE_NOOP(
        "errors",
        "This layer joins {given} volume(s), and {reader}, which reads it, can read only one. "
        "Remove {reader} first, or layers of the branches.",
    ),
    "error.add-input": QT_TRANSLATE_NOOP(
        "errors", "A chain has one input only. Change the one that is there."
    ),
    "error.move-input": QT_TRANSLATE_NOOP(
        "errors", "The input stays first. Move the layers after it."
    ),
    "error.move-above-input": QT_TRANSLATE_NOOP(
        "errors",
        "This layer already comes right after the input. It can only move towards the output.",
    ),
    "error.move-past-end": QT_TRANSLATE_NOOP(
        "errors", "This layer is already the last. It can only move towards the input."
    ),
    "error.move-past-branch": QT_TRANSLATE_NOOP(
        "errors", "Branches part or meet here. A layer can only be moved within its branch."
    ),
    "error.not-a-convolution": QT_TRANSLATE_NOOP(
        "errors", "This layer is not a convolution. Select one that is."
    ),
    "error.no-arithmetic": QT_TRANSLATE_NOOP(
        "errors", "The input is given, so there is no arithmetic to show."
    ),
    "error.outside": QT_TRANSLATE_NOOP(
        "errors", "There is no number {value} there: the volume has {size}. Use 1 to {size}."
    ),
    "error.unvalued": QT_TRANSLATE_NOOP(
        "errors", "This layer has no values to show: it is too large. Make it or its input smaller."
    ),
    "error.not-mergeable": QT_TRANSLATE_NOOP(
        "errors",
        "Only a 1×1 layer and the layer after it merge, with no ReLU between them. Remove it.",
    ),
    # What reads and writes files has its own codes.
    "error.photo-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no photo “{photo}”. Choose one of the list."
    ),
    "error.photo-missing": QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} of this photo is missing. Choose another photo, or install ConvViz anew.",
    ),
    "error.photo-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} of this photo cannot be read. "
        "Choose another photo, or install ConvViz anew.",
    ),
    "error.picture-size": QT_TRANSLATE_NOOP(
        "errors",
        "A picture of {height}×{width} pixels is not made: {limit} pixel(s) is the limit. "
        "Make the input smaller.",
    ),
    "error.unforeseen": QT_TRANSLATE_NOOP(
        "errors", "Something unforeseen happened ({told}). Undo the last edit, or make it smaller."
    ),
    # Names, photos and typed weights.
    "error.long-name": QT_TRANSLATE_NOOP(
        "errors", "This name is too long. Use {high} character(s) or fewer."
    ),
    "error.frame": QT_TRANSLATE_NOOP(
        "errors", "This frame is empty or reaches beyond the photo. Draw one inside it."
    ),
    "error.no-weights": QT_TRANSLATE_NOOP(
        "errors", "This layer has no weights to type. Choose a convolution or a linear layer."
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
