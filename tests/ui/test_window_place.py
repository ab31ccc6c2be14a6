"""Where the window opens: on the screen, whole, and where it was, though it had been killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtTest import QTest

from convviz.app import preferences
from convviz.app.startup.make_window import make_window
from convviz.app.window import window_state as memory
from convviz.app.window.action_ids import ActionId
from convviz.app.window.window_state import FIRST, FRAME, fitted

ROOT = Path(__file__).resolve().parents[2]
SCREEN = QRect(0, 0, 1366, 732)  # over a task bar
SECOND = QRect(1366, 0, 1024, 768)


@pytest.mark.parametrize(
    "free",
    [
        QRect(0, 0, 1366, 728), QRect(0, 28, 1024, 700), QRect(0, 0, 1024, 600),
        QRect(0, 0, 1920, 1040),
    ],
    ids=lambda free: f"{free.width()}x{free.height()}",
)  # fmt: skip
def test_the_first_window_fits_its_screen_with_its_frame(app, monkeypatch, tmp_path, free):
    monkeypatch.setattr(memory, "_free", lambda: [free])
    monkeypatch.setattr(preferences, "window_layout", lambda: (None, None))
    window = make_window("five-filters")
    window.memory.restore()
    frame = window.geometry().adjusted(-FRAME.width() // 2, -memory.TITLE, FRAME.width() // 2, 8)
    assert free.contains(frame), (frame, free)
    assert window.size() == FIRST.boundedTo(free.size() - FRAME)  # and no smaller than need be
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(
    "place, screens, wanted",
    [
        (QRect(100, 50, 900, 600), [SCREEN], QRect(100, 50, 900, 600)),
        (QRect(1500, 50, 900, 600), [SCREEN, SECOND], QRect(1500, 50, 900, 600)),
        # Its screen is gone: in the middle of the one that is left, as large as fits.
        (QRect(1500, 50, 900, 600), [SCREEN], QRect(233, 66, 900, 600)),
        (QRect(3000, 50, 1800, 1000), [SCREEN], QRect(0, 0, 1366, 732)),
        # Partly over an edge it is left alone, as long as most of it is seen.
        (QRect(-90, 50, 900, 600), [SCREEN], QRect(-90, 50, 900, 600)),
        (QRect(-500, 50, 900, 600), [SCREEN], QRect(0, 50, 900, 600)),
        (QRect(900, 500, 900, 600), [SCREEN], QRect(466, 132, 900, 600)),
        # A title bar above the screen could not be dragged.
        (QRect(100, -90, 900, 600), [SCREEN], QRect(100, 0, 900, 600)),
        (QRect(100, 50, 1300, 732), [SCREEN], QRect(100, 50, 1300, 732)),
        (QRect(-300, 20, 1900, 1100), [SCREEN, SECOND], QRect(0, 0, 1366, 732)),
        (QRect(5, 5, 10, 10), [], QRect(5, 5, 10, 10)),
    ],
)  # fmt: skip
def test_a_place_is_corrected_only_where_it_must_be(place, screens, wanted):
    assert fitted(place, screens) == wanted


def test_a_remembered_place_off_the_screens_is_corrected(app, monkeypatch, open_window):
    hands = open_window("five-filters", size=(900, 600))
    hands.window.close()  # remembers
    monkeypatch.setattr(memory, "_free", lambda: [QRect(5000, 0, 850, 560)])
    again = make_window("five-filters")
    again.memory.restore()
    place = again.frameGeometry()
    again.close()
    again.deleteLater()
    assert QRect(5000, 0, 850, 560).contains(place), place


def test_panels_of_another_version_are_not_taken_over(app, open_window):
    first = open_window("five-filters")
    preferences.save_window(first.window.saveGeometry(), first.window.saveState(1), False)
    again = make_window("five-filters")
    again.memory.restore()
    docks = again.docks.all
    assert not docks["costs"].isHidden() and docks["counts"].isHidden()
    again.close()
    again.deleteLater()


def test_a_change_is_written_down_shortly_after(hands):
    store = preferences.store()
    store.remove("geometry")
    store.sync()
    keeper = memory.PlaceKeeper(hands.window, hands.window.docks, hands.window.memory)
    hands.window.resize(1111, 707)
    hands.until(lambda: preferences.window_layout()[0] is not None)
    geometry, _ = preferences.window_layout()
    assert geometry == hands.window.saveGeometry()
    keeper.deleteLater()


def test_full_screen_is_not_written_down_as_the_windows_place(hands):
    keeper = memory.PlaceKeeper(hands.window, hands.window.docks, hands.window.memory)
    hands.window.act(ActionId.FULL_SCREEN)
    hands.until(hands.window.isFullScreen)
    store = preferences.store()
    store.remove("geometry")
    store.sync()
    hands.window.resize(1024, 768)
    QTest.qWait(3 * memory.WRITE_MS)
    assert preferences.window_layout()[0] is None
    hands.window.act(ActionId.FULL_SCREEN)
    keeper.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_window_comes_back_where_it_was(app, tmp_path):
    environment = dict(os.environ, PYTHONPATH=str(ROOT), XDG_CONFIG_HOME=str(tmp_path))
    with subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "ui" / "placed_window.py")],
        env=environment, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        said = process.stdout.readline().split()
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=20)
    assert len(said) == 4, "no window"
    wanted = tuple(map(int, said))
    assert wanted[2:] == (903, 611)
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    before = Path(preferences.store().fileName()).parents[1]
    QSettings.setPath(ini, user, str(tmp_path))
    try:
        window = make_window("five-filters")
        window.memory.restore()
        window.show()
        QTest.qWait(600)
        place = window.geometry()
        front = window.docks._in_front(window.docks.all["weights"])
    finally:
        QSettings.setPath(ini, user, str(before))
    window.close()
    window.deleteLater()
    assert (place.x(), place.y(), place.width(), place.height()) == wanted
    assert front
