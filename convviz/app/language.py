"""Switches the language at run time: Qt's translator, and the words package's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from convviz import words
from convviz.resources import resource

_installed: list[QTranslator] = []


def switch_language(language: str) -> None:
    """Speak "en" (the source) or "ko" from now on, in every window."""
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    if language != "en":
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Qt's own texts (OK, Cancel, the file dialog) first, so that ours come before them.
        for file in (f"{qt}/qtbase_{language}.qm", str(resource("i18n", f"convviz_{language}.qm"))):
            translator = QTranslator(app)
            if translator.load(file):
                app.installTranslator(translator)
                _installed.append(translator)
    words.set_translator(QCoreApplication.translate)
