"""Texts of documents, photos and typed weights: menus, questions, the table of weights."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "action.new": QT_TRANSLATE_NOOP("documents", "New: an empty network"),
    "menu.examples": QT_TRANSLATE_NOOP("documents", "E&xamples"),
    "menu.recent": QT_TRANSLATE_NOOP("documents", "Open &recent"),
    "action.open": QT_TRANSLATE_NOOP("documents", "Open…"),
    "action.recover": QT_TRANSLATE_NOOP("documents", "Recover unsaved work…"),
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
    "start.empty": QT_TRANSLATE_NOOP("documents", "Empty network"),
    "start.examples": QT_TRANSLATE_NOOP("documents", "Examples"),
    "start.open": QT_TRANSLATE_NOOP("documents", "Open a file…"),
    "start.recent": QT_TRANSLATE_NOOP("documents", "Recent files"),
    "start.recent.none": QT_TRANSLATE_NOOP(
        "documents", "Files that you save are listed here. You can also drop a file on this window."
    ),
    # ---- choosing files ---------------------------------------------------------------------
    "file.documents": QT_TRANSLATE_NOOP("documents", "ConvViz documents"),
    "file.photos": QT_TRANSLATE_NOOP("documents", "Photos"),
    "file.arrays": QT_TRANSLATE_NOOP("documents", "NumPy arrays"),
    "file.copy": QT_TRANSLATE_NOOP("documents", "{file} copy"),
    "app.read-only": QT_TRANSLATE_NOOP("documents", "{document} (read-only)"),
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
    "failed.photo": QT_TRANSLATE_NOOP("documents", "No photo inserted"),
    "failed.weights": QT_TRANSLATE_NOOP("documents", "No weights loaded"),
    "failed.unchanged": QT_TRANSLATE_NOOP("documents", "The open document is as it was."),
    "reason.no-weights": QT_TRANSLATE_NOOP("documents", "the layer on stage has no weights"),
    # ---- a file that is open elsewhere, or was changed there --------------------------------
    "ask.in-use": QT_TRANSLATE_NOOP(
        "documents", "“{file}” is open in another ConvViz window. Open it here too?"
    ),
    "ask.in-use.about": QT_TRANSLATE_NOOP(
        "documents",
        "A copy is saved in a file of its own. Read-only, changes are saved in another "
        "file. If you open it anyway, the last save overwrites the other.",
    ),
    "ask.open.copy": QT_TRANSLATE_NOOP("documents", "Open a copy"),
    "ask.open.read-only": QT_TRANSLATE_NOOP("documents", "Open read-only"),
    "ask.open.anyway": QT_TRANSLATE_NOOP("documents", "Open anyway"),
    "ask.over": QT_TRANSLATE_NOOP("documents", "Save over it"),
    # ---- after a crash ----------------------------------------------------------------------
    "recovery.title": QT_TRANSLATE_NOOP("documents", "Recover unsaved work?"),
    "recovery.about": QT_TRANSLATE_NOOP(
        "documents",
        "ConvViz ended before this was saved. It is kept until you save or discard it.",
    ),
    "recovery.others": QT_TRANSLATE_NOOP(
        "documents",
        "One at a time is opened here. The others wait under “Recover unsaved work…” in the "
        "File menu.",
    ),
    "recovery.list": QT_TRANSLATE_NOOP("documents", "What was not saved"),
    "recovery.when": QT_TRANSLATE_NOOP("documents", "last change {when}"),
    "recovery.detail": QT_TRANSLATE_NOOP("documents", "{when} · {place}"),
    "recovery.today": QT_TRANSLATE_NOOP("documents", "today, {clock}"),
    "recovery.day": QT_TRANSLATE_NOOP("documents", "{day}, {clock}"),
    "recovery.unsaved": QT_TRANSLATE_NOOP("documents", "not in any file yet"),
    "recovery.recover": QT_TRANSLATE_NOOP("documents", "Recover"),
    "recovery.discard": QT_TRANSLATE_NOOP("documents", "Discard…"),
    "recovery.later": QT_TRANSLATE_NOOP("documents", "Later"),
    "ask.discard": QT_TRANSLATE_NOOP("documents", "Discard what was not saved of “{document}”?"),
    "ask.discard.about": QT_TRANSLATE_NOOP("documents", "It cannot be brought back."),
    "failed.recovery": QT_TRANSLATE_NOOP("documents", "Not recovered"),
    "failed.recovery.where": QT_TRANSLATE_NOOP("documents", "It is kept as {path}"),
    "status.recovered": QT_TRANSLATE_NOOP(
        "documents", "“{document}” is recovered. It is not saved yet."
    ),
    "status.nothing-to-recover": QT_TRANSLATE_NOOP(
        "documents", "Nothing to recover: all earlier work was saved or discarded."
    ),
    "status.not-kept": QT_TRANSLATE_NOOP(
        "documents", "Save soon: changes cannot be kept for a crash. {sentence}"
    ),
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
        "documents", "These are more than {high} number(s). Take fewer, or a file (.npy)."
    ),
}
