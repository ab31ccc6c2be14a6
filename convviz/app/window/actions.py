"""The actions of one window, made from the action table, and who carries each of them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.app.window.action_ids import ActionId
from convviz.app.window.action_table import ACTIONS, JAMO, ActionSpec
from convviz.panels.painting.icons import icon

Actions = Mapping[ActionId, QAction]
Handlers = Mapping[ActionId, Callable[[], None]]


def all_handlers(*groups: Handlers) -> Handlers:
    """The handlers of every action that is no intent.

    Raises
    ------
    ValueError
        An action has no handler, or two, or an intent beside one.
    """
    needed = {spec.id for spec in ACTIONS if spec.intent is None}
    found: dict[ActionId, Callable[[], None]] = {}
    for group in groups:
        twice = found.keys() & group.keys()
        if twice:
            raise ValueError(f"handled twice: {', '.join(sorted(twice))}")
        found.update(group)
    if found.keys() != needed:
        raise ValueError(f"not handled once: {', '.join(sorted(needed ^ found.keys()))}")
    return found


def make_actions(window: QWidget, run: Callable[[ActionSpec], None]) -> dict[ActionId, QAction]:
    """The actions, added to `window`; `run` carries one out.

    They act in the whole window: what is typed in, or is used with arrows, keeps its keys by
    accepting them before they become shortcuts.
    """
    made: dict[ActionId, QAction] = {}
    for spec in ACTIONS:
        action = QAction(window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda _=False, spec=spec: run(spec))
        action.setAutoRepeat(not spec.checkable)  # a key held down switches once
        made[spec.id] = action
        window.addAction(action)
    return made


@lru_cache(maxsize=256)  # asked of every action with every edit
def key_names(keys: tuple[str, ...]) -> str:
    """Key sequences as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(QKeySequence(key).toString(native) for key in keys)


def letter_action(text: str, actions: Actions) -> QAction | None:
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


def name_actions(actions: Actions, theme: str) -> None:
    """Give every action its words and icon, in the present language and theme."""
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setText(words.text(spec.text))
        if spec.icon:
            action.setIcon(icon(spec.icon, theme))
