"""What is done with is let go of: widgets, and memory that the C library would keep."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app import compute, heap
from convviz.app import language as language_switch
from convviz.model.documents import DOCUMENTS
from convviz.scene.stage_model import StageModel
from convviz.state import intents

ROOT = Path(__file__).resolve().parents[2]


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
        hands.window.panel_commands.reset_layout()
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


@pytest.mark.skipif(sys.platform != "linux", reason="the others give it back by themselves")
def test_large_arrays_go_back_though_small_ones_lie_between():
    """In a process of its own: the C library alone would keep what lies between the small."""
    script = (
        "from convviz.app.heap import give_back, keep_small; keep_small();"
        "import numpy as np; from tests.ui.soaked import resident;"
        "np.ones(10**6); np.ones(3 * 10**6); first = resident();"
        "pairs = [(np.ones(200_000), np.ones(9000)) for _ in range(60)];"
        "full = resident(); small = [pair[1] for pair in pairs]; del pairs;"
        "kept = resident(); give_back(); print(full - first, kept - first, resident() - first)"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    full, kept, left = (int(each) for each in found.stdout.split())
    assert full > 90e6 and kept > 50e6 and left < 10e6


def test_stages_of_documents_closed_long_ago_are_let_go(hands):
    """Each holds the arrays of its layer, tens of megabytes where it is large."""
    # What other tests of this process left in bounded caches is not counted.
    before = {id(each): each for each in gc.get_objects() if type(each) is StageModel}
    for _ in range(3):
        for document in DOCUMENTS:
            hands.do(intents.OpenDocument(document))
            hands.wait_until_idle()
            hands.do(intents.Seek(5.0))
            hands.run(0.02)
    gc.collect()
    kept = sum(type(e) is StageModel and id(e) not in before for e in gc.get_objects())
    # One cache keeps 12; others 4 of stages that it need not have met, such as those of concats.
    assert 1 <= kept <= 16 < 3 * len(DOCUMENTS), kept


def test_languages_are_loaded_once(hands):
    for _ in range(3):
        for language in ("ko", "en"):
            hands.window.appearance.choose(language)
    assert not QApplication.instance().findChildren(QTranslator)
    hands.window.appearance.choose("ko")
    before = list(language_switch._installed)
    hands.window.appearance.choose("en")
    hands.window.appearance.choose("ko")
    assert language_switch._installed == before and len(before) == 3
