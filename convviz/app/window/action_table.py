"""Every action of the app as one table: its name, text, menu, keys, icon, and its intent."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.app.window.action_ids import ActionId, MenuId
from convviz.state import intents


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id : ActionId
    text : str
        Key of its name.
    menu : MenuId
        Menu it stands in.
    keys : tuple of str
        Portable key sequences; every single letter has a twin on a digit or function key, since a
        Hangul input method swallows letters.
    intent : object
        What it dispatches; None where a command handler carries it out.
    icon : str
    checkable : bool
    """

    id: ActionId
    text: str
    menu: MenuId
    keys: tuple[str, ...]
    intent: object = None
    icon: str = ""
    checkable: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        ActionId.NEW,
        "action.new",
        MenuId.FILE,
        ("Ctrl+N",),
        intent=intents.OpenDocument("empty"),
        icon="file-plus",
    ),
    ActionSpec(
        ActionId.DOC_BOTTLENECK,
        "action.doc-bottleneck",
        MenuId.FILE,
        ("Ctrl+1",),
        intent=intents.OpenDocument("seed-bottleneck"),
    ),
    ActionSpec(
        ActionId.DOC_DIRECT,
        "action.doc-direct",
        MenuId.FILE,
        ("Ctrl+2",),
        intent=intents.OpenDocument("seed-direct"),
    ),
    ActionSpec(
        ActionId.DOC_FIVE,
        "action.doc-five",
        MenuId.FILE,
        ("Ctrl+3",),
        intent=intents.OpenDocument("five-filters"),
    ),
    ActionSpec(
        ActionId.DOC_MIXING,
        "action.doc-mixing",
        MenuId.FILE,
        ("Ctrl+4",),
        intent=intents.OpenDocument("colour-mixing"),
    ),
    ActionSpec(
        ActionId.DOC_SEPIA,
        "action.doc-sepia",
        MenuId.FILE,
        ("Ctrl+5",),
        intent=intents.OpenDocument("colour-mixing-sepia"),
    ),
    ActionSpec(
        ActionId.DOC_CLASSIFIER,
        "action.doc-classifier",
        MenuId.FILE,
        ("Ctrl+6",),
        intent=intents.OpenDocument("small-classifier"),
    ),
    ActionSpec(
        ActionId.DOC_STEM,
        "action.doc-stem",
        MenuId.FILE,
        ("Ctrl+7",),
        intent=intents.OpenDocument("googlenet-stem"),
    ),
    ActionSpec(
        ActionId.DOC_INCEPTION,
        "action.doc-inception",
        MenuId.FILE,
        ("Ctrl+8",),
        intent=intents.OpenDocument("inception-3a"),
    ),
    ActionSpec(
        ActionId.DOC_RESIDUAL,
        "action.doc-residual",
        MenuId.FILE,
        ("Ctrl+9",),
        intent=intents.OpenDocument("residual-block"),
    ),
    ActionSpec(
        ActionId.START_PAGE, "action.start-page", MenuId.FILE, ("Ctrl+0",), icon="presentation"
    ),
    ActionSpec(ActionId.OPEN, "action.open", MenuId.FILE, ("Ctrl+O",), icon="folder-open"),
    ActionSpec(ActionId.RECOVER, "action.recover", MenuId.FILE, ()),
    ActionSpec(ActionId.SAVE, "action.save", MenuId.FILE, ("Ctrl+S",), icon="save"),
    ActionSpec(ActionId.SAVE_AS, "action.save-as", MenuId.FILE, ("Ctrl+Shift+S",)),
    ActionSpec(ActionId.CLOSE, "action.close", MenuId.FILE, ("Ctrl+W",)),
    ActionSpec(
        ActionId.INSERT_PHOTO, "action.insert-photo", MenuId.FILE, ("Ctrl+I",), icon="image"
    ),
    ActionSpec(ActionId.LOAD_WEIGHTS, "action.load-weights", MenuId.FILE, (), icon="table-2"),
    ActionSpec(
        ActionId.EXPORT_PICTURE, "action.export-picture", MenuId.FILE, ("Ctrl+E",), icon="camera"
    ),
    ActionSpec(
        ActionId.EXPORT_CLIP, "action.export-clip", MenuId.FILE, ("Ctrl+Shift+E",), icon="film"
    ),
    ActionSpec(ActionId.SAVE_TABLE, "action.save-table", MenuId.FILE, ()),
    ActionSpec(ActionId.COPY_TABLE, "action.copy-table", MenuId.FILE, ()),
    ActionSpec(ActionId.COPY_FORMULA, "action.copy-formula", MenuId.FILE, ()),
    ActionSpec(ActionId.SAVE_TORCH, "action.save-torch", MenuId.FILE, ()),
    ActionSpec(ActionId.SAVE_KERAS, "action.save-keras", MenuId.FILE, ()),
    ActionSpec(ActionId.QUIT, "action.quit", MenuId.FILE, ("Ctrl+Q",)),
    ActionSpec(
        ActionId.UNDO, "action.undo", MenuId.EDIT, ("Ctrl+Z",), intent=intents.Undo(), icon="undo-2"
    ),
    ActionSpec(
        ActionId.REDO,
        "action.redo",
        MenuId.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        intent=intents.Redo(),
        icon="redo-2",
    ),
    ActionSpec(
        ActionId.COPY_ARITHMETIC,
        "action.copy-arithmetic",
        MenuId.EDIT,
        ("Ctrl+Shift+C",),
        icon="copy",
    ),
    ActionSpec(
        ActionId.PIN,
        "action.pin",
        MenuId.EDIT,
        ("Ctrl+B",),
        intent=intents.PinBaseline(True),
        icon="pin",
    ),
    ActionSpec(
        ActionId.UNPIN,
        "action.unpin",
        MenuId.EDIT,
        ("Ctrl+Shift+B",),
        intent=intents.PinBaseline(False),
        icon="pin-off",
    ),
    ActionSpec(
        ActionId.COPY_PICTURE, "action.copy-picture", MenuId.EDIT, ("Ctrl+Alt+C",), icon="images"
    ),
    ActionSpec(ActionId.PASTE, "action.paste", MenuId.EDIT, ("Ctrl+V",)),
    ActionSpec(ActionId.LAYERS, "action.layers", MenuId.EDIT, ("Ctrl+L", "F6")),
    ActionSpec(ActionId.WEIGHTS, "action.weights", MenuId.EDIT, ("Ctrl+T", "F7"), icon="table-2"),
    ActionSpec(ActionId.SETTINGS, "action.settings", MenuId.EDIT, ("Ctrl+,",), icon="settings"),
    ActionSpec(
        ActionId.PLAY,
        "action.play",
        MenuId.PLAY,
        ("Space",),
        intent=intents.TogglePlay(),
        icon="play",
    ),
    ActionSpec(
        ActionId.STEP,
        "action.step",
        MenuId.PLAY,
        ("Right", "PgDown"),
        intent=intents.Step("span", 1),
        icon="step-forward",
    ),
    ActionSpec(
        ActionId.STEP_BACK,
        "action.step-back",
        MenuId.PLAY,
        ("Left", "PgUp"),
        intent=intents.Step("span", -1),
        icon="step-back",
    ),
    ActionSpec(
        ActionId.CHANNEL,
        "action.channel",
        MenuId.PLAY,
        ("Alt+Right",),
        intent=intents.Step("channel", 1),
    ),
    ActionSpec(
        ActionId.CHANNEL_BACK,
        "action.channel-back",
        MenuId.PLAY,
        ("Alt+Left",),
        intent=intents.Step("channel", -1),
    ),
    ActionSpec(
        ActionId.POSITION,
        "action.position",
        MenuId.PLAY,
        ("Shift+Right",),
        intent=intents.Step("position", 1),
    ),
    ActionSpec(
        ActionId.POSITION_BACK,
        "action.position-back",
        MenuId.PLAY,
        ("Shift+Left",),
        intent=intents.Step("position", -1),
    ),
    ActionSpec(
        ActionId.FILTER, "action.filter", MenuId.PLAY, ("Down",), intent=intents.Step("filter", 1)
    ),
    ActionSpec(
        ActionId.FILTER_BACK,
        "action.filter-back",
        MenuId.PLAY,
        ("Up",),
        intent=intents.Step("filter", -1),
    ),
    ActionSpec(
        ActionId.START,
        "action.start",
        MenuId.PLAY,
        ("Home",),
        intent=intents.Jump(-1),
        icon="skip-back",
    ),
    ActionSpec(
        ActionId.END,
        "action.end",
        MenuId.PLAY,
        ("End",),
        intent=intents.Jump(1),
        icon="skip-forward",
    ),
    ActionSpec(ActionId.FASTER, "action.faster", MenuId.PLAY, ("]", "Ctrl+]")),
    ActionSpec(ActionId.SLOWER, "action.slower", MenuId.PLAY, ("[", "Ctrl+[")),
    ActionSpec(
        ActionId.VIEW_RESET,
        "action.view-reset",
        MenuId.VIEW,
        ("0", "R"),
        intent=intents.SetView("reset"),
        icon="rotate-ccw",
    ),
    ActionSpec(
        ActionId.VIEW_FRONT,
        "action.view-front",
        MenuId.VIEW,
        ("1",),
        intent=intents.SetView("front"),
    ),
    ActionSpec(
        ActionId.VIEW_TOP, "action.view-top", MenuId.VIEW, ("2",), intent=intents.SetView("top")
    ),
    ActionSpec(
        ActionId.VIEW_SIDE, "action.view-side", MenuId.VIEW, ("3",), intent=intents.SetView("side")
    ),
    ActionSpec(ActionId.ZOOM_IN, "action.zoom-in", MenuId.VIEW, ("Ctrl++", "Ctrl+=")),
    ActionSpec(ActionId.ZOOM_OUT, "action.zoom-out", MenuId.VIEW, ("Ctrl+-",)),
    ActionSpec(
        ActionId.ORTHOGRAPHIC,
        "action.orthographic",
        MenuId.VIEW,
        ("4", "O"),
        icon="box",
        checkable=True,
    ),
    ActionSpec(
        ActionId.GLASS, "action.glass", MenuId.VIEW, ("5", "G"), icon="layers", checkable=True
    ),
    ActionSpec(
        ActionId.CUT, "action.cut", MenuId.VIEW, ("6", "C"), icon="scissors", checkable=True
    ),
    ActionSpec(
        ActionId.APART,
        "action.apart",
        MenuId.VIEW,
        ("7", "X"),
        icon="unfold-horizontal",
        checkable=True,
    ),
    ActionSpec(ActionId.CUT_ON, "action.cut-on", MenuId.VIEW, ("8",)),
    ActionSpec(ActionId.CUT_BACK, "action.cut-back", MenuId.VIEW, ("9",)),
    # Clickers send F5 or Shift+F5 to start, Esc to end, Page Up and Down, and "." or B.
    ActionSpec(
        ActionId.FULL_SCREEN,
        "action.full-screen",
        MenuId.WINDOW,
        ("F11", "Shift+F5"),
        icon="maximize",
        checkable=True,
    ),
    ActionSpec(ActionId.PRESENT, "action.present", MenuId.WINDOW, ("F5",)),
    ActionSpec(ActionId.BLANK, "action.blank", MenuId.WINDOW, (".", "B")),
    ActionSpec(ActionId.POINTER, "action.pointer", MenuId.WINDOW, ("F8", "P"), checkable=True),
    ActionSpec(ActionId.NEXT_SCREEN, "action.next-screen", MenuId.WINDOW, ("Shift+F11",)),
    ActionSpec(ActionId.THEME, "action.theme", MenuId.VIEW, ("F9", "T"), icon="moon"),
    ActionSpec(ActionId.LANGUAGE, "action.language", MenuId.WINDOW, ("F10", "L"), icon="languages"),
    ActionSpec(ActionId.MOVE_PANELS, "action.move-panels", MenuId.WINDOW, (), checkable=True),
    ActionSpec(ActionId.RESET_LAYOUT, "action.reset-layout", MenuId.WINDOW, ()),
    ActionSpec(
        ActionId.COMMANDS, "action.commands", MenuId.HELP, ("Ctrl+K", "Ctrl+Shift+P"), icon="search"
    ),
    ActionSpec(ActionId.KEYS, "action.keys", MenuId.HELP, ("F1",), icon="keyboard"),
    ActionSpec(ActionId.ABOUT, "action.about", MenuId.HELP, ()),
)
# What a Hangul input method makes of the letters above (two-set layout), so that they work too.
JAMO = {
    "ㄱ": "R",
    "ㅐ": "O",
    "ㅎ": "G",
    "ㅊ": "C",
    "ㅌ": "X",
    "ㅠ": "B",
    "ㅔ": "P",
    "ㅅ": "T",
    "ㅣ": "L",
}
