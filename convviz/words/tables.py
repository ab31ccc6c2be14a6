"""All tables of texts as one: a key names a text once in the whole product."""

from __future__ import annotations

from convviz.discovery import modules_of
from convviz.words import (
    counts,
    dialogs,
    documents,
    editor,
    error_texts,
    exports,
    faults,
    file_errors,
    full_screen,
    kinds,
    layers,
    offers,
    operations,
    pictures,
    playback,
    shell,
    stage,
)


def merged(*tables: dict[str, str]) -> dict[str, str]:
    """All `tables` as one.

    Raises
    ------
    ValueError
        When two tables have the same key.
    """
    texts: dict[str, str] = {}
    for table in tables:
        twice = texts.keys() & table.keys()
        if twice:
            raise ValueError(f"texts named twice: {', '.join(sorted(twice))}")
        texts.update(table)
    return texts


TEXTS = merged(
    stage.TEXTS,
    shell.TEXTS,
    dialogs.TEXTS,
    documents.TEXTS,
    playback.TEXTS,
    operations.TEXTS,
    *(module.TEXTS for module in modules_of(layers.__name__, layers.__path__)),
    full_screen.TEXTS,
    kinds.TEXTS,
    editor.TEXTS,
    counts.TEXTS,
    exports.TEXTS,
    offers.TEXTS,
    pictures.TEXTS,
    error_texts.TEXTS,
    file_errors.TEXTS,
    faults.TEXTS,
)
