"""The same moment as pixels, SVG and PDF: compared as pictures, and a few kept.

CONVVIZ_UPDATE_GOLDEN=1 writes the kept pictures anew; look at them before committing them.
"""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from convviz.app.exports.without_window import brought, opened, scene_at
from convviz.app.window.theme import load_fonts
from convviz.render.paint.figure import pdf_figure, pixel_figure, svg_figure
from convviz.state.filming import step_animation
from convviz.state.settings import Settings
from convviz.state.view import Playback

from .kept import assert_as_kept, pixels

KEPT = Path(__file__).parent / "figures"
WIDTH, HEIGHT = 640, 360
MOMENTS = {
    "default": ("seed-bottleneck", "", "dark"),
    "mid-sum": ("seed-bottleneck", "channel-4", "light"),
    "direct": ("seed-direct", "channel-4", "dark"),
    "landing": ("five-filters", "land", "projector"),
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def scenes(qapp):
    """Scenes by name, made once."""
    load_fonts()
    made = {}

    def of(name):
        if name not in made:
            document, step, theme = MOMENTS[name]
            shown = brought(*opened(document), Settings(theme=theme))
            time = step_animation(shown.resolved.stage.storyboard, step) or 0.0
            scene = scene_at(shown.at(Playback(time)), WIDTH, HEIGHT)
            # Letters are another test's: renderers smooth them each in their own way.
            made[name] = scene, replace(scene, labels=())
        return made[name]

    return of


def scaled(image: QImage) -> np.ndarray:
    """(H, W, 3) uint8 at a quarter of the size: borders are smoothed differently, areas not."""
    rows = pixels(image)[: HEIGHT // 4 * 4, : WIDTH // 4 * 4].astype(float)
    return rows.reshape(HEIGHT // 4, 4, WIDTH // 4, 4, 3).mean(axis=(1, 3))


def assert_alike(found: np.ndarray, image: QImage) -> None:
    off = np.abs(found - scaled(image)).max(axis=2)
    assert off.mean() < 3.5, off.mean()  # thin lines between cells: each smooths its own way
    assert (off > 24).mean() < 0.02, (off > 24).mean()


def reference(scene) -> np.ndarray:
    return scaled(pixel_figure(scene, WIDTH))


def by_tool(tmp_path, data, suffix, command) -> QImage:
    """A figure as one of Debian's tools draws it."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not here")
    drawn, made = tmp_path / f"figure{suffix}", tmp_path / "drawn"
    drawn.write_bytes(data)
    given = [part.format(drawn=drawn, made=made) for part in command[1:]]
    subprocess.run([program, *given], check=True, timeout=60, capture_output=True)
    return QImage(f"{made}.png")


@pytest.mark.parametrize("name", MOMENTS)
def test_svg_is_what_the_pixels_are(scenes, tmp_path, name):
    scene = scenes(name)[1]
    command = ["rsvg-convert", "-w", str(WIDTH), "-o", "{made}.png", "{drawn}"]
    image = by_tool(tmp_path, svg_figure(scene, name), ".svg", command)
    assert_alike(reference(scene), image)


@pytest.mark.parametrize("name", MOMENTS)
def test_qt_draws_the_svg_too(scenes, name):
    scene = scenes(name)[1]
    renderer = QSvgRenderer(QByteArray(svg_figure(scene, name)))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    off = np.abs(reference(scene) - scaled(image)).max(axis=2)
    assert off.mean() < 4.0  # Qt's renderer knows no clipping of groups


@pytest.mark.parametrize("name", MOMENTS)
def test_pdf_is_what_the_pixels_are(scenes, tmp_path, name):
    scene = scenes(name)[1]
    command = "pdftoppm -png -singlefile -scale-to-x 640 -scale-to-y 360 {drawn} {made}".split()
    image = by_tool(tmp_path, pdf_figure(scene, name), ".pdf", command)
    assert_alike(reference(scene), image)


@pytest.mark.parametrize("name", ["default", "mid-sum"])
def test_a_figure_is_as_kept(scenes, name):
    scene = scenes(name)[0]
    assert_as_kept(pixels(pixel_figure(scene, WIDTH)), KEPT / f"{name}.png")


def test_text_stays_text_in_svg(scenes):
    scene = scenes("mid-sum")[0]
    root = ET.fromstring(svg_figure(scene, "a <title> & more"))
    assert root.findtext(f"{SVG}title") == "a <title> & more"
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert sorted(texts) == sorted("".join(s.text for s in each.spans) for each in scene.labels)
    for text in root.iter(f"{SVG}text"):
        assert text.get("font-family").startswith("Pretendard, ")


@pytest.mark.parametrize(
    ("command", "said"), [("pdftotext {} -", "28×28×192"), ("pdffonts {}", "Pretendard-SemiBold")]
)
def test_text_stays_text_in_pdf_with_the_shipped_letters(scenes, tmp_path, command, said):
    program, *given = command.split()
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not here")
    path = tmp_path / "figure.pdf"
    path.write_bytes(pdf_figure(scenes("default")[0], "default"))
    told = subprocess.run(
        [program, *(part.format(path) for part in given)],
        capture_output=True, encoding="utf-8", check=True, timeout=30,
    )  # fmt: skip
    assert said in told.stdout


def test_cells_are_polygons_while_they_are_legible_and_else_images(scenes):
    svg = svg_figure(scenes("default")[1], "default").decode()
    assert svg.count("<path") > 900  # the output's and the input's fronts
    assert 30 < svg.count("<image") < 60  # the long sides of volumes and filters
    assert len(svg) < 3_000_000


def test_a_transparent_figure_has_no_background(scenes):
    scene = scenes("default")[1]
    image = pixel_figure(scene, WIDTH, clear=True)
    assert image.pixelColor(2, 2).alpha() == 0
    middle = [image.pixelColor(x, 150).alpha() for x in range(40, 600, 8)]
    assert max(middle) == 255
    assert "linearGradient" in svg_figure(scene, "").decode()
    assert "linearGradient" not in svg_figure(scene, "", clear=True).decode()


def test_a_larger_picture_shows_the_same(scenes):
    scene = scenes("default")[1]
    large = pixel_figure(scene, WIDTH * 3)
    assert (large.width(), large.height()) == (WIDTH * 3, HEIGHT * 3)
    assert_alike(reference(scene), large.scaled(WIDTH, HEIGHT))
