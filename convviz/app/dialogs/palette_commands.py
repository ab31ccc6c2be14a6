"""All that the command palette can do: the action table, layers, and files opened last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from convviz import words
from convviz.app import preferences
from convviz.app.dialogs.fuzzy_search import Match, match
from convviz.app.language import in_every_language
from convviz.app.window.actions import ACTIONS
from convviz.app.window.menus import MNEMONIC
from convviz.panels.painting.key_caps import Chord, chord
from convviz.state import intents

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow


@dataclass(frozen=True)
class Command:
    """One line of the palette.

    Attributes
    ----------
    names : tuple of str
        In the present language first, then in the others.
    place : str
        The menu it stands in.
    keys : tuple of Chord
    reason : str
        Why it cannot act now; empty when it can.
    run : callable
    """

    names: tuple[str, ...]
    place: str
    keys: tuple[Chord, ...]
    reason: str
    run: Callable[[], None]

    @property
    def name(self) -> str:
        """Its name in the present language."""
        return self.names[0]


def commands_of(window: MainWindow) -> tuple[Command, ...]:
    """What can be asked of a window now, and what cannot."""
    made = [
        Command(
            tuple(name.rstrip("…") for name in in_every_language(f"action.{spec.id}")),
            MNEMONIC.sub("", words.text(f"menu.{spec.menu}")),
            tuple(chord(key) for key in spec.keys[:1]),
            _reason(window, spec.id),
            window.actions_by_id[spec.id].trigger,
        )
        for spec in ACTIONS
        if spec.id != "commands"
    ]
    network = window.controller.history.present.network
    place = words.text("commands.layers")
    for node in network.in_order():

        def select(layer: str = node.id) -> None:
            window.controller.dispatch(intents.SelectLayer(layer))

        names = tuple(name.format(name=node.name) for name in in_every_language("commands.layer"))
        made.append(Command(names, place, (), "", select))
    made.extend(_recent(window))
    return tuple(made)


def _recent(window: MainWindow) -> list[Command]:
    """The files opened last, by name."""
    place = MNEMONIC.sub("", words.text("menu.recent"))
    made: list[Command] = []
    for path in preferences.recent_files():

        def read(path: str = path) -> None:
            window.commands.desk.open_file(path)

        name = Path(path).name
        gone = "" if Path(path).is_file() else words.text("recent.gone", file=name)
        made.append(Command((name,), place, (), gone, read))
    return made


def _reason(window: MainWindow, action: str) -> str:
    key = window.menus.reasons.get(action)
    return words.text(key) if key else ""


def found(query: str, commands: tuple[Command, ...]) -> list[tuple[Command, Match]]:
    """The commands that a query finds, best first; all of them while nothing is asked."""
    hits: list[tuple[Command, Match]] = []
    for command in commands:
        own = match(query, command.name)
        other = max(
            (m.score for name in command.names[1:] if (m := match(query, name)) is not None),
            default=None,
        )
        if own is not None and (other is None or own.score >= other):
            hits.append((command, own))
        elif other is not None:
            hits.append((command, Match(other)))  # its letters stand in no name that is shown
    return sorted(hits, key=lambda hit: (-hit[1].score, bool(hit[0].reason))) if query else hits
