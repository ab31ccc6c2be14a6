"""What is done with is let go of: widgets, and memory that the C library would keep."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app import compute, heap
from convviz.model.documents import DOCUMENTS
from convviz.scene.cast import Cast
from convviz.state import intents as asked


def test_panels_put_back_leave_nothing_behind(hands):
    def widgets() -> int:
        QTest.qWait(10)
        return len(hands.window.findChildren(QWidget))

    docks = hands.window.docks
    docks.movable = True
    docks.movable = False
    first = widgets()
    for _ in range(5):
        docks.movable = True
        docks.movable = False
        hands.window.deeds.reset_layout()
    assert widgets() == first


def test_a_worker_at_rest_gives_memory_back_once(qapp, monkeypatch):
    given = []
    monkeypatch.setattr(compute, "REST", 0.3)
    monkeypatch.setattr(compute, "give_back", lambda: given.append(True))
    worker = compute.Compute()
    try:
        for _ in range(2000):
            QTest.qWait(5)
            if given:
                break
        QTest.qWait(1000)
        assert given == [True], "once, not again and again"
    finally:
        worker.close()
        QApplication.processEvents()


@pytest.mark.skipif(sys.platform != "linux", reason="the others give it back by themselves")
def test_memory_is_given_back_without_a_word():
    heap.give_back()


def test_stages_of_documents_closed_long_ago_are_let_go(hands):
    """Each holds the arrays of its layer, tens of megabytes where it is large."""
    for _ in range(2):
        for document in DOCUMENTS:
            hands.do(asked.OpenDocument(document))
            hands.settle()
            hands.do(asked.Seek(5.0))
            hands.run(0.02)
    gc.collect()
    kept = sum(isinstance(each, Cast) for each in gc.get_objects())
    assert 1 <= kept <= 12, kept
