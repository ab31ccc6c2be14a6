"""Frames of a full screen that reach it: composed, and with other pixels than the last one."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from convviz.app.window.idle import wait_until_idle
from convviz.scene.timeline import Phase
from convviz.state import intents

pytestmark = pytest.mark.benchmark

SECONDS = 2.5
STRIP = 4  # rows read back from the screen


def play(window, phase: Phase) -> tuple[list[float], int, float]:
    """Times of frames that changed the stage on the screen, all composed frames, and seconds."""
    controller, view = window.controller, window.stage.view
    beat = controller.stage.storyboard.first_of(phase)
    controller.dispatch(intents.Seek(beat.start + 0.01))
    wait_until_idle(window.controller)
    screen, corner = QGuiApplication.primaryScreen(), view.mapToGlobal(view.rect().topLeft())
    shown: list[float] = []
    composed: list[int] = []
    seen: set[str] = set()
    last: list[tuple[object, ...]] = [()]

    def look() -> None:
        composed.append(1)
        scene = view.scene
        now = (scene.boxes, scene.lines, scene.labels, scene.camera)
        if all(a is b for a, b in zip(now, last[0], strict=bool(last[0]))) and last[0]:
            return  # the stage's picture is the last one: something else made the window compose
        last[0] = now
        shown.append(time.perf_counter())
        # What a screen shows has arrived there: one strip through the stage's middle, now and then.
        if len(shown) % 8 == 0:
            y = corner.y() + view.height() // 2
            strip = screen.grabWindow(0, corner.x(), y, view.width(), STRIP).toImage()
            seen.add(str(hash(bytes(strip.constBits()))))

    note = view.frameSwapped.connect(look)
    start = time.perf_counter()
    controller.dispatch(intents.TogglePlay())
    loop = QEventLoop()
    QTimer.singleShot(round(SECONDS * 1000), loop.quit)
    loop.exec()
    took = time.perf_counter() - start
    view.frameSwapped.disconnect(note)
    if controller.playback.playing:
        controller.dispatch(intents.TogglePlay())
    assert len(seen) > 1, "the screen shows one and the same picture"
    return shown, len(composed), took


@pytest.mark.parametrize("phase", [Phase.CHANNELS, Phase.MAP], ids=["sum", "sweep"])
def test_frames_shown_in_full_screen(window, tell, phase):
    window.full_screen.enter()
    window.resize(1920, 1080)
    wait_until_idle(window.controller)
    try:
        play(window, phase)  # programs are compiled
        shown, composed, took = play(window, phase)
    finally:
        window.full_screen.leave()
        wait_until_idle(window.controller)
    gaps = sorted(b - a for a, b in pairwise(shown[1:]))
    tell(f"full screen, {phase.value}: shown frames", len(shown) / took, "a second (at least 30)")
    tell(f"full screen, {phase.value}: interval, 95 %", gaps[int(len(gaps) * 0.95)] * 1e3, "ms", 50)
    tell(f"full screen, {phase.value}: composed ÷ shown", composed / len(shown), "times", 1.1)
    assert composed <= 1.2 * len(shown)
