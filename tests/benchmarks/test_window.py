"""What the whole window costs: frames while the sum plays, keystrokes, edits, and doing nothing."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.app.window.idle import wait_for, wait_until_idle
from convviz.files.own_photos import LONGEST_SIDE, photo_id
from convviz.files.projects import Project, write_project
from convviz.model.documents import DOCUMENTS
from convviz.scene.timeline import Phase
from convviz.state import intents
from convviz.state.edits import apply_edit
from convviz.state.edits import open_document as open_document_of
from convviz.state.photos import OwnPhoto
from convviz.state.view import Selection, ViewOptions

pytestmark = pytest.mark.benchmark

PHASES = (Phase.LIFT, Phase.CHANNEL, Phase.CHANNELS, Phase.MAP)
SECONDS = 0.5  # that each phase is played for


def pass_time(seconds: float) -> None:
    """Let the event loop run as the app's own does."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def open_document(window, name: str) -> None:
    window.controller.dispatch(intents.OpenDocument(name))
    wait_until_idle(window.controller)


# ---- frames --------------------------------------------------------------------------------------
def interval(window, phase: Phase) -> float:
    """Milliseconds from one shown frame to the next while a phase plays."""
    controller, shown = window.controller, []
    beat = controller.stage.storyboard.first_of(phase)
    controller.dispatch(intents.SetSpeed(0.5 if beat.duration < 1.0 else 1.0))
    controller.dispatch(intents.Seek(beat.start + 0.01))
    controller.dispatch(intents.TogglePlay())
    note = window.stage.view.frameSwapped.connect(lambda: shown.append(time.perf_counter()))
    pass_time(SECONDS)
    window.stage.view.frameSwapped.disconnect(note)
    if controller.playback.playing:
        controller.dispatch(intents.TogglePlay())
    assert len(shown) > 3
    return (shown[-1] - shown[1]) / (len(shown) - 2) * 1e3


def test_frames_while_the_sum_plays(window, tell):
    view, drawn, cleared = window.stage.view, {}, {}
    for phase in PHASES:
        drawn[phase], cleared[phase] = [], []
        for _ in range(2):
            for only, found in ((True, cleared), (False, drawn)):
                view.clear_only = only
                found[phase].append(interval(window, phase))
        view.clear_only = False
        told = f"shown-frame interval, {phase.value}"
        tell(told, min(drawn[phase]), "ms")
        tell(f"{told}, stage only clears", min(cleared[phase]), "ms")
    whole, empty = (sum(min(found[phase]) for phase in PHASES) for found in (drawn, cleared))
    tell("shown-frame interval, drawing ÷ clearing", whole / empty, "times", 2.0)
    assert whole <= 2.0 * empty


# ---- edits ---------------------------------------------------------------------------------------
class Painted(QObject):
    """Notes that a widget was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


def filters_field(window):
    window.docks.show("editor")
    QApplication.processEvents()
    field = window.findChild(QObject, "field-filters")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    field.selectAll()
    return field


@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct"])
def test_a_keystroke_until_its_counts_are_shown(window, tell, document):
    window.controller.dispatch(intents.SetPreference("reduced_motion", True))
    open_document(window, document)
    head, painted = window.costs.rows["parameters"], Painted()
    shown: list[float] = []
    swapped = window.stage.view.frameSwapped.connect(  # the whole window has been composed
        lambda: shown.append(time.perf_counter()) if painted.seen else None
    )
    head.installEventFilter(painted)
    times = []
    for text in ("3", "2", "4", "8", "1", "6", "2", "4"):
        if len(times) % 2 == 0:
            filters_field(window)
        wait_until_idle(window.controller)
        painted.seen = False
        shown.clear()
        start = time.perf_counter()
        QTest.sendKeyEvent(
            QTest.KeyAction.Press, window.windowHandle(), Qt.Key(ord(text)), text,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        wait_for(lambda: bool(shown))
        times.append((shown[0] - start) * 1e3)
    head.removeEventFilter(painted)
    window.stage.view.frameSwapped.disconnect(swapped)
    window.controller.dispatch(intents.SetPreference("reduced_motion", False))
    tell(f"keystroke until counts are shown, {document}", median(times), "ms", 16.0)
    tell(f"keystroke until counts are shown, longest of 8, {document}", max(times), "ms")


class Heartbeat:
    """The longest that the event loop did not come round."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> float:
        """Milliseconds of the longest block."""
        self._timer.stop()
        return self.longest * 1e3


@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct"])
def test_the_longest_block_during_a_burst_of_edits(window, tell, document):
    open_document(window, document)
    filters_field(window)
    keys = [*"32", Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace, *"01"]
    blocks = []
    for key in keys:
        beat = Heartbeat()
        QTimer.singleShot(5, lambda key=key: QTest.keyClick(window.windowHandle(), key))
        pass_time(0.12)
        blocks.append(beat.stop())
    wait_until_idle(window.controller)
    tell(f"longest block during edits, {document}", max(blocks), "ms", 50.0)
    tell(f"longest block of one edit, median, {document}", median(blocks), "ms")


def test_an_edit_until_its_values_are_on_stage(window, tell):
    open_document(window, "seed-direct")
    controller, painted, times = window.controller, [], []
    note = window.stage.view.framePainted.connect(lambda: painted.append(controller.resolved.stale))
    for filters in (31, 32, 30, 32, 29, 32):
        painted.clear()
        start = time.perf_counter()
        controller.dispatch(intents.SetField("conv1", "filters", filters))
        wait_for(lambda: False in painted)
        times.append((time.perf_counter() - start) * 1e3)
        output = next(boxes for boxes in window.stage.scene.boxes if boxes.id == "output")
        assert output.values.size == filters * 28 * 28
        wait_until_idle(window.controller)
    window.stage.view.framePainted.disconnect(note)
    tell("edit until values are on stage, seed-direct", median(times), "ms", 100.0)
    tell("edit until values are on stage, longest of 6", max(times), "ms")


# ---- documents -----------------------------------------------------------------------------------
def kept(path: Path, document: str) -> Path:
    """A file of a document; that of `five-filters` holds a photo as large as any is kept."""
    made = open_document_of(document)
    if document == "five-filters":
        rows = np.linspace(0, 255, LONGEST_SIDE, dtype=np.uint8)
        noise = np.random.default_rng(1).integers(0, 60, (1536, LONGEST_SIDE, 3), np.uint8)
        pixels = np.ascontiguousarray(noise + rows[None, :, None] // 2)
        pixels.setflags(write=False)
        photo = OwnPhoto(photo_id(pixels), "large", (LONGEST_SIDE, 1536), pixels)
        made = apply_edit(made, intents.SetPhoto("input", photo))
    write_project(path, Project(made, Selection(), ViewOptions()))
    return path


@pytest.mark.parametrize("document", DOCUMENTS)
def test_opening_a_document_until_its_first_frame(window, tell, tmp_path, document):
    path = kept(tmp_path / "내 문서.convviz", document)
    controller, desk, firsts, wholes = window.controller, window.documents.commands, [], []
    painted: list[tuple[str, bool]] = []
    note = window.stage.view.framePainted.connect(
        lambda: painted.append((controller.resolved.document.file, controller.resolved.stale))
    )
    for _ in range(3):
        open_document(window, "colour-mixing")
        painted.clear()
        start = time.perf_counter()
        desk.open_file(str(path))
        wait_for(lambda: any(file for file, _ in painted))
        firsts.append(time.perf_counter() - start)
        wait_for(lambda: (str(path), False) in painted)
        wholes.append(time.perf_counter() - start)
        wait_until_idle(window.controller)
    window.stage.view.framePainted.disconnect(note)
    tell(f"opening {document} until its first frame", median(firsts), "s", 0.5)
    tell(f"opening {document} until its values are on stage", median(wholes), "s")


# ---- nothing -------------------------------------------------------------------------------------
def test_doing_nothing_costs_nothing(window, tell):
    open_document(window, "seed-bottleneck")
    filters_field(window)
    frames: list[int] = []
    note = window.stage.view.framePainted.connect(lambda: frames.append(1))
    shares = {}
    for name, before in (
        ("in a field", ()),
        ("at rest", (intents.Jump(-1),)),
        ("paused in the sum", (intents.Seek(6.0),)),
        ("after a play", (intents.TogglePlay(), intents.TogglePlay())),
    ):
        for intent in before:
            window.controller.dispatch(intent)
            window.stage.setFocus()
        wait_until_idle(window.controller)
        pass_time(1.0)  # a tool tip of where the mouse was is over, too
        frames.clear()
        start, used = time.perf_counter(), time.process_time()
        pass_time(1.5)
        shares[name] = (time.process_time() - used) / (time.perf_counter() - start) * 100.0
        assert not frames, name
    window.stage.view.framePainted.disconnect(note)
    for name, share in shares.items():
        tell(f"idle, {name}", share, "% of a core", 0.5)
