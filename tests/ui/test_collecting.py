"""The checks of garbage collection, in a process of their own.

What other tests have left behind would be let go of while these watch what dies, and where.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = Path(__file__).with_name("collecting_checks.py")


@pytest.mark.usefixtures("qapp")  # it needs a display
def test_no_qt_object_dies_in_a_worker():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(CHECKS)]
    told = subprocess.run(command, capture_output=True, text=True, cwd=CHECKS.parents[2])
    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-2000:]
    assert " passed" in told.stdout
