"""What every test stands on: the display, the OpenGL context, and nobody's own settings."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

# As the app has it (see convviz/__init__.py): a fork by Qt's bus while BLAS computes hangs.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

# Qt warns, and so fails a test, where no session has made this folder.
if sys.platform == "linux" and not os.environ.get("XDG_RUNTIME_DIR"):
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="convviz-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

# A slow machine is no reason to fail; in CI the examples are the same each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SHOWN = {"qapp", "qtbot"}

# What runs beside others has a display of its own: two windows on one take each other's focus.
if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and os.environ.get("CONVVIZ_DISPLAYS"):
    displays = os.environ["CONVVIZ_DISPLAYS"].split()
    os.environ["DISPLAY"] = displays[int(worker.removeprefix("gw")) % len(displays)]


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform != "linux":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a display Qt ends the process, so what opens a window is left out, and says so."""
    if has_display():
        return
    left_out = pytest.mark.skip(reason="no display: sh tests/run brings its own")
    for item in items:
        if SHOWN & set(getattr(item, "fixturenames", ())):
            item.add_marker(left_out)


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings and recovery files written by a test are nobody's, and nobody's are read."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application, made as the product makes it: a shared OpenGL 3.3 core context first."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QSurfaceFormat

    from convviz.app.application import Application

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    wanted = QSurfaceFormat()
    wanted.setVersion(3, 3)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setDepthBufferSize(24)
    QSurfaceFormat.setDefaultFormat(wanted)
    return Application


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Garbage collected as in the app, between tests too, where no event loop runs."""
    yield
    if not gc.isenabled():
        from convviz.app.collecting import collect_young

        if collect_young():
            gc.collect()
