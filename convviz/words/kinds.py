"""Texts that name kinds of layers, their fields, and what a field may be set to.

A new kind needs its rows here: ``kind.<name>``, and ``field.<name>`` for fields not yet named.
"""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "kind.input": QT_TRANSLATE_NOOP("kinds", "Input"),
    "kind.conv2d": QT_TRANSLATE_NOOP("kinds", "Convolution"),
    "kind.relu": QT_TRANSLATE_NOOP("kinds", "ReLU"),
    "kind.batch-norm": QT_TRANSLATE_NOOP("kinds", "Batch norm"),
    "kind.input.about": QT_TRANSLATE_NOOP("kinds", "The volume that the first layer reads."),
    "kind.conv2d.about": QT_TRANSLATE_NOOP(
        "kinds", "[cout]{filters}[/] filters of {kernel} make [cout]{filters}[/] output channels."
    ),
    "kind.conv2d.about.one": QT_TRANSLATE_NOOP(
        "kinds", "[cout]1[/] filter of {kernel} makes [cout]1[/] output channel."
    ),
    "kind.relu.about": QT_TRANSLATE_NOOP(
        "kinds", "Values below zero become zero. There is nothing to set."
    ),
    "kind.batch-norm.about": QT_TRANSLATE_NOOP(
        "kinds", "Every channel is scaled and shifted to a common range."
    ),
    # The fields of all kinds.
    "field.name": QT_TRANSLATE_NOOP("kinds", "Name"),
    "field.filters": QT_TRANSLATE_NOOP("kinds", "Filters"),
    "field.kernel": QT_TRANSLATE_NOOP("kinds", "Kernel"),
    "field.stride": QT_TRANSLATE_NOOP("kinds", "Stride"),
    "field.padding": QT_TRANSLATE_NOOP("kinds", "Padding"),
    "field.dilation": QT_TRANSLATE_NOOP("kinds", "Dilation"),
    "field.groups": QT_TRANSLATE_NOOP("kinds", "Groups"),
    "field.bias": QT_TRANSLATE_NOOP("kinds", "Bias"),
    "field.init": QT_TRANSLATE_NOOP("kinds", "Weights"),
    "field.seed": QT_TRANSLATE_NOOP("kinds", "Seed"),
    "field.height": QT_TRANSLATE_NOOP("kinds", "Height"),
    "field.width": QT_TRANSLATE_NOOP("kinds", "Width"),
    "field.channels": QT_TRANSLATE_NOOP("kinds", "Channels"),
    "field.source": QT_TRANSLATE_NOOP("kinds", "Values from"),
    "field.photo": QT_TRANSLATE_NOOP("kinds", "Photo"),
    "field.crop": QT_TRANSLATE_NOOP("kinds", "Crop frame"),
    # What a choice offers: choice.<field>.<value>.
    "choice.init.he": QT_TRANSLATE_NOOP("kinds", "Random (He)"),
    "choice.init.gabor": QT_TRANSLATE_NOOP("kinds", "Edges (Gabor)"),
    "choice.init.averaging": QT_TRANSLATE_NOOP("kinds", "Averaging"),
    "choice.init.identity": QT_TRANSLATE_NOOP("kinds", "Identity"),
    "choice.init.luma": QT_TRANSLATE_NOOP("kinds", "Luma (to grey)"),
    "choice.init.sepia": QT_TRANSLATE_NOOP("kinds", "Sepia"),
    "choice.source.photo": QT_TRANSLATE_NOOP("kinds", "Photo"),
    "choice.source.photo-features": QT_TRANSLATE_NOOP("kinds", "Photo features"),
    "choice.source.gradient": QT_TRANSLATE_NOOP("kinds", "Gradient"),
    "choice.source.noise": QT_TRANSLATE_NOOP("kinds", "Noise"),
    "choice.source.one-hot": QT_TRANSLATE_NOOP("kinds", "One-hot"),
    "photo.coffee": QT_TRANSLATE_NOOP("kinds", "Coffee"),
    "photo.chelsea": QT_TRANSLATE_NOOP("kinds", "Chelsea the cat"),
    "photo.rocket": QT_TRANSLATE_NOOP("kinds", "Rocket"),
    "photo.china": QT_TRANSLATE_NOOP("kinds", "Temple"),
}
