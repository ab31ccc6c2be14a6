"""``convviz render``: figures and clips without a display; one line where nothing comes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from convviz.files.projects import Project, write_project
from convviz.state.edits import open_document
from convviz.state.view import Selection

ROOT = Path(__file__).resolve().parents[2]
HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def render(*arguments: object, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Render where there is no display."""
    around = {k: v for k, v in os.environ.items() if k not in HIDDEN}
    around |= {"PYTHONIOENCODING": "utf-8"} | ({} if path is None else {"PATH": path})
    return subprocess.run(
        [sys.executable, "-m", "convviz", "render", *map(str, arguments)],
        cwd=ROOT, env=around, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def made(*arguments: object) -> None:
    done = render(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_svg_and_pdf_without_a_display(tmp_path):
    for suffix, start in (("svg", b"<?xml"), ("pdf", b"%PDF-")):
        path = tmp_path / f"a.{suffix}"
        made("five-filters", "--out", path, "--lang", "ko", "--theme", "light")
        assert path.read_bytes().startswith(start)
    assert "필터" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_png_of_a_step_in_a_size_and_a_view(tmp_path):
    path = tmp_path / "a.png"
    made("five-filters", "--out", path, "--step", "channel-2", "--size", "800x500")
    with Image.open(path) as image:
        assert image.size == (800, 500)
        first = image.convert("RGB").tobytes()
    made("five-filters", "--out", path, "--view", "front", "--size", "800x500", "--transparent")
    with Image.open(path) as image:
        assert image.mode == "RGBA" and image.getpixel((3, 3))[3] == 0
        assert image.convert("RGB").tobytes() != first


@pytest.mark.parametrize("what", ["plot", "chain"])
def test_plot_and_chain_too(tmp_path, what):
    path = tmp_path / "a.svg"
    made("five-filters", "--out", path, "--what", what, "--step", "channel-3")
    assert "Pretendard" in path.read_text(encoding="utf-8")


def test_a_file_with_the_cell_it_was_saved_with(tmp_path):
    project = Project(open_document("five-filters"), Selection(3, 5, 7))
    file = tmp_path / "박 요셉.convviz"
    write_project(file, project)
    made(file, "--out", tmp_path / "a.gif", "--step", "bias", "--size", "320x180", "--fps", "10")
    with Image.open(tmp_path / "a.gif") as clip:
        assert clip.size == (320, 180)
        assert 2 <= clip.n_frames <= 9


def test_the_same_twice(tmp_path):
    for name in ("a.svg", "b.svg"):
        made("five-filters", "--out", tmp_path / name, "--step", "land")
    a, b = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.svg", "b.svg"))
    assert a.replace("<title>a<", "<title>b<") == b


def test_a_layer_is_chosen_and_a_figure_laid_out_otherwise(tmp_path):
    path = tmp_path / "a.svg"
    made("small-classifier", "--out", path, "--layer", "pool1", "--layout", "900x400")
    root = ET.fromstring(path.read_bytes())
    assert (root.get("width"), root.get("height")) == ("900", "400")
    texts = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "output 16×16×8" in texts


@pytest.mark.parametrize(
    "arguments",
    [
        ("nope", "--out", "a.svg"),
        ("five-filters", "--out", "a.bmp"),
        ("five-filters",),
        ("five-filters", "--out", "a.svg", "--step", "nope"),
        ("five-filters", "--out", "a.svg", "--size", "9x9"),
        ("five-filters", "--out", "a.gif", "--at", "5", "--until", "5"),
        ("five-filters", "--out", "a.gif", "--fps", "nan"),
        ("five-filters", "--out", "nowhere/a.svg"),
        ("five-filters", "--out", "a.gif", "--what", "plot"),
        ("five-filters", "--out", "a.svg", "--layer", "nope"),
        ("five-filters", "--out", "a.svg", "--do", "cut"),
        ("five-filters", "--out", "a.png", "--window", "--do", "nope"),
    ],
)
def test_what_cannot_be_is_one_line(tmp_path, arguments):
    given = [str(tmp_path / a) if "." in a and a[0] != "-" else a for a in arguments]
    done = render(*given)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("convviz: ") and done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be missing")
def test_the_window_needs_a_display_or_names_the_package(tmp_path):
    done = render("five-filters", "--out", tmp_path / "a.png", "--window", path=str(tmp_path))
    assert done.returncode == 2 and "xvfb" in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="no Xvfb here")
def test_the_window_under_a_display_of_its_own(tmp_path):
    path = tmp_path / "a.png"
    made("five-filters", "--out", path, "--window", "--size", "1024x640", "--step", "lift")
    with Image.open(path) as image:
        assert image.size == (1024, 640)
        first = image.convert("RGB").tobytes()
    large = ("--text-size", "150", "--lang", "ko", "--theme", "light")
    made("five-filters", "--out", path, "--window", "--size", "1024x640", "--step", "lift", *large)
    made("five-filters", "--out", path.with_stem("b"), "--window", "--size", "1024x640", *large[2:])
    with Image.open(path) as image, Image.open(path.with_stem("b")) as usual:
        assert image.size == (1024, 640) and image.convert("RGB").tobytes() != first
        assert image.convert("RGB").tobytes() != usual.convert("RGB").tobytes()


def test_a_window_has_no_layout_of_its_stage(tmp_path):
    done = render("five-filters", "--out", tmp_path / "a.png", "--window", "--layout", "640x400")
    assert done.returncode == 2 and "--layout" in done.stderr and done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
