"""Start the window as the command line asks."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.app.application import Application
from convviz.app.errors.error_dialog import Faults
from convviz.app.startup.make_window import make_application, make_window
from convviz.app.startup.unpacking import ask_to_unpack, must_be_unpacked
from convviz.app.window.driven_window import DrivenWindow
from convviz.files.errors import FileError
from convviz.files.projects import Project, read_project
from convviz.model.documents import DEFAULT_DOCUMENT, known
from convviz.words.errors import error_text

WAIT_MS = 60_000  # a snapshot gives up after this


def start(options: argparse.Namespace) -> int:
    """Open the window as the command line asks, and run until it closes."""
    began = time.perf_counter()
    app = make_application()
    if must_be_unpacked():
        return ask_to_unpack()
    faults = Faults(attended=not (options.gallery or options.snapshot))
    faults.install()
    if options.gallery:
        from convviz.app.exports.gallery import make_gallery

        return make_gallery(Path(options.gallery))
    document = document_or_error(options.document or DEFAULT_DOCUMENT)
    fault = document if isinstance(document, FileError) else None
    if fault is not None and options.snapshot:
        print(f"convviz: {error_text(fault)}", file=sys.stderr)
        return 2
    opened = DEFAULT_DOCUMENT if isinstance(document, FileError) else document
    try:
        window = make_window(opened, options.lang, options.theme)
    except Exception as mistake:
        faults.take(type(mistake), mistake, mistake.__traceback__)
        return 1
    faults.attend(window, window.controller)
    if options.smoke_test is not None:
        from convviz.app.startup.smoke_test import smoke_test

        return smoke_test(window, options.smoke_test, began)
    memory, cover = window.memory, window.start
    if options.size or options.snapshot:
        window.resize(*(options.size or (1280, 800)))
    else:
        memory.restore()
    if options.snapshot:
        memory.attended = False
        _snapshot_when_complete(window, Path(options.snapshot))
    elif not options.size:
        memory.keep()
    documents = window.documents
    if not (options.document or options.snapshot):
        cover.show_at_first()
    window.show()
    if isinstance(app, Application):
        app.hand_files_to(documents.take_from_outside)
    if not options.snapshot:
        documents.begin("" if fault is None else error_text(fault))
    return app.exec()


def document_or_error(named: str) -> str | Project | FileError:
    """What the command line names: a document that ships, a file's, or why it cannot be read."""
    if known(named):
        return named
    path = Path(named).absolute()
    try:
        project = read_project(path)
    except FileError as error:
        return error
    return replace(project, document=replace(project.document, file=str(path)))


def _snapshot_when_complete(window: DrivenWindow, path: Path) -> None:
    def write() -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            done = window.grab().save(str(path), "PNG")
        except OSError:
            done = False
        sentence = str(path) if done else words.text("status.not-saved", path=path)
        print(sentence, file=sys.stdout if done else sys.stderr)
        window.close_unasked()
        QApplication.exit(0 if done else 2)

    def give_up() -> None:
        print("convviz: no complete frame within a minute", file=sys.stderr)
        QApplication.exit(2)

    # One more turn of the event loop, so that every panel has painted too.
    window.complete.connect(lambda: QTimer.singleShot(100, write))
    QTimer.singleShot(WAIT_MS, window, give_up)
