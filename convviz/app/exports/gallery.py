"""The pictures of the README and of reviews, made from the real window by one command."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPainter, QPixmap

from convviz.app import preferences
from convviz.app.cli.render import run_render
from convviz.app.exports.window_shots import seen
from convviz.app.startup.stage_choice import FORCED
from convviz.app.window.action_ids import ActionId
from convviz.app.window.driven_window import DrivenWindow
from convviz.app.window.idle import close, wait_for, wait_until_idle
from convviz.files.own_photos import read_photo
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.weights.table import WeightsTable
from convviz.resources import resource
from convviz.scene.timeline import Phase
from convviz.state import intents

STRIP_COLUMNS = 2
_LIST = "pictures.txt"  # of the pictures that commands make


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes
    ----------
    name : str
        File name without ".png".
    document : str
    set_up : callable
        Brings the window to the moment.
    size : (width, height)
    language, theme : str
    """

    name: str
    document: str = "seed-bottleneck"
    set_up: Callable[[DrivenWindow], None] = lambda window: None
    size: tuple[int, int] = (1280, 800)
    language: str = "en"
    theme: str = "dark"


def _at(phase: Phase, share: float, number: int = 0) -> Callable[[DrivenWindow], None]:
    def seek(window: DrivenWindow) -> None:
        stage = window.controller.stage
        assert stage is not None
        beats = [beat for beat in stage.storyboard.beats if beat.phase is phase]
        beat = beats[min(number, len(beats) - 1)]
        window.controller.dispatch(intents.Seek(beat.start + beat.duration * share))

    return seek


def _on(layer: str, phase: Phase, share: float, number: int = 0) -> Callable[[DrivenWindow], None]:
    def show(window: DrivenWindow) -> None:
        window.controller.dispatch(intents.SelectLayer(layer))
        wait_until_idle(window.controller)
        _at(phase, share, number)(window)

    return show


def _do(*actions: ActionId) -> Callable[[DrivenWindow], None]:
    def act(window: DrivenWindow) -> None:
        for action in actions:
            window.act(action)

    return act


_SUM = _at(Phase.CHANNEL, 0.42, 4)


def _edit(window: DrivenWindow) -> None:
    window.controller.dispatch(intents.SetField("conv1", "filters", 32))


def _prefer(then: Callable[[DrivenWindow], None], **values: str | int) -> Callable[..., None]:
    def set_up(window: DrivenWindow) -> None:
        for name, value in values.items():
            window.controller.dispatch(intents.SetPreference(name, value))
        then(window)

    return set_up


def _weights(window: DrivenWindow) -> None:
    window.act(ActionId.WEIGHTS)
    for row, column, value in ((1, 1, 0.2), (1, 2, 0.25), (2, 3, -0.2)):
        window.controller.dispatch(intents.SetWeight("conv1", 2, 0, row, column, value))
    window.controller.dispatch(intents.SelectCell(filter=2))
    table = window.findChild(WeightsTable)
    assert table is not None
    table.setCurrentIndex(table.cells.index(2, 3))


def _own_photo(window: DrivenWindow) -> None:
    photo = read_photo(resource("photos", "china.jpg"))
    window.controller.dispatch(intents.SetPhoto("input", photo))
    window.controller.dispatch(intents.SetCrop("input", (0.34, 0.08, 0.74, 0.68)))
    window.controller.dispatch(intents.SelectLayer("input"))
    wait_until_idle(window.controller)
    editor = window.findChild(EditorPanel)
    assert editor is not None
    bar = editor.area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _everything(window: DrivenWindow) -> None:
    """Every panel with a title of its own, and the story in mid-sum."""
    window.act(ActionId.MOVE_PANELS)
    _weights(window)
    _SUM(window)


def _hall_pool(window: DrivenWindow) -> None:
    _on("pool1", Phase.MAKE, 0.5)(window)
    window.act(ActionId.FULL_SCREEN)
    window.resize(1920, 1080)


def _full_screen(window: DrivenWindow) -> None:
    _at(Phase.CHANNEL, 0.42, 4)(window)
    window.act(ActionId.FULL_SCREEN)
    window.resize(1920, 1080)


SHOTS: tuple[Shot, ...] = (
    Shot("map", set_up=_at(Phase.FILTER, 0.55, 5)),
    Shot("edited", set_up=_edit),
    Shot("small-window", size=(1024, 640), language="ko"),
    Shot("average", "small-classifier", _on("mean", Phase.TOTAL, 0.55)),
    Shot("linear", "small-classifier", _on("linear", Phase.CHANNEL, 0.42, 4)),
    Shot("weights-typed", "five-filters", _weights),
    Shot("own-photo", "five-filters", _own_photo),
    Shot("no-opengl"),
    Shot("large-letters", set_up=_prefer(_SUM, text_size=200)),
    Shot("relu", "seed-direct", _at(Phase.ACTIVATION, 0.6)),
    Shot("settings", set_up=_do(ActionId.SETTINGS)),
    Shot("shortcuts", set_up=_do(ActionId.KEYS)),
    Shot("ember", set_up=_prefer(_do(), palette="ember")),
    Shot("everything-open", "five-filters", _everything, (1024, 640)),
    Shot("hall-light", set_up=_full_screen, size=(1920, 1080), theme="light"),
    Shot("hall-projector", "small-classifier", _hall_pool, (1920, 1080), "ko", "projector"),
    Shot("start-page-ko", set_up=_do(ActionId.START_PAGE), language="ko", theme="light"),
    Shot("settings-ko", set_up=_do(ActionId.SETTINGS), language="ko", theme="light"),
    Shot("shortcuts-ko", set_up=_do(ActionId.KEYS), language="ko", theme="projector"),
    Shot("commands-ko", set_up=_do(ActionId.COMMANDS), language="ko"),
    Shot("weights-typed-ko", "five-filters", _weights, language="ko", theme="light"),
    Shot("pool-ko", "small-classifier", _on("pool1", Phase.MAKE, 0.5), language="ko"),
    Shot("linear-ko", "small-classifier", _on("linear", Phase.CHANNEL, 0.42, 4), language="ko"),
    Shot("large-letters-ko", set_up=_prefer(_SUM, text_size=200), language="ko", theme="light"),
    Shot("everything-open-ko", "five-filters", _everything, (1024, 640), "ko", "projector"),
)
MOMENTS: tuple[tuple[Phase, float, int], ...] = (
    (Phase.LIFT, 0.02, 0),
    (Phase.LIFT, 0.5, 0),
    (Phase.CHANNEL, 0.4, 2),
    (Phase.CHANNEL, 0.6, 4),
    (Phase.CHANNELS, 0.6, 0),
    (Phase.BIAS, 0.4, 0),
    (Phase.LAND, 0.58, 0),
    (Phase.FILTER, 0.6, 2),
)


def listed_pictures(folder: Path) -> dict[str, list[str]]:
    """What ``convviz render`` is given for each picture listed in a folder, by file name."""
    kept = folder / _LIST
    listed = kept.read_text(encoding="utf-8").splitlines() if kept.is_file() else []
    lines = (line.split() for line in listed if line and not line.startswith("#"))
    return {name: arguments for name, *arguments in lines}


def make_gallery(folder: Path, names: tuple[str, ...] = ()) -> int:
    """Write every picture into a folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as clean:
        # Pictures must not depend on what this user has set, nor change it.
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, clean)
        for shot in SHOTS:
            if not names or shot.name in names:
                _write(shot, folder)
        for name, arguments in listed_pictures(folder).items():
            if not names or name in names or name.split(".")[0] in names:
                run_render([*arguments, "--out", str(folder / name)])
        if not names or "eight-moments" in names:
            _write_moments(folder / "eight-moments.png")
        if not names or "exports" in names:
            _write_exports(folder / "exports.png")
    return 0


def _window(shot: Shot) -> DrivenWindow:
    from convviz.app.startup.make_window import make_window

    preferences.store().clear()  # of the last shot's
    if shot.name == "no-opengl":
        os.environ[FORCED] = "1"
    try:
        window = make_window(shot.document, shot.language, shot.theme)
    finally:
        os.environ.pop(FORCED, None)
    done: list[bool] = []
    window.complete.connect(lambda: done.append(True))
    window.resize(*shot.size)
    window.show()
    wait_for(lambda: bool(done))
    return window


def _write(shot: Shot, folder: Path) -> None:
    window = _window(shot)
    shot.set_up(window)
    wait_until_idle(window.controller)
    path = folder / f"{shot.name}.png"
    seen(window).save(str(path))
    print(path)
    close(window)


def _write_moments(path: Path) -> None:
    """A strip of eight moments of one sum: the stage alone."""
    window = _window(Shot("eight-moments", size=(1280, 800)))
    pictures = []
    for phase, share, number in MOMENTS:
        _at(phase, share, number)(window)
        wait_until_idle(window.controller)
        pictures.append(window.stage.grab())
    width, height = pictures[0].width(), pictures[0].height()
    rows = len(pictures) // STRIP_COLUMNS
    sheet = QPixmap(width * STRIP_COLUMNS, height * rows)
    painter = QPainter(sheet)
    for i, picture in enumerate(pictures):
        painter.drawPixmap((i % STRIP_COLUMNS) * width, (i // STRIP_COLUMNS) * height, picture)
    painter.end()
    sheet.save(str(path))
    print(path)
    close(window)


def _write_exports(path: Path) -> None:
    """The same moments as window, PNG, SVG and PDF, in both languages."""
    from convviz.app.exports.export_sheet import sheet

    def opened(shot: Shot) -> DrivenWindow:
        window = _window(shot)
        shot.set_up(window)
        wait_until_idle(window.controller)
        return window

    mid_sum = _at(Phase.CHANNEL, 0.42, 4)
    shots = [
        Shot("exports", document, set_up, (1280, 800), language, theme)
        for language, theme in (("en", "dark"), ("ko", "light"))
        for document, set_up in (
            ("seed-bottleneck", _do()),
            ("seed-bottleneck", mid_sum),
            ("seed-direct", mid_sum),
        )
    ]
    sheet([partial(opened, shot) for shot in shots], close).save(str(path))
    print(path)
