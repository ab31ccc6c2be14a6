"""What the Export menu does: counts as a table, formulas, code, to a file or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.documents.document_file import DocumentFile
from convviz.app.documents.failures import Failures
from convviz.app.exports.export_texts import FORMAT_TEXTS
from convviz.app.window.file_progress import Waiting
from convviz.app.window.status_line import Say
from convviz.files.code import write_code
from convviz.files.formula_latex import formulas_latex
from convviz.files.table import counts_table
from convviz.files.table_files import ENDINGS, write_table
from convviz.files.table_formats import as_markdown, html_table
from convviz.model.formulas import formulas
from convviz.model.values import Values
from convviz.words.errors import fault_text


class Said(NamedTuple):
    """What is said once it is done."""

    key: str
    numbers: dict[str, object]


Write = Callable[[], Said]


class ExportCommands:
    """Takes along what one window has open."""

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        file: DocumentFile,
        waiting: Waiting,
        failures: Failures,
        say: Say,
    ) -> None:
        self._window, self._controller, self._file = window, controller, file
        self._waiting, self._failures, self._say = waiting, failures, say

    # ---- tables and formulas -----------------------------------------------------------------
    def save_table(self) -> None:
        """Ask for a file and write the counts in the format that its ending names."""
        path = self._asked("action.save-table", ENDINGS)
        if path is None:
            return
        network, title = self._controller.history.present.network, self._file.name
        language = self._controller.settings.language

        def write() -> Said:
            write_table(path, network, title, language)
            return Said("status.saved", {"path": str(path)})

        self._perform(write, path, self.save_table)

    def copy_table(self) -> None:
        """Put the counts on the clipboard: a table where tables can be, else Markdown."""
        document = self._controller.history.present
        table = counts_table(document.network, self._file.name)
        copied = QMimeData()
        copied.setHtml(html_table(table))
        copied.setText(as_markdown(table))
        QApplication.clipboard().setMimeData(copied)
        self._say("status.table-copied", {})

    def copy_formula(self) -> None:
        """Put every count of the selected layer, opened into its formula, on the clipboard."""
        document = self._controller.history.present
        found = formulas(document.network, document.selected)
        QApplication.clipboard().setText(formulas_latex(found))
        layer = document.network.node(document.selected).name
        self._say("status.formula-copied", {"layer": layer})

    # ---- code --------------------------------------------------------------------------------
    def save_torch(self) -> None:
        """Ask for a file and write the network as PyTorch code, its numbers beside it."""
        self._save_code("torch")

    def save_keras(self) -> None:
        """Ask for a file and write the network as Keras code, its numbers beside it."""
        self._save_code("keras")

    def _save_code(self, framework: str) -> None:
        asked = "action.save-torch" if framework == "torch" else "action.save-keras"
        path = self._asked(asked, (".py",), framework)
        if path is None:
            return
        network, title = self._controller.history.present.network, self._file.name
        failed = self._controller.fault is not None  # then those at hand are of another network
        values = Values() if failed else self._controller.values or Values()

        def write() -> Said:
            numbers = write_code(path, network, title, values, framework)
            return Said("status.code-saved", {"path": str(path), "numbers": numbers.name})

        self._perform(write, path, lambda: self._save_code(framework))

    # ---- the worker --------------------------------------------------------------------------
    def _perform(self, write: Write, path: Path, again: Callable[[], None]) -> None:
        """Write in the worker, and say what came of it; `again` asks for another file."""

        def written(outcome: object) -> None:
            self._waiting.end()
            if isinstance(outcome, Exception):
                self._failures.tell("failed.save", fault_text(outcome), again)
                return
            preferences.note_folder(str(path.parent))
            assert isinstance(outcome, Said)
            self._say(outcome.key, outcome.numbers)

        self._waiting.begin("status.writing", path.name)
        self._controller.compute.perform(write, written)

    # ---- the file dialog ---------------------------------------------------------------------
    def _asked(self, title: str, endings: tuple[str, ...], tail: str = "") -> Path | None:
        """Ask where to; an ending that is none of `endings` gets the chosen format's added."""
        filters = [f"{words.text(FORMAT_TEXTS[ending])} (*{ending})" for ending in endings]
        stem = self._file.stem
        name = f"{stem}-{tail}{endings[0]}" if tail else f"{stem}{endings[0]}"
        start = str(Path(preferences.last_folder(), name))
        heading = words.text(title).rstrip("…")
        path, chosen = QFileDialog.getSaveFileName(
            self._window, heading, start, ";;".join(filters), filters[0]
        )
        if not path:
            return None
        if Path(path).suffix.lower() in endings:
            return Path(path).absolute()
        return Path(path + endings[filters.index(chosen) if chosen in filters else 0]).absolute()
