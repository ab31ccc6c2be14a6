"""Garbage is collected in the GUI thread only, and no Qt object dies in another thread."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QEventLoop, QObject, QProcess, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from convviz.app import collecting
from convviz.app.compute import Compute
from convviz.app.exports.export_job import ImageJob
from convviz.app.exports.render_process import RenderProcess
from convviz.files.projects import Project, write_project
from convviz.model.documents import DOCUMENTS
from convviz.state import intents

from .wrapper_deaths import Deaths

MAIN = threading.main_thread().name


@pytest.fixture
def worker(qapp):
    made = Compute()
    yield made
    made.close()


def performed(worker, act, long=False):
    """Have a job done, and wait until this thread knows."""
    came = []
    worker.perform(act, came.append, long)
    for _ in range(2000):
        if came:
            return came[0]
        QTest.qWait(5)
    raise AssertionError("the job was never done")


class Knot(QObject):
    """A Qt object in a cycle, which only a collection finds."""

    def __init__(self):
        super().__init__()
        self.own = self


def allocate():
    """Make automatic collection due in whatever thread this runs."""
    return len([[each] for each in range(30_000)])


def pass_time(seconds):
    """Let the event loop run, and sleep, as the app's own does."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def test_automatic_collection_would_destroy_qt_objects_in_a_worker(worker):
    """What the app does without: the watch sees it."""

    def automatically():
        held.clear()  # not before, or the event loop collects them
        before = gc.isenabled()
        gc.enable()
        allocate()
        if not before:
            gc.disable()

    gc.collect()
    with Deaths() as deaths:
        held = [Knot() for _ in range(50)]
        deaths.look()
        performed(worker, automatically)
    assert deaths.elsewhere["Knot", "files"] > 0
    assert deaths.collections["files"] > 0


@pytest.mark.parametrize("long", [False, True], ids=["files", "compute"])
def test_a_worker_collects_nothing(worker, long):
    gc.collect()
    with Deaths() as deaths:
        for _ in range(50):
            Knot()
        deaths.look()
        performed(worker, allocate, long)
        gc.collect()
    assert not deaths.elsewhere
    assert set(deaths.collections) == {MAIN}
    assert deaths.here >= 50


@pytest.mark.parametrize("long", [False, True], ids=["files", "compute"])
@pytest.mark.parametrize("fails", [False, True], ids=["done", "failed"])
def test_what_a_job_holds_dies_in_the_gui_thread(worker, tmp_path, fails, long):
    """The thread that did the job waits for the next one, and remembers nothing of this one."""
    with Deaths() as deaths:
        for number in range(20):
            dialog = QDialog()
            image = QImage(30, 20, QImage.Format.Format_RGB32)
            image.fill(number)
            folder = tmp_path if not fails else tmp_path / "missing"
            job = ImageJob(dialog, worker, image, folder / "x.png")
            came = []

            def act(job=job, image=image, dialog=dialog, folder=folder):
                job._running = True
                job._put(folder / "x.png", image)
                return dialog.objectName()

            worker.perform(act, lambda told, dialog=dialog, came=came: came.append(told), long)
            del dialog, image, job, act
            for _ in range(2000):
                QTest.qWait(1)
                if came:
                    break
            assert isinstance(came[0], Exception) == fails
            came.clear()
        performed(worker, allocate, long)
        gc.collect()
    kinds = {kind for kind, _ in deaths.elsewhere} - {"QBuffer", "QByteArray"}  # made there
    assert not kinds, deaths.elsewhere
    assert deaths.here >= 60


def test_the_whole_window_lets_nothing_die_in_a_worker(hands, tmp_path):
    """Documents, edits, files, pictures by a process of its own: what the threads are for."""
    controller = hands.controller
    with Deaths() as deaths:
        for name in DOCUMENTS:
            hands.do(intents.OpenDocument(name))
            hands.wait_until_idle()
            hands.do(intents.Seek(3.0), intents.TogglePlay())
            pass_time(0.1)
            hands.do(intents.Jump(-1))
            path = tmp_path / f"{name}.convviz"
            project = Project(controller.history.present, controller.selection, controller.view)
            write_project(path, project)
            hands.window.documents.commands.open_file(str(path))
            hands.until(lambda path=path: controller.history.present.file == str(path))
            hands.wait_until_idle()
            deaths.look()
        gc.collect()
    assert set(deaths.collections) == {MAIN}
    assert not deaths.elsewhere
    assert deaths.here > 100, "it watches"


def test_a_picture_made_by_a_process_dies_where_it_was_made(hands):
    """Its process, folder and image: the worker wrote what was handed over, and then waited."""
    gone = QProcess.ProcessState.NotRunning
    with Deaths() as deaths:
        for _ in range(2):
            options = ["--what", "plot", "--size", "320x200"]
            job = RenderProcess(hands.window, hands.controller, None, options)
            job.start()
            hands.until(lambda job=job: job._process.state() != gone)
            deaths.look()
            job.cancel()
            job.deleteLater()
            del job
            pass_time(0.05)
        performed(hands.controller.compute, allocate)
        gc.collect()
    assert not deaths.elsewhere
    assert deaths.here >= 6, "it watches"


def test_the_event_loop_collects(qapp):
    """Young garbage within a turn; the oldest once nothing has moved for a while."""
    gc.collect()
    with Deaths() as deaths:
        for _ in range(20):
            Knot()
        deaths.look()
        kept = [[each] for each in range(collecting.YOUNG + 100)]
        pass_time(0.05)
        assert deaths.here >= 20
        del kept


def test_the_oldest_is_collected_at_rest_only(qapp, monkeypatch):
    whole = []
    monkeypatch.setattr(collecting, "OLD", 0)  # always due
    note = lambda phase, told: whole.append(told["generation"] == 2)  # noqa: E731
    busy = QTimer(interval=16)
    gc.callbacks.append(note)
    try:
        busy.start()
        pass_time(1.5)
        assert True not in whole, "something moves"
        busy.stop()
        pass_time(2.0)
        assert True in whole
    finally:
        gc.callbacks.remove(note)


def test_collection_is_not_automatic_once_there_is_an_application(qapp):
    assert not gc.isenabled()
