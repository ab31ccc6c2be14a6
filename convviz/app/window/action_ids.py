"""The names of the actions and menus: the same in code, on the command line and as Qt names."""

from __future__ import annotations

from enum import StrEnum


class ActionId(StrEnum):
    """The name of each action: the same in code, on the command line and in `QObject` names."""

    NEW = "new"
    DOC_BOTTLENECK = "doc-bottleneck"
    DOC_DIRECT = "doc-direct"
    DOC_FIVE = "doc-five"
    DOC_MIXING = "doc-mixing"
    DOC_SEPIA = "doc-sepia"
    DOC_CLASSIFIER = "doc-classifier"
    DOC_STEM = "doc-stem"
    DOC_INCEPTION = "doc-inception"
    DOC_RESIDUAL = "doc-residual"
    START_PAGE = "start-page"
    OPEN = "open"
    RECOVER = "recover"
    SAVE = "save"
    SAVE_AS = "save-as"
    CLOSE = "close"
    INSERT_PHOTO = "insert-photo"
    LOAD_WEIGHTS = "load-weights"
    EXPORT_PICTURE = "export-picture"
    EXPORT_CLIP = "export-clip"
    SAVE_TABLE = "save-table"
    COPY_TABLE = "copy-table"
    COPY_FORMULA = "copy-formula"
    SAVE_TORCH = "save-torch"
    SAVE_KERAS = "save-keras"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY_ARITHMETIC = "copy-arithmetic"
    PIN = "pin"
    UNPIN = "unpin"
    COPY_PICTURE = "copy-picture"
    PASTE = "paste"
    LAYERS = "layers"
    WEIGHTS = "weights"
    SETTINGS = "settings"
    PLAY = "play"
    STEP = "step"
    STEP_BACK = "step-back"
    CHANNEL = "channel"
    CHANNEL_BACK = "channel-back"
    POSITION = "position"
    POSITION_BACK = "position-back"
    FILTER = "filter"
    FILTER_BACK = "filter-back"
    START = "start"
    END = "end"
    FASTER = "faster"
    SLOWER = "slower"
    VIEW_RESET = "view-reset"
    VIEW_FRONT = "view-front"
    VIEW_TOP = "view-top"
    VIEW_SIDE = "view-side"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ORTHOGRAPHIC = "orthographic"
    GLASS = "glass"
    CUT = "cut"
    APART = "apart"
    CUT_ON = "cut-on"
    CUT_BACK = "cut-back"
    FULL_SCREEN = "full-screen"
    PRESENT = "present"
    BLANK = "blank"
    POINTER = "pointer"
    NEXT_SCREEN = "next-screen"
    THEME = "theme"
    LANGUAGE = "language"
    MOVE_PANELS = "move-panels"
    RESET_LAYOUT = "reset-layout"
    COMMANDS = "commands"
    KEYS = "keys"
    ABOUT = "about"


class MenuId(StrEnum):
    """The menus of the menu bar, in its order, and then those within them."""

    FILE = "file"
    EDIT = "edit"
    PLAY = "play"
    VIEW = "view"
    WINDOW = "window"
    HELP = "help"
    EXAMPLES = "examples"
    EXPORT = "export"


MENU_TEXTS = {
    MenuId.FILE: "menu.file",
    MenuId.EDIT: "menu.edit",
    MenuId.PLAY: "menu.play",
    MenuId.VIEW: "menu.view",
    MenuId.WINDOW: "menu.window",
    MenuId.HELP: "menu.help",
    MenuId.EXAMPLES: "menu.examples",
    MenuId.EXPORT: "menu.export",
}
MENU_BAR = (MenuId.FILE, MenuId.EDIT, MenuId.PLAY, MenuId.VIEW, MenuId.WINDOW, MenuId.HELP)
