"""Make the window: OpenGL where there is some, a still picture where there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from convviz.app import preferences
from convviz.app.application import Application
from convviz.app.collecting import Collector
from convviz.app.controller import Controller
from convviz.app.heap import keep_small
from convviz.app.startup.stage_choice import StageKeeper, stage_view
from convviz.app.window.theme import apply_theme, load_fonts
from convviz.files.projects import Project
from convviz.resources import resource

if TYPE_CHECKING:
    from convviz.app.window.main_window import MainWindow

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
