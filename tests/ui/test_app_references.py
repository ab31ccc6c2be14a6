"""A Qt binding that loses references to None kills the process after some thousand calls."""

from __future__ import annotations

import sys

from PySide6.QtGui import QMatrix4x4
from PySide6.QtWidgets import QWidget

CALLS = 1000


def test_calls_without_a_result_keep_their_references_to_none(qtbot):
    widget, matrix = QWidget(), QMatrix4x4()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        matrix.setToIdentity()
    assert sys.getrefcount(None) > before - CALLS / 2
