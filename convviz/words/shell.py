"""Words of the shell: menus, actions, messages, the shortcut sheet, errors outside the model."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "app.title": QT_TRANSLATE_NOOP("shell", "{document} · ConvViz"),
    "menu.file": QT_TRANSLATE_NOOP("shell", "&File"),
    "menu.edit": QT_TRANSLATE_NOOP("shell", "&Edit"),
    "menu.play": QT_TRANSLATE_NOOP("shell", "&Play"),
    "menu.view": QT_TRANSLATE_NOOP("shell", "&View"),
    "menu.window": QT_TRANSLATE_NOOP("shell", "&Window"),
    "menu.help": QT_TRANSLATE_NOOP("shell", "&Help"),
    "menu.documents": QT_TRANSLATE_NOOP("shell", "&Documents"),
    "menu.language": QT_TRANSLATE_NOOP("shell", "&Language"),
    "menu.theme": QT_TRANSLATE_NOOP("shell", "&Theme"),
    "menu.panels": QT_TRANSLATE_NOOP("shell", "&Panels"),
    "document.seed-bottleneck": QT_TRANSLATE_NOOP("shell", "Bottleneck: 1×1×192, then 5×5×16"),
    "document.seed-direct": QT_TRANSLATE_NOOP("shell", "Direct: 5×5×192"),
    "document.five-filters": QT_TRANSLATE_NOOP("shell", "Five filters, five channels: 5×5×3"),
    "document.colour-mixing": QT_TRANSLATE_NOOP(
        "shell", "Colour mixing: one 1×1×3 filter makes grey"
    ),
    "document.colour-mixing-sepia": QT_TRANSLATE_NOOP(
        "shell", "Colour mixing: three 1×1×3 filters make sepia"
    ),
    "document.small-classifier": QT_TRANSLATE_NOOP(
        "shell", "Small classifier: pooling, linear, softmax"
    ),
    "document.googlenet-stem": QT_TRANSLATE_NOOP("shell", "GoogLeNet's stem: photo to 28×28×192"),
    "document.inception-3a": QT_TRANSLATE_NOOP("shell", "Inception 3a: four branches, one volume"),
    "document.residual-block": QT_TRANSLATE_NOOP("shell", "Residual block: input + bottleneck"),
    "document.empty": QT_TRANSLATE_NOOP("shell", "New network"),
    "action.doc-bottleneck": QT_TRANSLATE_NOOP("shell", "Bottleneck: 1×1×192, then 5×5×16"),
    "action.doc-direct": QT_TRANSLATE_NOOP("shell", "Direct: 5×5×192"),
    "action.doc-five": QT_TRANSLATE_NOOP("shell", "Five filters, five channels: 5×5×3"),
    "action.doc-mixing": QT_TRANSLATE_NOOP("shell", "Colour mixing: one 1×1×3 filter makes grey"),
    "action.doc-sepia": QT_TRANSLATE_NOOP("shell", "Colour mixing: three 1×1×3 filters make sepia"),
    "action.doc-classifier": QT_TRANSLATE_NOOP(
        "shell", "Small classifier: pooling, linear, softmax"
    ),
    "action.doc-inception": QT_TRANSLATE_NOOP("shell", "Inception 3a: four branches, one volume"),
    "action.doc-residual": QT_TRANSLATE_NOOP("shell", "Residual block: input + bottleneck"),
    "action.doc-stem": QT_TRANSLATE_NOOP("shell", "GoogLeNet's stem: photo to 28×28×192"),
    "action.quit": QT_TRANSLATE_NOOP("shell", "Quit"),
    "action.undo": QT_TRANSLATE_NOOP("shell", "Undo"),
    "action.redo": QT_TRANSLATE_NOOP("shell", "Redo"),
    "action.pin": QT_TRANSLATE_NOOP("shell", "Pin this network to compare with it"),
    "action.unpin": QT_TRANSLATE_NOOP("shell", "Unpin the network compared with"),
    "action.copy-arithmetic": QT_TRANSLATE_NOOP("shell", "Copy arithmetic"),
    "action.play": QT_TRANSLATE_NOOP("shell", "Play or pause"),
    "action.step": QT_TRANSLATE_NOOP("shell", "Next step"),
    "action.step-back": QT_TRANSLATE_NOOP("shell", "Previous step"),
    "action.channel": QT_TRANSLATE_NOOP("shell", "Next channel or cell"),
    "action.channel-back": QT_TRANSLATE_NOOP("shell", "Previous channel or cell"),
    "action.position": QT_TRANSLATE_NOOP("shell", "Next output position"),
    "action.position-back": QT_TRANSLATE_NOOP("shell", "Previous output position"),
    "action.filter": QT_TRANSLATE_NOOP("shell", "Next filter"),
    "action.filter-back": QT_TRANSLATE_NOOP("shell", "Previous filter"),
    "action.start": QT_TRANSLATE_NOOP("shell", "To the start"),
    "action.end": QT_TRANSLATE_NOOP("shell", "To the end"),
    "action.faster": QT_TRANSLATE_NOOP("shell", "Faster"),
    "action.slower": QT_TRANSLATE_NOOP("shell", "Slower"),
    "action.view-reset": QT_TRANSLATE_NOOP("shell", "Reset view"),
    "action.view-front": QT_TRANSLATE_NOOP("shell", "From the front"),
    "action.view-top": QT_TRANSLATE_NOOP("shell", "From the top"),
    "action.view-side": QT_TRANSLATE_NOOP("shell", "From the side"),
    "action.zoom-in": QT_TRANSLATE_NOOP("shell", "Zoom in"),
    "action.zoom-out": QT_TRANSLATE_NOOP("shell", "Zoom out"),
    "action.orthographic": QT_TRANSLATE_NOOP("shell", "Orthographic view"),
    "action.glass": QT_TRANSLATE_NOOP("shell", "Cells in front of the active cell transparent"),
    "action.cut": QT_TRANSLATE_NOOP("shell", "Cut the input open"),
    "action.apart": QT_TRANSLATE_NOOP("shell", "Pull channels apart"),
    "action.cut-on": QT_TRANSLATE_NOOP("shell", "Cut deeper"),
    "action.cut-back": QT_TRANSLATE_NOOP("shell", "Cut less deeply"),
    "action.full-screen": QT_TRANSLATE_NOOP("shell", "Full screen"),
    "action.present": QT_TRANSLATE_NOOP("shell", "Full screen from the start"),
    "action.pointer": QT_TRANSLATE_NOOP("shell", "Laser pointer"),
    "action.next-screen": QT_TRANSLATE_NOOP("shell", "Move to the next screen"),
    "action.next-screen.why": QT_TRANSLATE_NOOP("shell", "Only one screen is connected."),
    "action.blank": QT_TRANSLATE_NOOP("shell", "Blank the screen"),
    "action.theme": QT_TRANSLATE_NOOP("shell", "Next theme"),
    "action.language": QT_TRANSLATE_NOOP("shell", "English or Korean"),
    "action.reset-layout": QT_TRANSLATE_NOOP("shell", "Put the panels back"),
    "action.keys": QT_TRANSLATE_NOOP("shell", "Keyboard shortcuts"),
    "action.about": QT_TRANSLATE_NOOP("shell", "About ConvViz"),
    "cut.cut_row": QT_TRANSLATE_NOOP("shell", "Cut at row"),
    "cut.cut_column": QT_TRANSLATE_NOOP("shell", "Cut at column"),
    "cut.cut_channel": QT_TRANSLATE_NOOP("shell", "Cut at channel"),
    "cut.apart": QT_TRANSLATE_NOOP("shell", "Channels apart"),
    "choice.system": QT_TRANSLATE_NOOP("shell", "Follow the system"),
    "choice.dark": QT_TRANSLATE_NOOP("shell", "Dark"),
    "choice.light": QT_TRANSLATE_NOOP("shell", "Light"),
    "choice.projector": QT_TRANSLATE_NOOP("shell", "Projector (black on white)"),
    "choice.sea": QT_TRANSLATE_NOOP("shell", "Sea (blue to yellow)"),
    "choice.ember": QT_TRANSLATE_NOOP("shell", "Ember (violet to yellow)"),
    "choice.grey": QT_TRANSLATE_NOOP("shell", "Grey (lightness alone)"),
    "choice.reduced-motion": QT_TRANSLATE_NOOP("shell", "Reduce motion"),
    "tools.more": QT_TRANSLATE_NOOP("shell", "More"),
    "dock.editor": QT_TRANSLATE_NOOP("shell", "Layers"),
    "dock.costs": QT_TRANSLATE_NOOP("shell", "Costs"),
    "dock.counts": QT_TRANSLATE_NOOP("shell", "Formulas"),
    "dock.float": QT_TRANSLATE_NOOP("shell", "Out of the window, or back"),
    "dock.close": QT_TRANSLATE_NOOP("shell", "Close (Window, Panels shows it again)"),
    "dock.cell": QT_TRANSLATE_NOOP("shell", "This cell"),
    "status.input": QT_TRANSLATE_NOOP(
        "shell", "input · row {row}, column {column}, channel {channel} · {value}"
    ),
    "status.volume": QT_TRANSLATE_NOOP(
        "shell", "{name} · row {row}, column {column}, channel {channel} · {value}"
    ),
    "status.filter": QT_TRANSLATE_NOOP(
        "shell", "filter {filter} · row {row}, column {column}, channel {channel} · weight {value}"
    ),
    "status.output": QT_TRANSLATE_NOOP(
        "shell", "output · row {row}, column {column}, channel {channel} · {value}"
    ),
    "status.no-value": QT_TRANSLATE_NOOP("shell", "no value"),
    "status.readers": QT_TRANSLATE_NOOP(
        "shell",
        "input row {row}, column {column} is read by output {rows}, {columns}, in every "
        "feature map",
    ),
    "status.no-readers": QT_TRANSLATE_NOOP(
        "shell", "input row {row}, column {column} is read by no output: the stride steps over it"
    ),
    "place.row": QT_TRANSLATE_NOOP("shell", "row [h]{n}[/]"),
    "place.rows": QT_TRANSLATE_NOOP("shell", "rows [h]{n}[/]"),
    "place.column": QT_TRANSLATE_NOOP("shell", "column [w]{n}[/]"),
    "place.columns": QT_TRANSLATE_NOOP("shell", "columns [w]{n}[/]"),
    "status.values": QT_TRANSLATE_NOOP("shell", "computing values…"),
    "status.unvalued": QT_TRANSLATE_NOOP(
        "shell",
        "counts only, too large for values: make the layer or its input smaller to see them",
    ),
    "status.copied": QT_TRANSLATE_NOOP("shell", "copied"),
    "status.saved": QT_TRANSLATE_NOOP("shell", "saved {path}"),
    "status.not-saved": QT_TRANSLATE_NOOP(
        "shell", "not saved: {path} cannot be written; choose another folder"
    ),
    "status.problem": QT_TRANSLATE_NOOP("shell", "[error]{sentence}[/]"),
    "status.picture": QT_TRANSLATE_NOOP(
        "shell", "picture · row {row}, column {column} · red {red}, green {green}, blue {blue}"
    ),
    "status.failed": QT_TRANSLATE_NOOP("shell", "no values: {reason}"),
    "status.stem": QT_TRANSLATE_NOOP("shell", "GoogLeNet's stem, our weights (not trained)"),
    "stage.no-gl": QT_TRANSLATE_NOOP(
        "shell",
        "No OpenGL 3.3 here, so the stage is a still picture. Counts, arithmetic and plot work.",
    ),
    "stage.gl-lost": QT_TRANSLATE_NOOP(
        "shell",
        "The graphics driver no longer draws, so the stage is a still picture. "
        "Counts, arithmetic and plot work.",
    ),
    "stage.view.own": QT_TRANSLATE_NOOP("shell", "your view · 0 resets"),
    "stage.view.front": QT_TRANSLATE_NOOP("shell", "front view · 0 resets"),
    "stage.view.top": QT_TRANSLATE_NOOP("shell", "top view · 0 resets"),
    "stage.view.side": QT_TRANSLATE_NOOP("shell", "side view · 0 resets"),
    "stage.view.about": QT_TRANSLATE_NOOP(
        "shell", "The animation goes on in this view. Click, or press 0, to return to its own view."
    ),
    "stage.software-short": QT_TRANSLATE_NOOP("shell", "Software OpenGL"),
    "stage.software": QT_TRANSLATE_NOOP("shell", "Restart with software OpenGL"),
    "keys.title": QT_TRANSLATE_NOOP("shell", "Keyboard shortcuts"),
    "keys.close": QT_TRANSLATE_NOOP("shell", "Close"),
}
