"""Switches the language at run time: Qt's translator, and the words package's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from convviz import words
from convviz.resources import resource


class Language:
    """The installed translation."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def switch(self, language: str) -> None:
        """Speak "en" (the source) or "ko" from now on."""
        app = QCoreApplication.instance()
        assert app is not None
        if self._translator is not None:
            app.removeTranslator(self._translator)
            self._translator = None
        if language != "en":
            translator = QTranslator(app)
            if translator.load(str(resource("i18n", f"convviz_{language}.qm"))):
                app.installTranslator(translator)
                self._translator = translator
        words.set_translator(QCoreApplication.translate)
