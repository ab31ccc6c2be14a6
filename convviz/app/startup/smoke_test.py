"""``--smoke-test``: the real window once through everything, for whoever builds or installs it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import QApplication

from convviz import __version__
from convviz.app import preferences
from convviz.app.window.action_ids import ActionId
from convviz.app.window.driven_window import DrivenWindow
from convviz.app.window.theme import FAMILY
from convviz.render.paint.still_view import StillView
from convviz.state import intents
from convviz.state.settings import LANGUAGES

WAIT = 60.0  # seconds for any one step
PLAYED = 1.0  # seconds of the story


class SmokeFault(Exception):
    """What did not happen, in words."""


@dataclass
class Faults:
    """The first exception that no one caught."""

    first: str = ""

    def take(
        self, kind: type[BaseException], fault: BaseException, _: TracebackType | None
    ) -> None:
        """Note an exception, in place of a traceback or a dialog that would wait for a click."""
        self.first = self.first or f"{kind.__name__}: {fault}"


def smoke_test(window: DrivenWindow, picture: str, began: float) -> int:
    """Go through everything and print one line; the exit status, 1 where something failed.

    Parameters
    ----------
    window
        Made with the default document, not shown yet.
    picture : str
        Where to write the picture of the window; empty for a folder of temporary files.
    began : float
        When the program started, by `time.perf_counter`.
    """
    faults = Faults()
    sys.excepthook = faults.take
    # What the user likes is neither changed nor forgotten.
    window.controller.settingsChanged.disconnect(preferences.save)
    try:
        told = " · ".join(_steps(window, picture, began, faults))
    except (SmokeFault, OSError) as fault:
        told, status = f"smoke test FAILED: {fault}", 1
    else:
        told, status = f"smoke test passed: {told}", 0
    window.controller.close()
    window.hide()
    print(f"ConvViz {__version__} {told}", file=sys.stderr if status else sys.stdout)
    return status


def _steps(window: DrivenWindow, picture: str, began: float, faults: Faults) -> list[str]:
    shown: list[float] = []
    window.complete.connect(lambda: shown.append(time.perf_counter()))
    window.resize(1280, 800)
    window.show()
    _until(lambda: shown, "first frame with values", faults)
    told = [_computed(window), f"first frame after {shown[0] - began:.2f} s"]
    before = window.grab()
    told.append(_played(window, faults))
    _require(_bytes(before) != _bytes(window.grab()), "nothing moved while it played")
    told += [_written(window, picture), _spoken(window, faults)]
    _require(not faults.first, faults.first)
    told.append(f"{time.perf_counter() - began:.2f} s in all")
    return told


def _computed(window: DrivenWindow) -> str:
    """Whether the default document is there, with values, drawn with the shipped letters."""
    stage = window.controller.stage
    fault = window.controller.fault
    _require(fault is None, f"no values: {type(fault).__name__}: {fault}")
    _require(stage is not None and stage.outputs is not None, "no values")
    assert stage is not None and stage.outputs is not None
    _require(bool(np.isfinite(stage.outputs).all() and stage.outputs.any()), "no values but zeros")
    _require(QFontDatabase.hasFamily(FAMILY), "the shipped letters are missing")
    kept = preferences.store()
    kept.sync()
    _require(kept.status() is kept.Status.NoError, f"{kept.fileName()} cannot be written")
    still = isinstance(window.stage.view, StillView)
    return (
        f"{window.controller.history.present.id}, {stage.input_shape} → {stage.output_shape}, "
        f"{'a still picture' if still else 'OpenGL'}"
    )


def _played(window: DrivenWindow, faults: Faults) -> str:
    """Play a second of the story, however long this machine takes for it."""
    controller = window.controller
    controller.dispatch(intents.TogglePlay())
    began = time.perf_counter()
    _until(lambda: controller.playback.time >= PLAYED, "second of playing", faults)
    controller.dispatch(intents.TogglePlay())
    return f"played {PLAYED:.0f} s in {time.perf_counter() - began:.2f} s"


def _written(window: DrivenWindow, picture: str) -> str:
    """The window as PNG, where asked or among the temporary files."""
    path = Path(picture or Path(tempfile.mkdtemp(prefix="convviz-"), "smoke-test.png"))
    path.parent.mkdir(parents=True, exist_ok=True)
    _require(window.grab().save(str(path), "PNG"), f"{path} cannot be written")
    return f"{path} ({path.stat().st_size // 1024} kB)"


def _spoken(window: DrivenWindow, faults: Faults) -> str:
    """Whether every language is spoken, and the first one again."""
    first = window.controller.settings.language
    order = [first, *(language for language in LANGUAGES if language != first), first]
    for language in order:
        if language != window.controller.settings.language:
            window.act(ActionId.LANGUAGE)
        _until(lambda: not window.controller.moving, "rest", faults)
        menu = window.menuBar().actions()[0].text()
        hangul = any("가" <= letter <= "힣" for letter in menu)
        _require(hangul == (language == "ko"), f"in {language} the first menu is named {menu}")
    return " → ".join(order)


def _until(ready: Callable[[], object], what: str, faults: Faults) -> None:
    end = time.perf_counter() + WAIT
    while not ready():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        _require(not faults.first, faults.first)
        _require(time.perf_counter() < end, f"no {what} within {WAIT:.0f} s")
        time.sleep(0.001)


def _require(so: bool, otherwise: str) -> None:
    if not so:
        raise SmokeFault(otherwise)


def _bytes(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().constBits())
