"""Every action of the app as one table: key, shortcuts, icon, what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from convviz import words
from convviz.panels.painting.icons import icon
from convviz.state import intents


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id : str
        Its words have the key ``action.<id>``, its tooltip ``tip.<id>`` where there is one.
    menu : str
        Menu it stands in.
    keys : tuple of str
        Portable key sequences; every single letter has a twin on a digit or function key, since a
        Hangul input method swallows letters.
    does : Intent or str
        An intent to dispatch, or the name of a deed, with a dot for one of the hall.
    icon : str
    checkable : bool
    """

    id: str
    menu: str
    keys: tuple[str, ...]
    does: object
    icon: str = ""
    checkable: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", "file", ("Ctrl+N",), intents.OpenDocument("empty"), "file-plus"),
    ActionSpec("doc-bottleneck", "file", ("Ctrl+1",), intents.OpenDocument("seed-bottleneck")),
    ActionSpec("doc-direct", "file", ("Ctrl+2",), intents.OpenDocument("seed-direct")),
    ActionSpec("doc-five", "file", ("Ctrl+3",), intents.OpenDocument("five-filters")),
    ActionSpec("doc-mixing", "file", ("Ctrl+4",), intents.OpenDocument("colour-mixing")),
    ActionSpec("doc-sepia", "file", ("Ctrl+5",), intents.OpenDocument("colour-mixing-sepia")),
    ActionSpec("doc-classifier", "file", ("Ctrl+6",), intents.OpenDocument("small-classifier")),
    ActionSpec("doc-stem", "file", ("Ctrl+7",), intents.OpenDocument("googlenet-stem")),
    ActionSpec("doc-inception", "file", ("Ctrl+8",), intents.OpenDocument("inception-3a")),
    ActionSpec("doc-residual", "file", ("Ctrl+9",), intents.OpenDocument("residual-block")),
    ActionSpec("start-page", "file", ("Ctrl+0",), "show_start", "presentation"),
    ActionSpec("open", "file", ("Ctrl+O",), "desk.open", "folder-open"),
    ActionSpec("recover", "file", (), "recovering.ask"),
    ActionSpec("save", "file", ("Ctrl+S",), "desk.save", "save"),
    ActionSpec("save-as", "file", ("Ctrl+Shift+S",), "desk.save_as"),
    ActionSpec("close", "file", ("Ctrl+W",), "desk.close"),
    ActionSpec("insert-photo", "file", ("Ctrl+I",), "own.insert_photo", "image"),
    ActionSpec("load-weights", "file", (), "own.choose_weights", "table-2"),
    ActionSpec("export-picture", "file", ("Ctrl+E",), "exports.picture", "camera"),
    ActionSpec("export-clip", "file", ("Ctrl+Shift+E",), "exports.clip", "film"),
    ActionSpec("save-table", "file", (), "export.save_table"),
    ActionSpec("copy-table", "file", (), "export.copy_table"),
    ActionSpec("copy-formula", "file", (), "export.copy_formula"),
    ActionSpec("save-torch", "file", (), "export.save_torch"),
    ActionSpec("save-keras", "file", (), "export.save_keras"),
    ActionSpec("quit", "file", ("Ctrl+Q",), "quit"),
    ActionSpec("undo", "edit", ("Ctrl+Z",), intents.Undo(), "undo-2"),
    ActionSpec("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), intents.Redo(), "redo-2"),
    ActionSpec("copy-arithmetic", "edit", ("Ctrl+Shift+C",), "copy_arithmetic", "copy"),
    ActionSpec("pin", "edit", ("Ctrl+B",), intents.PinBaseline(True), "pin"),
    ActionSpec("unpin", "edit", ("Ctrl+Shift+B",), intents.PinBaseline(False), "pin-off"),
    ActionSpec("copy-picture", "edit", ("Ctrl+Alt+C",), "exports.copy", "images"),
    ActionSpec("paste", "edit", ("Ctrl+V",), "own.paste"),
    ActionSpec("layers", "edit", ("Ctrl+L", "F6"), "show_layers"),
    ActionSpec("weights", "edit", ("Ctrl+T", "F7"), "own.show_weights", "table-2"),
    ActionSpec("settings", "edit", ("Ctrl+,",), "show_settings", "settings"),
    ActionSpec("play", "play", ("Space",), intents.TogglePlay(), "play"),
    ActionSpec("step", "play", ("Right", "PgDown"), intents.Step("span", 1), "step-forward"),
    ActionSpec("step-back", "play", ("Left", "PgUp"), intents.Step("span", -1), "step-back"),
    ActionSpec("channel", "play", ("Alt+Right",), intents.Step("channel", 1)),
    ActionSpec("channel-back", "play", ("Alt+Left",), intents.Step("channel", -1)),
    ActionSpec("position", "play", ("Shift+Right",), intents.Step("position", 1)),
    ActionSpec("position-back", "play", ("Shift+Left",), intents.Step("position", -1)),
    ActionSpec("filter", "play", ("Down",), intents.Step("filter", 1)),
    ActionSpec("filter-back", "play", ("Up",), intents.Step("filter", -1)),
    ActionSpec("start", "play", ("Home",), intents.Jump(-1), "skip-back"),
    ActionSpec("end", "play", ("End",), intents.Jump(1), "skip-forward"),
    ActionSpec("faster", "play", ("]", "Ctrl+]"), "faster"),
    ActionSpec("slower", "play", ("[", "Ctrl+["), "slower"),
    ActionSpec("view-reset", "view", ("0", "R"), intents.SetView("reset"), "rotate-ccw"),
    ActionSpec("view-front", "view", ("1",), intents.SetView("front")),
    ActionSpec("view-top", "view", ("2",), intents.SetView("top")),
    ActionSpec("view-side", "view", ("3",), intents.SetView("side")),
    ActionSpec("zoom-in", "view", ("Ctrl++", "Ctrl+="), "zoom_in"),
    ActionSpec("zoom-out", "view", ("Ctrl+-",), "zoom_out"),
    ActionSpec("orthographic", "view", ("4", "O"), "toggle_orthographic", "box", True),
    ActionSpec("glass", "view", ("5", "G"), "toggle_glass", "layers", True),
    ActionSpec("cut", "view", ("6", "C"), "toggle_cut", "scissors", True),
    ActionSpec("apart", "view", ("7", "X"), "toggle_apart", "unfold-horizontal", True),
    ActionSpec("cut-on", "view", ("8",), "cut_on"),
    ActionSpec("cut-back", "view", ("9",), "cut_back"),
    # Clickers send F5 or Shift+F5 to start, Esc to end, Page Up and Down, and "." or B.
    ActionSpec(
        "full-screen", "window", ("F11", "Shift+F5"), "full_screen.toggle", "maximize", True
    ),
    ActionSpec("present", "window", ("F5",), "full_screen.present"),
    ActionSpec("blank", "window", (".", "B"), "toggle_blank"),
    ActionSpec("pointer", "window", ("F8", "P"), "full_screen.toggle_pointer", "", True),
    ActionSpec("next-screen", "window", ("Shift+F11",), "full_screen.next_screen"),
    ActionSpec("theme", "view", ("F9", "T"), "toggle_theme", "moon"),
    ActionSpec("language", "window", ("F10", "L"), "toggle_language", "languages"),
    ActionSpec("move-panels", "window", (), "toggle_move_panels", "", True),
    ActionSpec("reset-layout", "window", (), "reset_layout"),
    ActionSpec("commands", "help", ("Ctrl+K", "Ctrl+Shift+P"), "show_commands", "search"),
    ActionSpec("keys", "help", ("F1",), "show_keys", "keyboard"),
    ActionSpec("about", "help", (), "show_about"),
)
MENUS = ("file", "edit", "play", "view", "window", "help")
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


def make_actions(window: QMainWindow, run: Callable[[object], None]) -> dict[str, QAction]:
    """The actions, added to `window`; `run` gets the intent or method name.

    They act in the whole window: what is typed in, or is used with arrows, keeps its keys by
    accepting them before they become shortcuts.
    """
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda _=False, does=spec.does: run(does))
        action.setAutoRepeat(not spec.checkable)  # a key held down switches once
        made[spec.id] = action
        window.addAction(action)
    return made


@lru_cache(maxsize=256)  # asked of every action with every edit
def key_names(keys: tuple[str, ...]) -> str:
    """Key sequences as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(QKeySequence(key).toString(native) for key in keys)


def letter_action(text: str, actions: dict[str, QAction]) -> QAction | None:
    """The action of a Hangul letter, None when it has none."""
    letter = JAMO.get(text)
    if letter is None:
        return None
    spec = next(spec for spec in ACTIONS if letter in spec.keys)
    return actions[spec.id]


def explain(action: QAction, spec: ActionSpec, reason: str | None) -> None:
    """Say in an action's tooltip its keys; or why it cannot act, by the key of the reason."""
    keys = key_names(spec.keys)
    name = action.text().rstrip("…")
    told = f"{name}: {words.text(reason)}" if reason else f"{name}  ({keys})" if keys else name
    if told != action.toolTip():
        action.setToolTip(told)


def name_actions(actions: dict[str, QAction], theme: str) -> None:
    """Give every action its words and icon, in the present language and theme."""
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setText(words.text(f"action.{spec.id}"))
        if spec.icon:
            action.setIcon(icon(spec.icon, theme))
