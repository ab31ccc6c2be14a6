"""What whole processes take: start, memory, counting on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]

OURS = """
import sys, time
from convviz.app.start import make_application, make_window
app = make_application()
window = make_window("seed-bottleneck", "en", "dark")
window.resize(1280, 800)
def done():
    print(time.monotonic())
    sys.stdout.flush()
    window.close()
    app.exit(0)
window.complete.connect(done)
window.show()
app.exec()
"""

BARE = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter
import pyqtgraph as pg
from pyqtgraph.opengl import GLViewWidget
QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
wanted = QSurfaceFormat()
wanted.setVersion(3, 3)
wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
QSurfaceFormat.setDefaultFormat(wanted)
app = QApplication([])
window, parts, seen = QMainWindow(), QSplitter(), set()
class Stage(GLViewWidget):
    def paintGL(self):
        super().paintGL()
        note("stage")
class Plot(pg.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        note("plot")
def note(part):
    if part not in seen:
        seen.add(part)
        if len(seen) == 2:
            QTimer.singleShot(0, done)
def done():
    print(time.monotonic())
    sys.stdout.flush()
    window.close()
    app.exit(0)
stage, plot = Stage(), Plot()
plot.plot([0, 1, 2, 3])
parts.addWidget(stage)
parts.addWidget(plot)
window.setCentralWidget(parts)
window.resize(1280, 800)
window.show()
app.exec()
"""

MEMORY = """
import resource, sys
from convviz.app.gallery import settle, wait_for
from convviz.app.start import make_application, make_window
from convviz.state import intents as asked
app = make_application()
window = make_window("seed-bottleneck", "en", "dark")
window.resize(1280, 800)
done = []
window.complete.connect(lambda: done.append(1))
window.show()
wait_for(lambda: done)
do = window.controller.dispatch
do(asked.SetSpeed(32.0))
do(asked.TogglePlay())
wait_for(lambda: not window.controller.playback.playing)
for filters in (8, 32, 16):
    do(asked.SetField("conv1", "filters", filters))
    settle(window)
do(asked.SelectLayer("conv2"))
settle(window)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak / (1024 if sys.platform == "linux" else 1024**2))
window.close()
"""


def run(tmp_path: Path, *arguments: str) -> tuple[float, str]:
    """Run Python; the seconds that it took, and what it printed."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    took = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    return took, done.stdout.strip()


def until_shown(tmp_path: Path, script: str) -> float:
    """Seconds from the start of the process until the script says that its frame is complete."""
    begun = time.monotonic()
    _, said = run(tmp_path, "-c", script)
    return float(said) - begun


def test_start_until_the_first_complete_frame(qapp, tmp_path, tell):
    turns = [(until_shown(tmp_path, OURS), until_shown(tmp_path, BARE)) for _ in range(3)]
    ours, bare = (min(turn[place] for turn in turns) for place in (0, 1))
    tell("start until the first complete frame", ours, "s")
    tell("start of a bare window with GLViewWidget and PlotWidget", bare, "s")
    tell("start, ours ÷ bare", ours / bare, "times", 1.6)
    assert ours <= 1.6 * bare


@pytest.mark.skipif(sys.platform == "win32", reason="no peak of memory to be had there")
def test_peak_of_memory(qapp, tmp_path, tell):
    _, said = run(tmp_path, "-c", MEMORY)
    tell("peak memory: open, play, edit", float(said), "MB", 350.0)


def test_counting_on_the_command_line(tmp_path, tell):
    count = ("-m", "convviz", "count", "seed-bottleneck")
    turns = [
        (run(tmp_path, *count)[0], run(tmp_path, "-c", "import numpy")[0]) for _ in range(3)
    ]
    ours, numpy = (min(turn[place] for turn in turns) for place in (0, 1))
    tell("convviz count seed-bottleneck", ours, "s", 0.3)
    tell("convviz count ÷ import numpy", ours / numpy, "times", 2.5)
    assert ours <= 2.5 * numpy
