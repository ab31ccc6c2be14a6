"""Texts of documents, photos and typed weights: menus, questions, the table of weights."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "menu.new": QT_TRANSLATE_NOOP("documents", "&New"),
    "menu.recent": QT_TRANSLATE_NOOP("documents", "Open &recent"),
    "action.open": QT_TRANSLATE_NOOP("documents", "Open…"),
    "action.save": QT_TRANSLATE_NOOP("documents", "Save"),
    "action.save-as": QT_TRANSLATE_NOOP("documents", "Save as…"),
    "action.close": QT_TRANSLATE_NOOP("documents", "Close the document"),
    "action.insert-photo": QT_TRANSLATE_NOOP("documents", "Insert a photo…"),
    "action.paste": QT_TRANSLATE_NOOP("documents", "Paste a picture or a file"),
    "action.layers": QT_TRANSLATE_NOOP("documents", "List of layers"),
    "action.weights": QT_TRANSLATE_NOOP("documents", "Table of weights"),
    "action.load-weights": QT_TRANSLATE_NOOP("documents", "Load weights from a file…"),
    "dock.weights": QT_TRANSLATE_NOOP("documents", "Weights"),
    "recent.none": QT_TRANSLATE_NOOP("documents", "Nothing opened or saved yet"),
    "recent.gone": QT_TRANSLATE_NOOP("documents", "{file}: moved, renamed or deleted"),
    "recent.clear": QT_TRANSLATE_NOOP("documents", "Clear this list"),
    # ---- the start page ---------------------------------------------------------------------
    "start.open": QT_TRANSLATE_NOOP("documents", "Open a file…"),
    "start.recent": QT_TRANSLATE_NOOP("documents", "Recent files"),
    "start.recent.none": QT_TRANSLATE_NOOP(
        "documents", "What you save stands here. Or drop a file on this window."
    ),
    # ---- choosing files ---------------------------------------------------------------------
    "file.documents": QT_TRANSLATE_NOOP("documents", "ConvViz documents"),
    "file.photos": QT_TRANSLATE_NOOP("documents", "Photos"),
    "file.arrays": QT_TRANSLATE_NOOP("documents", "NumPy arrays"),
    "file.untitled": QT_TRANSLATE_NOOP("documents", "Untitled"),
    "picture.pasted": QT_TRANSLATE_NOOP("documents", "Pasted picture"),
    "drop.document": QT_TRANSLATE_NOOP("documents", "Drop to open “{file}”"),
    "drop.photo": QT_TRANSLATE_NOOP("documents", "Drop to use “{file}” as the input's photo"),
    "drop.weights": QT_TRANSLATE_NOOP("documents", "Drop to take the weights in “{file}”"),
    "drop.nothing": QT_TRANSLATE_NOOP(
        "documents", "“{file}” is no document, photo or array of weights"
    ),
    # ---- what is going on, and what went wrong ----------------------------------------------
    "status.reading": QT_TRANSLATE_NOOP("documents", "opening {file}…"),
    "status.writing": QT_TRANSLATE_NOOP("documents", "saving {file}…"),
    "status.nothing-to-paste": QT_TRANSLATE_NOOP(
        "documents", "The clipboard holds no picture and no file. Copy one, then paste again."
    ),
    "status.loaded": QT_TRANSLATE_NOOP("documents", "weights of {layer} loaded from {file}"),
    "ask.save": QT_TRANSLATE_NOOP("documents", "Save the changes to “{document}”?"),
    "ask.save.about": QT_TRANSLATE_NOOP("documents", "What is not saved is lost."),
    "ask.yes": QT_TRANSLATE_NOOP("documents", "Save"),
    "ask.no": QT_TRANSLATE_NOOP("documents", "Don't save"),
    "ask.cancel": QT_TRANSLATE_NOOP("documents", "Cancel"),
    "ask.understood": QT_TRANSLATE_NOOP("documents", "OK"),
    "failed.open": QT_TRANSLATE_NOOP("documents", "Not opened"),
    "failed.save": QT_TRANSLATE_NOOP("documents", "Not saved"),
    "failed.photo": QT_TRANSLATE_NOOP("documents", "No photo taken"),
    "failed.weights": QT_TRANSLATE_NOOP("documents", "No weights taken"),
    "failed.unchanged": QT_TRANSLATE_NOOP("documents", "The open document is as it was."),
    "reason.no-weights": QT_TRANSLATE_NOOP("documents", "the layer on stage has no weights"),
    # ---- the crop frame ---------------------------------------------------------------------
    "crop.name": QT_TRANSLATE_NOOP("documents", "The part of the photo that is used"),
    "crop.help": QT_TRANSLATE_NOOP(
        "documents",
        "Drag the frame or a corner. Arrow keys move it, with Shift faster; + and − change its "
        "size; Home takes the whole photo.",
    ),
    "crop.whole": QT_TRANSLATE_NOOP("documents", "Whole photo"),
    "crop.size": QT_TRANSLATE_NOOP(
        "documents", "{width}×{height} of {full_width}×{full_height} pixels"
    ),
    # ---- the table of weights ---------------------------------------------------------------
    "weights.title": QT_TRANSLATE_NOOP("documents", "Weights of {layer}: {kernel}"),
    "weights.filter": QT_TRANSLATE_NOOP("documents", "Filter"),
    "weights.channel": QT_TRANSLATE_NOOP("documents", "Channel"),
    "weights.filter.linear": QT_TRANSLATE_NOOP("documents", "Output"),
    "weights.channel.linear": QT_TRANSLATE_NOOP("documents", "Input"),
    "weights.of": QT_TRANSLATE_NOOP("documents", "of {count}"),
    "weights.table": QT_TRANSLATE_NOOP("documents", "Weights of the filter"),
    "weights.table.linear": QT_TRANSLATE_NOOP(
        "documents", "Weights of the layer: a row for each output, a column for each input"
    ),
    "weights.bias": QT_TRANSLATE_NOOP("documents", "Bias"),
    "weights.kernel.cell": QT_TRANSLATE_NOOP(
        "documents", "filter {filter}, channel {channel}, row {row}, column {column}: {value}"
    ),
    "weights.matrix.cell": QT_TRANSLATE_NOOP(
        "documents", "output {filter}, input {channel}: {value}"
    ),
    "weights.typed": QT_TRANSLATE_NOOP("documents", "{cell} (typed)"),
    "weights.count": QT_TRANSLATE_NOOP("documents", "{count} typed in this layer"),
    "weights.count.none": QT_TRANSLATE_NOOP(
        "documents", "Type a number, or paste a block from a spreadsheet."
    ),
    "weights.loaded": QT_TRANSLATE_NOOP("documents", "Loaded from a file. {count} typed."),
    "weights.reset": QT_TRANSLATE_NOOP("documents", "Back to the seed"),
    "weights.reset.cell": QT_TRANSLATE_NOOP("documents", "These numbers (Delete)"),
    "weights.reset.filter": QT_TRANSLATE_NOOP("documents", "This filter"),
    "weights.reset.layer": QT_TRANSLATE_NOOP("documents", "All filters"),
    "weights.reset.filter.linear": QT_TRANSLATE_NOOP("documents", "This output"),
    "weights.reset.layer.linear": QT_TRANSLATE_NOOP("documents", "All outputs"),
    "weights.copy": QT_TRANSLATE_NOOP("documents", "Copy filter"),
    "weights.copy.linear": QT_TRANSLATE_NOOP("documents", "Copy output"),
    "weights.copy.do": QT_TRANSLATE_NOOP("documents", "to this one"),
    "weights.load": QT_TRANSLATE_NOOP("documents", "Load .npy…"),
    "weights.without": QT_TRANSLATE_NOOP("documents", "The layer on stage has no weights."),
    "weights.none": QT_TRANSLATE_NOOP(
        "documents", "No layer in this network yet: add one in the Layers panel."
    ),
    "weights.computing": QT_TRANSLATE_NOOP("documents", "The weights are still being computed."),
    "weights.unvalued": QT_TRANSLATE_NOOP(
        "documents", "This layer is too large for a table: make it smaller to see its weights."
    ),
    "weights.unreadable": QT_TRANSLATE_NOOP(
        "documents", "“{given}” is no number. Type one such as {example}, or press Esc."
    ),
    "weights.too-many": QT_TRANSLATE_NOOP(
        "documents", "These are more than {high} numbers. Take fewer, or a file (.npy)."
    ),
}
