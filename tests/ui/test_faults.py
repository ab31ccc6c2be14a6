"""What must not happen: an exception nobody expected is told and logged, and the app goes on."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from convviz.app.errors import error_log as fault_log
from convviz.app.errors.error_dialog import MOST, FaultDialog, Faults
from convviz.app.startup.unpacking import ask_to_unpack, inside_a_zip
from convviz.state import intents


def fault() -> tuple[type[BaseException], BaseException, object]:
    try:
        raise ZeroDivisionError("합이 0 — 박 요셉")
    except ZeroDivisionError:
        return sys.exc_info()


@pytest.fixture
def log(tmp_path, monkeypatch):
    path = tmp_path / "박 요셉" / "faults.log"
    monkeypatch.setattr(fault_log, "log_file", lambda: path)
    return path


@pytest.fixture
def faults(hands, log):
    made = Faults()
    made.attend(hands.window, hands.controller)
    yield made
    QTest.qWait(5)
    if made.dialog is not None:
        made.dialog.accept()


def test_a_fault_is_told_and_logged_and_the_document_is_kept(hands, faults, log, capsys):
    hands.do(intents.SetField("conv1", "filters", 17))
    hands.wait_until_idle()
    before = hands.controller.history.present
    hands.do(intents.TogglePlay())
    faults.take(*fault())
    hands.until(lambda: faults.dialog)
    assert not hands.controller.playback.playing
    dialog = faults.dialog
    assert isinstance(dialog, FaultDialog) and dialog.isVisible()
    told = dialog.findChild(QPlainTextEdit, "fault-details").toPlainText()
    assert "ZeroDivisionError: 합이 0 — 박 요셉" in told and "ConvViz 0" in told
    assert (
        told in log.read_text(encoding="utf-8") and "ZeroDivisionError" in capsys.readouterr().err
    )
    hands.click(dialog.findChild(QPushButton, "fault-copy"))
    assert QApplication.clipboard().text() == told
    hands.click(dialog.findChild(QPushButton, "fault-go-on"))
    assert faults.dialog is None
    assert hands.controller.history.present is before
    hands.do(intents.Undo())
    assert hands.controller.history.present.network.node("conv1").layer.filters == 16


def test_a_fault_in_every_frame_opens_one_dialog_and_ends_in_the_log(hands, faults, log, capsys):
    for _ in range(3 * MOST):
        faults.take(*fault())
        QTest.qWait(1)
    dialogs = [box for box in QApplication.topLevelWidgets() if isinstance(box, FaultDialog)]
    assert len([box for box in dialogs if box.isVisible()]) == 1
    assert log.read_text(encoding="utf-8").count("Traceback") == MOST


def test_without_streams_nothing_is_printed(hands, faults, log, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    faults.take(*fault())
    hands.until(lambda: faults.dialog)
    assert log.exists()


def test_a_fault_while_starting_is_told_in_a_dialog_of_its_own(app, log, capsys):
    faults = Faults()
    QTimer.singleShot(50, lambda: faults.dialog.accept())
    faults.take(*fault())
    assert faults.dialog is None and log.exists()


def test_nobody_is_asked_where_nobody_is_there(app, log, capsys, monkeypatch):
    """A picture made by a script must end with its fault, not wait behind a dialog."""
    statuses = []
    monkeypatch.setattr(QApplication, "exit", statuses.append)
    faults = Faults(attended=False)
    faults.take(*fault())
    assert statuses == [1] and faults.dialog is None
    assert "ZeroDivisionError" in capsys.readouterr().err and log.exists()


def test_the_log_is_two_files_of_a_limited_size(log):
    for place in range(6):
        assert fault_log.write_log(f"{place} " + "x" * (fault_log.LIMIT // 2), log) == log
    kept = sorted(path.name for path in log.parent.iterdir())
    assert kept == ["faults.log", "faults.old.log"]
    assert all(path.stat().st_size < 2 * fault_log.LIMIT for path in log.parent.iterdir())


def test_a_log_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert fault_log.write_log("told", tmp_path / "file" / "faults.log") is None


# ---- unpack first --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "program",
    [
        r"C:\Users\박 요셉\AppData\Local\Temp\Temp1_ConvViz-0.1.0.zip\ConvViz\ConvViz.exe",
        r"C:\Users\a\AppData\Local\Temp\7zO8A31F2C4\ConvViz\ConvViz.exe",
        r"C:\Users\a\AppData\Local\Temp\Rar$EXa11776.41592\ConvViz\ConvViz.exe",
        r"C:\Users\a\AppData\Local\Temp\BNZ.5f0c3a1b2\ConvViz\ConvViz.exe",
        r"C:\Users\a\AppData\Local\Temp\2f2d.ConvViz-0.1.0.zip\ConvViz\ConvViz.exe",
    ],
)
def test_a_program_inside_a_zip_is_known_by_its_folder(program):
    assert inside_a_zip(program)


@pytest.mark.parametrize(
    "program",
    [
        r"C:\Users\박 요셉\Downloads\ConvViz-0.1.0-windows-x86_64\ConvViz\ConvViz.exe",
        r"C:\Program Files\ConvViz\ConvViz.exe",
        r"C:\Users\a\AppData\Local\Programs\ConvViz\ConvViz.exe",
        r"D:\Temp\ConvViz\ConvViz.exe",
        r"D:\lectures.zip\ConvViz\ConvViz.exe",
    ],
)
def test_an_unpacked_program_is_let_be(program):
    assert not inside_a_zip(program)


def test_to_unpack_is_asked_for_in_both_languages(hands):
    said = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        said.append(box.text())
        box.close()

    QTimer.singleShot(100, look)
    assert ask_to_unpack() == 2
    hands.window.appearance.choose("ko")
    hands.window.appearance.choose("en")
    assert "압축" in said[0] and "Extract All" in said[0]
