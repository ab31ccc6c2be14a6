"""Words of the shell's own pages: commands, shortcuts, settings, About, the start page."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "action.start-page": QT_TRANSLATE_NOOP("shell", "Start page"),
    "action.settings": QT_TRANSLATE_NOOP("shell", "Settings…"),
    "action.commands": QT_TRANSLATE_NOOP("shell", "Find a command…"),
    "action.move-panels": QT_TRANSLATE_NOOP("shell", "Move panels"),
    "stage.name": QT_TRANSLATE_NOOP("shell", "The stage"),
    # ---- why an action is greyed ------------------------------------------------------------
    "reason.undo": QT_TRANSLATE_NOOP("shell", "nothing has been edited yet"),
    "reason.redo": QT_TRANSLATE_NOOP("shell", "nothing has been undone"),
    "reason.no-layer": QT_TRANSLATE_NOOP(
        "shell", "this network has no layer yet: add one in the Layers panel"
    ),
    "reason.computing": QT_TRANSLATE_NOOP("shell", "the values are still being computed"),
    "reason.too-large": QT_TRANSLATE_NOOP("shell", "this layer is too large to compute values for"),
    "reason.not-pinned": QT_TRANSLATE_NOOP("shell", "no network is pinned"),
    "reason.not-cut": QT_TRANSLATE_NOOP("shell", "the input is not cut open"),
    "reason.cut-through": QT_TRANSLATE_NOOP("shell", "the cut has reached the last row"),
    # ---- the command palette ----------------------------------------------------------------
    "commands.title": QT_TRANSLATE_NOOP("shell", "Commands"),
    "commands.search": QT_TRANSLATE_NOOP("shell", "Find a command, a document or a layer"),
    "commands.list": QT_TRANSLATE_NOOP("shell", "Commands found"),
    "commands.none": QT_TRANSLATE_NOOP(
        "shell", "Nothing is called that. Try fewer letters, in English or Korean."
    ),
    "commands.layer": QT_TRANSLATE_NOOP("shell", "Layer {name}"),
    "commands.layers": QT_TRANSLATE_NOOP("shell", "Layers"),
    "commands.greyed": QT_TRANSLATE_NOOP("shell", "{place} · {reason}"),
    "commands.spoken": QT_TRANSLATE_NOOP("shell", "{name}, {place}, {press}"),
    # ---- the shortcut sheet -----------------------------------------------------------------
    "keys.about": QT_TRANSLATE_NOOP(
        "shell", "A clicker's Page Up and Page Down work everywhere, whatever has the focus."
    ),
    "keys.mouse": QT_TRANSLATE_NOOP("shell", "Mouse"),
    "keys.mouse.orbit": QT_TRANSLATE_NOOP("shell", "Turn the stage"),
    "keys.mouse.orbit.how": QT_TRANSLATE_NOOP("shell", "Drag"),
    "keys.mouse.pan": QT_TRANSLATE_NOOP("shell", "Move the stage"),
    "keys.mouse.pan.how": QT_TRANSLATE_NOOP("shell", "Right drag"),
    "keys.mouse.zoom": QT_TRANSLATE_NOOP("shell", "Zoom"),
    "keys.mouse.zoom.how": QT_TRANSLATE_NOOP("shell", "Wheel"),
    "keys.mouse.sum": QT_TRANSLATE_NOOP("shell", "Play the sum of an output cell"),
    "keys.mouse.readers": QT_TRANSLATE_NOOP("shell", "Show which outputs read an input cell"),
    "keys.mouse.click": QT_TRANSLATE_NOOP("shell", "Click"),
    # ---- settings ---------------------------------------------------------------------------
    "settings.title": QT_TRANSLATE_NOOP("shell", "Settings"),
    "settings.look": QT_TRANSLATE_NOOP("shell", "Look"),
    "settings.story": QT_TRANSLATE_NOOP("shell", "Playback"),
    "settings.start": QT_TRANSLATE_NOOP("shell", "Start"),
    "settings.language": QT_TRANSLATE_NOOP("shell", "Language"),
    "settings.theme": QT_TRANSLATE_NOOP("shell", "Theme"),
    "settings.palette": QT_TRANSLATE_NOOP("shell", "Colours of values"),
    "settings.palette.about": QT_TRANSLATE_NOOP(
        "shell", "For inputs and outputs; weights keep blue and orange for their signs."
    ),
    "settings.text_size": QT_TRANSLATE_NOOP("shell", "Text size"),
    "settings.per-cent": QT_TRANSLATE_NOOP("shell", "{size} %"),
    "settings.reduced_motion": QT_TRANSLATE_NOOP("shell", "Reduced motion"),
    "settings.reduced_motion.about": QT_TRANSLATE_NOOP(
        "shell", "Changes at once, without moves of the camera or of cells."
    ),
    "settings.pace": QT_TRANSLATE_NOOP("shell", "Speed of the steps"),
    "settings.start_page": QT_TRANSLATE_NOOP("shell", "Open on the start page"),
    "settings.software": QT_TRANSLATE_NOOP("shell", "Software OpenGL"),
    "settings.software.about": QT_TRANSLATE_NOOP(
        "shell", "For graphics drivers with faults; slower. Takes effect at the next start."
    ),
    "settings.defaults": QT_TRANSLATE_NOOP("shell", "Restore defaults"),
    "settings.undo": QT_TRANSLATE_NOOP("shell", "Undo changes"),
    "settings.undo.about": QT_TRANSLATE_NOOP("shell", "Back to how it was when this was opened"),
    "settings.kept": QT_TRANSLATE_NOOP("shell", "Every change counts at once and is remembered."),
    # ---- About ------------------------------------------------------------------------------
    "about.version": QT_TRANSLATE_NOOP("shell", "Version {version}"),
    "about.purpose": QT_TRANSLATE_NOOP("shell", "See what a convolution does and what it costs."),
    "about.parts": QT_TRANSLATE_NOOP("shell", "Made with"),
    "about.text-of": QT_TRANSLATE_NOOP("shell", "Licence text of {name}"),
    "about.fonts": QT_TRANSLATE_NOOP("shell", "Pretendard, the typeface"),
    "about.icons": QT_TRANSLATE_NOOP("shell", "Lucide, the icons"),
    "about.photos": QT_TRANSLATE_NOOP("shell", "The photos"),
    # ---- the start page ---------------------------------------------------------------------
    "start.title": QT_TRANSLATE_NOOP("shell", "What does a convolution do, and what does it cost?"),
    "start.documents": QT_TRANSLATE_NOOP("shell", "Documents"),
    "start.continue": QT_TRANSLATE_NOOP("shell", "Continue: {document}"),
    "start.skip": QT_TRANSLATE_NOOP("shell", "Go to the stage"),
    "start.again": QT_TRANSLATE_NOOP("shell", "Show this page at the start"),
    "start.hint": QT_TRANSLATE_NOOP(
        "shell", "Space or Enter plays the sum · arrow keys choose · Esc goes to the stage"
    ),
    "start.card": QT_TRANSLATE_NOOP("shell", "{document}. {about}"),
    "start.about.seed-bottleneck": QT_TRANSLATE_NOOP(
        "shell", "A few 1×1×192 filters first: the next layer then needs far fewer MACs"
    ),
    "start.about.seed-direct": QT_TRANSLATE_NOOP(
        "shell", "The 5×5×192 layer alone, for comparison"
    ),
    "start.about.five-filters": QT_TRANSLATE_NOOP("shell", "Each filter makes one output channel"),
    "start.about.colour-mixing": QT_TRANSLATE_NOOP(
        "shell", "Grey is a weighted sum of red, green and blue"
    ),
    "start.about.small-classifier": QT_TRANSLATE_NOOP(
        "shell", "Pooling, a linear layer and softmax"
    ),
    "start.about.googlenet-stem": QT_TRANSLATE_NOOP(
        "shell", "Pooling of stride 2 halves height and width, twice"
    ),
    "start.about.inception-3a": QT_TRANSLATE_NOOP(
        "shell", "Four branches read one input; their channels lie behind one another"
    ),
    "start.about.residual-block": QT_TRANSLATE_NOOP(
        "shell", "What a bottleneck branch makes is added to what went in"
    ),
    "start.about.colour-mixing-sepia": QT_TRANSLATE_NOOP("shell", "Three sums, three new channels"),
}
