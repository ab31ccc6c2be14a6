"""A list of what was measured, told at the end of the run and kept in build/benchmarks.json."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

# Before there is an application: see convviz.app.startup.make_window.
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

ROOT = Path(__file__).resolve().parents[2]
FIGURES: list[dict[str, object]] = []


@pytest.fixture
def tell() -> Callable[..., None]:
    """Note a figure: what it is, how much, its unit, and the budget on a quiet machine."""

    def telling(what: str, value: float, unit: str, budget: float | None = None) -> None:
        FIGURES.append({"what": what, "value": round(value, 3), "unit": unit, "budget": budget})

    return telling


def pytest_terminal_summary(terminalreporter: object) -> None:
    """Print every figure beside its budget; over budget is told, not failed."""
    if not FIGURES:
        return
    terminalreporter.section("benchmarks: budgets are for a quiet machine of two cores")
    for figure in FIGURES:
        line = f"{figure['what']}: {figure['value']:g} {figure['unit']}"
        if figure["budget"] is not None:
            over = float(figure["value"]) > float(figure["budget"])
            line += f" (budget {figure['budget']:g}{', OVER' if over else ''})"
        terminalreporter.write_line(line)
    path = ROOT / "build" / "benchmarks.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(FIGURES, indent=1) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def window(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """The app's window, 1280×800 with the default document, as the app opens it."""
    from convviz.app.startup.make_window import make_window
    from convviz.app.window.idle import close, wait_for, wait_until_idle
    from convviz.app.window.theme import load_fonts

    sheet = qapp.styleSheet()
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(ini, user, str(tmp_path_factory.mktemp("settings")))
    load_fonts()
    made = make_window("seed-bottleneck", "en", "dark")
    done: list[bool] = []
    made.complete.connect(lambda: done.append(True))
    made.resize(1280, 800)
    made.show()
    wait_for(lambda: bool(done))
    while not made.isActiveWindow():
        made.activateWindow()
        qapp.processEvents()
    wait_until_idle(made.controller)
    yield made
    close(made)
    qapp.setStyleSheet("")  # from sheet to sheet Qt may walk over dead widgets
    qapp.setStyleSheet(sheet)
