"""What the Export menu does: counts as a table, formulas, code, to a file or the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz import words
from convviz.app.named_document import title_of
from convviz.files.code import write_code
from convviz.files.errors import FileError
from convviz.files.formula_latex import formulas_latex
from convviz.files.table import counts_table
from convviz.files.table_files import ENDINGS, write_table
from convviz.files.table_formats import as_markdown, html_table
from convviz.model.formulas import formulas
from convviz.model.values import Values
from convviz.words.errors import error_text

if TYPE_CHECKING:
    from convviz.app.window import MainWindow


class ExportDesk:
    """Takes along what one window has open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._controller = window.controller

    @property
    def _title(self) -> str:
        return title_of(self._controller.history.present.id)

    # ---- tables and formulas -----------------------------------------------------------------
    def save_table(self) -> None:
        """Ask for a file and write the counts in the format that its ending names."""
        path = self._asked("action.save-table", ENDINGS)
        if path is None:
            return
        document = self._controller.history.present
        language = self._controller.settings.language
        try:
            write_table(path, document.network, self._title, language)
        except FileError as error:
            self._window.say("status.problem", {"sentence": error_text(error)})
            return
        self._window.say("status.saved", {"path": str(path)})

    def copy_table(self) -> None:
        """Put the counts on the clipboard: a table where tables can be, else Markdown."""
        document = self._controller.history.present
        table = counts_table(document.network, self._title)
        copied = QMimeData()
        copied.setHtml(html_table(table))
        copied.setText(as_markdown(table))
        QApplication.clipboard().setMimeData(copied)
        self._window.say("status.table-copied", {})

    def copy_formula(self) -> None:
        """Put every count of the selected layer, opened into its formula, on the clipboard."""
        document = self._controller.history.present
        found = formulas(document.network, document.selected)
        QApplication.clipboard().setText(formulas_latex(found))
        layer = document.network.node(document.selected).name
        self._window.say("status.formula-copied", {"layer": layer})

    # ---- code --------------------------------------------------------------------------------
    def save_torch(self) -> None:
        """Ask for a file and write the network as PyTorch code, its numbers beside it."""
        self._save_code("torch")

    def save_keras(self) -> None:
        """Ask for a file and write the network as Keras code, its numbers beside it."""
        self._save_code("keras")

    def _save_code(self, framework: str) -> None:
        path = self._asked(f"action.save-{framework}", (".py",), framework)
        if path is None:
            return
        document, title = self._controller.history.present, self._title
        failed = self._controller.fault is not None  # then those at hand are of another network
        values = Values() if failed else self._controller.values or Values()
        try:
            numbers = write_code(path, document.network, title, values, framework)
        except FileError as error:
            self._window.say("status.problem", {"sentence": error_text(error)})
            return
        self._window.say("status.code-saved", {"path": str(path), "numbers": numbers.name})

    # ---- the file dialog ---------------------------------------------------------------------
    def _asked(self, title: str, endings: tuple[str, ...], tail: str = "") -> Path | None:
        """Ask where to; an ending that is none of `endings` gets the chosen format's added."""
        filters = [f"{words.text(f'export.format.{ending[1:]}')} (*{ending})" for ending in endings]
        stem = Path(self._controller.history.present.id).stem
        start = f"{stem}-{tail}{endings[0]}" if tail else f"{stem}{endings[0]}"
        heading = words.text(title).rstrip("…")
        path, chosen = QFileDialog.getSaveFileName(
            self._window, heading, start, ";;".join(filters), filters[0]
        )
        if not path:
            return None
        if Path(path).suffix.lower() in endings:
            return Path(path)
        return Path(path + endings[filters.index(chosen) if chosen in filters else 0])
