"""All that the command palette can do: the action table, layers, and files opened last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.dialogs.fuzzy_search import Match, match
from convviz.app.language import in_every_language
from convviz.app.window.action_ids import MENU_TEXTS, ActionId
from convviz.app.window.action_table import ACTIONS
from convviz.app.window.actions import Actions
from convviz.app.window.menus import MNEMONIC
from convviz.panels.painting.key_caps import Chord, chord
from convviz.state import intents


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


def commands_of(
    controller: Controller,
    actions: Actions,
    reasons: Mapping[ActionId, str],
    open_file: Callable[[str], None],
) -> tuple[Command, ...]:
    """What can be asked of a window now, and what cannot.

    Parameters
    ----------
    reasons : mapping
        Key of the reason, by action that cannot act.
    open_file : callable
        Opens one of the files opened last.
    """
    made = [
        Command(
            tuple(name.rstrip("…") for name in in_every_language(spec.text)),
            MNEMONIC.sub("", words.text(MENU_TEXTS[spec.menu])),
            tuple(chord(key) for key in spec.keys[:1]),
            words.text(reasons[spec.id]) if spec.id in reasons else "",
            actions[spec.id].trigger,
        )
        for spec in ACTIONS
        if spec.id is not ActionId.COMMANDS
    ]
    network = controller.history.present.network
    place = words.text("commands.layers")
    for node in network.in_order():

        def select(layer: str = node.id) -> None:
            controller.dispatch(intents.SelectLayer(layer))

        names = tuple(name.format(name=node.name) for name in in_every_language("commands.layer"))
        made.append(Command(names, place, (), "", select))
    made.extend(_recent(open_file))
    return tuple(made)


def _recent(open_file: Callable[[str], None]) -> list[Command]:
    """The files opened last, by name."""
    place = MNEMONIC.sub("", words.text("menu.recent"))
    made: list[Command] = []
    for path in preferences.recent_files():

        def read(path: str = path) -> None:
            open_file(path)

        name = Path(path).name
        gone = "" if Path(path).is_file() else words.text("recent.gone", file=name)
        made.append(Command((name,), place, (), gone, read))
    return made


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
