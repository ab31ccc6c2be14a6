"""Switches the language at run time: Qt's translator, and the words package's."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from convviz import words
from convviz.resources import resource
from convviz.state.settings import LANGUAGES
from convviz.words.marking import Source
from convviz.words.tables import TEXTS

_installed: list[QTranslator] = []


def switch_language(language: str) -> None:
    """Speak "en" (the source) or "ko" from now on, in every window."""
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    # Qt's own texts (OK, Cancel, the file dialog) first, so that ours come before them.
    for translator in (_qt_texts(language), _missing_qt_texts(language), _dictionary(language)):
        if translator is not None:
            app.installTranslator(translator)
            _installed.append(translator)
    words.set_translator(QCoreApplication.translate)


def in_every_language(key: str) -> tuple[str, ...]:
    """The text of `key` in the present language, then in the others: for whoever looks for it."""
    source = TEXTS[key]
    assert isinstance(source, Source)
    others: tuple[str | None, ...] = tuple(
        translator.translate(source.context, source)
        for language in LANGUAGES
        if (translator := _dictionary(language)) is not None
    )
    known = (words.template(key), str(source), *(other for other in others if other is not None))
    return tuple(dict.fromkeys(known))


@lru_cache
def _dictionary(language: str) -> QTranslator | None:
    """Our texts in a language, loaded once; None for the source language."""
    return _loaded(str(resource("i18n", f"convviz_{language}.qm")), language)


@lru_cache
def _qt_texts(language: str) -> QTranslator | None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return _loaded(f"{folder}/qtbase_{language}.qm", language)


@lru_cache
def _missing_qt_texts(language: str) -> QTranslator | None:
    """What Qt's own translation lacks, such as "Look in:" and the names of the arrow keys."""
    return _loaded(str(resource("i18n", f"qt_{language}.qm")), language)


def _loaded(file: str, language: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if language != "en" and translator.load(file) else None
