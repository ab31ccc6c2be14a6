"""Texts that several kinds of layers share: fields, what they may be set to, sizes of outputs.

What belongs to one kind alone is in its file in ``layers``.
"""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    # How the size of an output comes about, where no window moves: counts.output.<kind>.
    "counts.output.ceil": QT_TRANSLATE_NOOP(
        "kinds",
        "ceil((input + padding − window) ÷ stride) + 1, "
        "less a last window that would start beyond the input",
    ),
    "counts.output.ceil.height": QT_TRANSLATE_NOOP(
        "kinds",
        "ceil(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [h]{result}[/]",
    ),
    "counts.output.ceil.width": QT_TRANSLATE_NOOP(
        "kinds",
        "ceil(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + {last} = [w]{result}[/]",
    ),
    "counts.field.joined": QT_TRANSLATE_NOOP(
        "kinds", "Everything that its inputs read between them."
    ),
    "symbol.inputs−1": QT_TRANSLATE_NOOP("kinds", "(inputs − 1)"),
    # The fields of all kinds.
    "field.name": QT_TRANSLATE_NOOP("kinds", "Name"),
    "field.filters": QT_TRANSLATE_NOOP("kinds", "Filters"),
    "field.kernel": QT_TRANSLATE_NOOP("kinds", "Kernel"),
    "field.stride": QT_TRANSLATE_NOOP("kinds", "Stride"),
    "field.padding": QT_TRANSLATE_NOOP("kinds", "Padding"),
    "field.dilation": QT_TRANSLATE_NOOP("kinds", "Dilation"),
    "field.depthwise": QT_TRANSLATE_NOOP("kinds", "Depthwise"),
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
    "field.ceil_mode": QT_TRANSLATE_NOOP("kinds", "Ceil mode"),
    "field.count_include_pad": QT_TRANSLATE_NOOP("kinds", "Count pads"),
    "field.size": QT_TRANSLATE_NOOP("kinds", "Size"),
    "field.alpha": QT_TRANSLATE_NOOP("kinds", "Alpha"),
    "field.beta": QT_TRANSLATE_NOOP("kinds", "Beta"),
    "field.k": QT_TRANSLATE_NOOP("kinds", "k"),
    "field.p": QT_TRANSLATE_NOOP("kinds", "Drop rate"),
    "field.features": QT_TRANSLATE_NOOP("kinds", "Outputs"),
    # What a field means, as its tooltip.
    "field.filters.about": QT_TRANSLATE_NOOP(
        "kinds", "How many filters: each one makes one output channel."
    ),
    "field.kernel.about": QT_TRANSLATE_NOOP(
        "kinds",
        "How many rows and columns a filter covers; it is always as deep as the channels it reads.",
    ),
    "field.stride.about": QT_TRANSLATE_NOOP(
        "kinds", "How many cells the filter moves from one output position to the next."
    ),
    "field.padding.about": QT_TRANSLATE_NOOP(
        "kinds",
        "How many rings of zeros are put around the input before the filter passes over it.",
    ),
    "field.dilation.about": QT_TRANSLATE_NOOP(
        "kinds",
        "How far apart the input cells are that neighbouring weights read; 1 means side by side.",
    ),
    "field.depthwise.about": QT_TRANSLATE_NOOP("kinds", "Each filter reads one channel alone."),
    "field.groups.about": QT_TRANSLATE_NOOP(
        "kinds",
        "Into how many groups channels and filters are split: a filter reads its own group alone;"
        " depthwise, each filter reads one channel.",
    ),
    "field.bias.about": QT_TRANSLATE_NOOP(
        "kinds", "One number per filter, added to every sum of that filter."
    ),
    "field.init.about": QT_TRANSLATE_NOOP(
        "kinds", "Where the weights come from: drawn at random, or made for a purpose."
    ),
    "field.seed.about": QT_TRANSLATE_NOOP(
        "kinds", "Chooses the random numbers: the same seed gives the same ones again."
    ),
    "field.height.about": QT_TRANSLATE_NOOP("kinds", "How many rows the input volume has."),
    "field.width.about": QT_TRANSLATE_NOOP("kinds", "How many columns the input volume has."),
    "field.channels.about": QT_TRANSLATE_NOOP(
        "kinds", "How many channels the input volume has; a photo has 3."
    ),
    "field.source.about": QT_TRANSLATE_NOOP(
        "kinds", "What fills the input: a photo, a photo's feature maps, or a made-up pattern."
    ),
    "field.photo.about": QT_TRANSLATE_NOOP("kinds", "Which photo the values are made from."),
    "field.ceil_mode.about": QT_TRANSLATE_NOOP(
        "kinds", "Lets a last window hang over the edge, so that no input cell is left out."
    ),
    "field.count_include_pad.about": QT_TRANSLATE_NOOP(
        "kinds", "Whether padding cells count in the number that the sum is divided by."
    ),
    "field.size.about": QT_TRANSLATE_NOOP(
        "kinds", "How many neighbouring channels, this one included, are taken together."
    ),
    "field.alpha.about": QT_TRANSLATE_NOOP(
        "kinds", "How strongly the squares of the neighbours weigh."
    ),
    "field.beta.about": QT_TRANSLATE_NOOP("kinds", "The power that the divisor is raised to."),
    "field.k.about": QT_TRANSLATE_NOOP(
        "kinds", "What is added to the squares, so that nothing is divided by zero."
    ),
    "field.p.about": QT_TRANSLATE_NOOP(
        "kinds", "The share of the values that becomes zero while training."
    ),
    "field.features.about": QT_TRANSLATE_NOOP(
        "kinds", "How many outputs: each one has a weight for every input."
    ),
    "field.crop.about": QT_TRANSLATE_NOOP(
        "kinds", "Which part of the photo is used; the whole of it without a frame."
    ),
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
