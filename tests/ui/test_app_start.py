"""Starting: from the command line, without a display, without OpenGL, after a crash, once more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from convviz import words
from convviz.app import preferences
from convviz.app.stage.stage_notice import StageNotice
from convviz.app.startup import opengl_start, stage_choice
from convviz.app.startup.stage_choice import FORCED
from convviz.app.window import panel_commands
from convviz.app.window.action_ids import ActionId
from convviz.files.locks import FileLock
from convviz.render.gl import surface
from convviz.render.paint.still_view import StillView
from convviz.state import intents

ROOT = Path(__file__).resolve().parents[2]


def convviz(*arguments, **changed):
    """Run the program, with variables changed (None: taken away)."""
    environment = dict(os.environ) | {"PYTHONIOENCODING": "utf-8"}
    for name, value in changed.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    return subprocess.run(
        [sys.executable, "-m", "convviz", *arguments],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def one_line(text):
    return text.endswith("\n") and text.count("\n") == 1 and len(text) > 10


# ---- the command line ----------------------------------------------------------------------------
@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be missing")
def test_without_a_display_it_says_so_in_one_line():
    done = convviz(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 2 and not done.stdout
    assert one_line(done.stderr) and "display" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display can be elsewhere")
@pytest.mark.parametrize("display", [":4242", "unix:4242", "127.0.0.1:4242.0", "nonsense"])
def test_a_display_that_does_not_answer_is_one_line(display):
    done = convviz(DISPLAY=display, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 2 and not done.stdout
    assert one_line(done.stderr) and display in done.stderr


@pytest.mark.parametrize("arguments", [("nope",), ("count", "nope"), ("count", "nope", "--json")])
def test_an_unknown_document_is_one_line(arguments):
    done = convviz(*arguments)
    assert done.returncode == 2 and not done.stdout
    assert one_line(done.stderr)
    assert "nope" in done.stderr and "seed-bottleneck" in done.stderr


SUMMED = ["weights", "biases", "macs", "multiplications", "additions", "padding_macs",
          "bias_additions", "comparisons", "divisions", "exponentials", "activation_bytes",
          "weight_bytes"]  # fmt: skip
LAYER = ["name", "kind", "inputs", "output_shape", *SUMMED, "live_activation_bytes",
         "receptive_field"]  # fmt: skip
TOTALS = [*SUMMED, "peak_activation_bytes", "receptive_field"]


def test_count_as_json():
    done = convviz("count", "seed-bottleneck", "--json", DISPLAY=None, WAYLAND_DISPLAY=None)
    assert done.returncode == 0 and not done.stderr
    counts = json.loads(done.stdout)
    assert list(counts) == ["convention", "layers", "totals"]
    assert "MAC" in counts["convention"]
    assert all(list(layer) == LAYER for layer in counts["layers"])
    assert [layer["kind"] for layer in counts["layers"]] == [
        "input", "conv2d", "relu", "conv2d", "relu",
    ]  # fmt: skip
    conv1, conv2 = counts["layers"][1], counts["layers"][3]
    assert conv1["output_shape"] == [16, 28, 28] and conv2["output_shape"] == [32, 28, 28]
    assert conv2["inputs"] == ["relu1"] and counts["layers"][0]["inputs"] == []
    assert (conv1["macs"], conv2["macs"]) == (2_408_448, 10_035_200)
    totals = counts["totals"]
    assert (totals["weights"], totals["macs"]) == (15_872, 12_443_648)
    assert list(totals) == TOTALS
    for name in SUMMED:
        assert totals[name] == sum(layer[name] for layer in counts["layers"])
    # 5×5 over 28×28 with 2 of padding: 2 · (1 + 2) taps of each row and column lie outside.
    taps = 5 * 28 - 6
    assert conv1["padding_macs"] == 0
    assert conv2["padding_macs"] == (5 * 5 * 28 * 28 - taps * taps) * 16 * 32
    assert totals["comparisons"] == 28 * 28 * (16 + 32) and totals["divisions"] == 0
    assert totals["bias_additions"] == 28 * 28 * (16 + 32)
    assert totals["activation_bytes"] == 4 * 28 * 28 * (192 + 16 + 16 + 32 + 32)
    assert conv1["live_activation_bytes"] == 4 * 28 * 28 * (192 + 16)
    assert totals["peak_activation_bytes"] == conv1["live_activation_bytes"]
    assert totals["weight_bytes"] == 4 * (15_872 + 16 + 32)
    assert conv1["receptive_field"]["height"] == 1
    assert totals["receptive_field"] == {
        "height": 5, "width": 5, "stride_rows": 1, "stride_columns": 1, "top": -2, "left": -2,
    }  # fmt: skip


def test_count_as_a_table():
    done = convviz("count", "seed-direct")
    assert done.returncode == 0 and not done.stderr
    assert "120,422,400" in done.stdout and "28×28×32" in done.stdout
    assert "MAC" in done.stdout.splitlines()[-1]


def test_counting_imports_no_qt():
    script = """
import sys
from convviz.app.main import main
status = main(["count", "seed-bottleneck"])
heavy = {"PySide6", "shiboken6", "pyqtgraph", "OpenGL", "PIL"}
print(sorted(heavy & {name.split(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (0, "[]")


def test_a_snapshot_of_the_window(app, tmp_path):
    path = tmp_path / "박 요셉" / "window.png"
    done = convviz(
        "five-filters", "--size", "900x560", "--lang", "ko", "--snapshot", str(path),
        XDG_CONFIG_HOME=str(tmp_path),
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(path), "")
    from PySide6.QtGui import QImage

    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (900, 560)


def test_a_snapshot_leaves_what_the_user_has(app, tmp_path):
    """Neither its size nor its document is the user's: what a run before kept stays."""
    kept = tmp_path / "ConvViz" / "convviz.ini"
    kept.parent.mkdir()
    before = "[General]\nlast_document=seed-direct\nlanguage=ko\n"
    kept.write_text(before)
    done = convviz(
        "five-filters", "--size", "900x560", "--lang", "en", "--snapshot", str(tmp_path / "a.png"),
        XDG_CONFIG_HOME=str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0
    assert kept.read_text() == before


def test_a_snapshot_that_cannot_be_written(app, tmp_path):
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "window.png"
    done = convviz("five-filters", "--snapshot", str(path), XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert one_line(done.stderr) and str(path) in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only there a fork can come from D-Bus")
def test_nothing_forks_while_values_are_computed(tmp_path):
    """A fork beside a computing OpenBLAS may never end: it did hang the start."""
    script = """
import os, convviz
from convviz.app.startup.make_window import make_application
app = make_application()
print(os.environ["OPENBLAS_NUM_THREADS"], os.environ["DBUS_SESSION_BUS_ADDRESS"])
"""
    environment = dict(os.environ) | {"XDG_RUNTIME_DIR": str(tmp_path)}
    tmp_path.chmod(0o700)
    for name in ("OPENBLAS_NUM_THREADS", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True,
        encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "1 disabled:")


# ---- without OpenGL ------------------------------------------------------------------------------
@pytest.fixture
def still(app, monkeypatch, open_window):
    """The window of a machine without OpenGL."""
    monkeypatch.setenv(FORCED, "1")
    return open_window()


def test_without_opengl_the_window_works_with_a_still_picture(still, monkeypatch):
    window = still.window
    assert isinstance(window.stage.view, StillView)
    notice = window.stage.findChild(QLabel)
    assert notice.isVisible() and notice.text() == words.text("stage.no-gl")
    assert "Qt" not in notice.text()
    image = window.stage.view.grab_image()
    width, height = image.width(), image.height()
    places = [(x, y) for x in range(0, width, 9) for y in range(0, height, 9)]
    colours = {image.pixelColor(x, y).name() for x, y in places}
    assert len(colours) > 100  # the photo's features, not an empty stage
    still.field("filters")
    still.type("32")
    assert "31,744" in still.find("total-weights").accessibleName()
    still.wait_until_idle()
    assert len(still.boxes("filters").low) == 32
    still.press(Qt.Key.Key_Return)
    still.click_stage(still.place("output", 20, 3))
    assert still.resolved.stage.selection.row == 20
    still.press(Qt.Key.Key_PageDown)
    still.do(intents.Jump(1))
    assert still.window.plot.isVisible()
    still.do(intents.SetPreference("language", "ko"))
    assert notice.text() == words.text("stage.no-gl") != ""


def test_the_way_out_restarts_with_software_opengl(still, monkeypatch):
    started = []
    monkeypatch.setattr(
        panel_commands.QProcess,
        "startDetached",
        lambda *arguments: started.append(arguments) or True,
    )
    buttons = still.window.stage.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == words.text("stage.software"))
    still.click(button)
    assert preferences.software_opengl()
    assert len(started) == 1 and started[0][0] == sys.executable
    assert not still.window.isVisible()
    preferences.set_software_opengl(False)


def left_by_a_crash():
    """What a start that died in the driver leaves behind."""
    opengl_start.mark().parent.mkdir(parents=True, exist_ok=True)
    opengl_start.mark().write_text("4194305")  # no process has this number


def test_a_crash_while_opengl_starts_makes_the_next_start_safe(app, open_window):
    left_by_a_crash()
    crashed = open_window()
    assert isinstance(crashed.window.stage.view, StillView)
    assert crashed.window.stage.findChild(QLabel).isVisible()
    again = open_window()  # the one after it tries again
    assert not isinstance(again.window.stage.view, StillView)
    assert not opengl_start.mark().exists()  # it drew


def test_a_process_that_dies_in_the_driver_is_noticed(app):
    dying = (
        "import os, pathlib, sys; from convviz.app.startup import opengl_start as start;"
        "start.user_folder = lambda: pathlib.Path(sys.argv[1]);"
        "assert start.begin(); os._exit(9)"
    )
    command = [sys.executable, "-c", dying, str(opengl_start.mark().parent)]
    ended = subprocess.run(command, cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 9
    view, reason = stage_choice.stage_view()
    assert isinstance(view, StillView) and "OpenGL was starting" in reason
    view.deleteLater()


def test_another_start_at_the_same_time_is_no_crash(app, open_window):
    held = FileLock.take(opengl_start.mark())  # as another process that is at it
    try:
        both = open_window()
        assert not isinstance(both.window.stage.view, StillView)
        assert opengl_start.mark().exists()  # the other's
    finally:
        held.release()


def test_a_crash_of_the_probe_leaves_its_mark_too(app, monkeypatch):
    def crash():
        assert opengl_start.mark().exists()  # as it would be found after a crash here
        return "no OpenGL after all"

    monkeypatch.setattr(surface, "probe", crash)
    view, reason = stage_choice.stage_view()
    assert isinstance(view, StillView) and reason == "no OpenGL after all"
    assert not opengl_start.mark().exists()
    view.deleteLater()


def test_a_window_closed_before_it_drew_is_no_crash(app):
    from convviz.app.startup.make_window import make_window

    window = make_window("five-filters", "en", "dark")
    window.close()
    window.deleteLater()
    assert not opengl_start.mark().exists()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_notice_leaves_the_stage_its_room(still, language):
    window, notice = still.window, still.window.stage.findChild(StageNotice)
    window.resize(1024, 640)
    for size in (100, 150, 200):
        still.do(
            intents.SetPreference("text_size", size), intents.SetPreference("language", language)
        )
        QTest.qWait(50)
        assert window.stage.view.height() >= 0.6 * window.stage.height()
        for part in [each for each in notice.children() if isinstance(each, QWidget)]:
            if part.isVisible():
                needed = part.sizeHint().width() if isinstance(part, QPushButton) else 0
                assert part.width() >= needed
    still.do(intents.SetPreference("text_size", 100))
    for width, height in ((800, 520), (1000, 560), (1023, 611)):  # sizes that cells do not divide
        window.resize(width, height)
        QTest.qWait(50)
        window.stage.view.grab_image()
    window.stage.explain("once more", "stage.gl-lost")
    QTest.qWait(20)
    assert len(window.stage.findChildren(StageNotice)) == 1


# ---- the next time -------------------------------------------------------------------------------
def test_the_window_comes_back_as_it_was_left(app, open_window):
    first = open_window("five-filters", size=(1180, 760))
    first.press(Qt.Key.Key_F9)
    first.press(Qt.Key.Key_F10)
    size = first.window.size()
    first.window.close()
    from convviz.app.startup.make_window import make_window

    window = make_window("five-filters")
    window.memory.restore()
    window.show()
    QTest.qWait(50)
    assert window.size() == size
    settings = window.controller.resolved.settings
    assert (settings.theme, settings.language) == ("light", "ko")
    window.appearance.choose("en", "dark")
    window.close()
    window.deleteLater()
    QTest.qWait(1)


def test_moved_panels_come_back_where_they_were_put(app, open_window):
    first = open_window("five-filters", size=(1180, 760))
    first.window.act(ActionId.MOVE_PANELS)
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    first.window.addDockWidget(left, first.window.docks.all["counts"])
    first.run(0.02)
    first.window.resize(1180, 600)  # a low window, which would make tabs of panels
    first.window.close()
    again = open_window("five-filters", size=(900, 700))
    again.window.memory.restore()
    counts = again.window.docks.all["counts"]
    assert again.window.docks.movable and again.window.dockWidgetArea(counts) == left
    again.window.act(ActionId.RESET_LAYOUT)
    assert again.window.dockWidgetArea(counts) != left and not again.window.docks.movable


def test_the_title_of_a_movable_panel_floats_and_closes_it(app, open_window):
    hands = open_window("five-filters")
    hands.window.act(ActionId.MOVE_PANELS)
    counts = hands.window.docks.all["weights"]
    title = counts.titleBarWidget()
    hands.click(title.floating)
    assert counts.isFloating()
    hands.click(title.floating)
    assert not counts.isFloating()
    hands.click(title.closing)
    assert counts.isHidden()
    hands.window.act(ActionId.RESET_LAYOUT)
    assert counts.isVisible()


@pytest.mark.parametrize("given", [(), ("five-filters",)])
def test_the_start_page_opens_unless_a_document_is_named(app, monkeypatch, given):
    from convviz.app.main import parser
    from convviz.app.startup import start

    made = []
    real = start.make_window
    monkeypatch.setattr(start, "make_window", lambda *all: made.append(real(*all)) or made[-1])
    monkeypatch.setattr(start, "make_application", lambda: app)
    monkeypatch.setattr(type(app), "exec", lambda *_: 0)
    assert start.start(parser().parse_args([*given, "--size", "900x600"])) == 0
    assert made[0].start.starting == (not given)
    made[0].close()
    made[0].deleteLater()
    QTest.qWait(1)


def test_a_damaged_settings_file_is_no_obstacle(app, open_window):
    kept = preferences.store()
    for name, value in (("language", "xx"), ("theme", "7"), ("geometry", "text"), ("state", 3)):
        kept.setValue(name, value)
    kept.sync()
    assert preferences.load().language in ("en", "ko")
    assert preferences.load().theme in ("dark", "light")
    assert preferences.window_layout() == (None, None)
    opened = open_window("five-filters", size=(900, 600))
    opened.window.memory.restore()
    assert opened.window.isVisible()
