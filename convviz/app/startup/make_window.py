"""Start the window: OpenGL where there is some, a still picture where there is none."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.app import preferences
from convviz.app.application import Application
from convviz.app.collecting import Collector
from convviz.app.controller import Controller
from convviz.app.errors.error_dialog import Faults
from convviz.app.heap import keep_small
from convviz.app.startup.stage_choice import StageKeeper, stage_view
from convviz.app.startup.unpacking import ask_to_unpack, must_be_unpacked
from convviz.app.window.theme import apply_theme, load_fonts
from convviz.app.window.window_state import PlaceKeeper
from convviz.files.errors import FileError
from convviz.files.projects import Project, read_project
from convviz.model.documents import DEFAULT_DOCUMENT, known
from convviz.resources import resource
from convviz.words.errors import error_text

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

WAIT_MS = 60_000  # a snapshot gives up after this
COLLECT_MS = 10_000  # garbage is collected again by then, whatever became of the first frame


def make_application() -> QApplication:
    """The application object, with OpenGL asked for before it exists."""
    from convviz.render.gl.surface import prepare_surfaces

    if preferences.software_opengl():
        os.environ["LIBGL_ALWAYS_SOFTWARE"] = "1"
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseSoftwareOpenGL)
    app = QApplication.instance()
    if app is None:
        keep_small()
        _without_a_bus()
        prepare_surfaces()
        app = Application(["convviz"])
    assert isinstance(app, QApplication)
    app.setApplicationName("ConvViz")
    app.setOrganizationName("ConvViz")
    app.setDesktopFileName("convviz")  # whose icon a Linux desktop shows
    app.setWindowIcon(QIcon(str(resource("icons", "convviz.svg"))))
    load_fonts()
    return app


def _without_a_bus() -> None:
    """Where no D-Bus session runs, have Qt do without one, not start one.

    Starting one forks, and a fork while numpy's OpenBLAS computes in another thread may never end.
    """
    if not sys.platform.startswith("linux") or "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not runtime or not Path(runtime, "bus").exists():
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def make_window(
    document: str | Project, language: str | None = None, theme: str | None = None
) -> MainWindow:
    """The main window with a document; the values start to be computed before it is built."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    collector = app.collector if isinstance(app, Application) else Collector(app)
    collector.hold()  # until the first frame: nothing of what is loaded now is garbage
    settings = preferences.load(language, theme)
    controller = Controller(document, settings)
    from convviz.app.window.main_window import (
        MainWindow,  # here, while the values are being computed
    )

    app.setCursorFlashTime(0)  # a caret that blinks composes the whole window twice a second
    # Before there are widgets: they take the font as they come.
    apply_theme(app, settings.theme, settings.text_size)
    view, reason = stage_view()
    window = MainWindow(controller, view)
    StageKeeper(window.stage)
    controller.setParent(window)
    if reason is not None:
        window.stage.explain(reason)
    # Values that are ready by now are in the first frame, not in the second.
    QCoreApplication.sendPostedEvents(controller.compute)
    window.complete.connect(collector.resume)
    QTimer.singleShot(COLLECT_MS, collector, collector.resume)
    return window


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
    faults.window = window
    if options.smoke_test is not None:
        from convviz.app.startup.smoke_test import smoke_test

        return smoke_test(window, options.smoke_test, began)
    if options.size or options.snapshot:
        window.resize(*(options.size or (1280, 800)))
    else:
        window.restore()
    if options.snapshot:
        window.attended = False
        _snapshot_when_complete(window, Path(options.snapshot))
    elif not options.size:
        PlaceKeeper(window)
    if window.controller.settings.start_page and not (options.document or options.snapshot):
        window.pages.show_start()
    window.show()
    if fault is not None:
        window.commands.desk.tell("failed.open", error_text(fault))
    if isinstance(app, Application):
        app.hand_files_to(window.commands.own.take_from_outside)
    if not options.snapshot:
        window.commands.desk.ask_if_shared()
        window.commands.recovering.begin()
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


def _snapshot_when_complete(window: MainWindow, path: Path) -> None:
    def write() -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            done = window.grab().save(str(path), "PNG")
        except OSError:
            done = False
        sentence = str(path) if done else words.text("status.not-saved", path=path)
        print(sentence, file=sys.stdout if done else sys.stderr)
        window.commands.desk.agree()
        window.close()
        QApplication.exit(0 if done else 2)

    def give_up() -> None:
        print("convviz: no complete frame within a minute", file=sys.stderr)
        QApplication.exit(2)

    # One more turn of the event loop, so that every panel has painted too.
    window.complete.connect(lambda: QTimer.singleShot(100, write))
    QTimer.singleShot(WAIT_MS, window, give_up)
