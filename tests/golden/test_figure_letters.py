"""The letters of figures go along in them: text stays text, and looks alike on any machine."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtWidgets import QApplication

from convviz.app.exports import figures
from convviz.app.exports.without_window import brought, opened, scene_at
from convviz.app.window.theme import apply_theme, load_fonts
from convviz.render.paint.svg_fonts import font_style, shipped_weight
from convviz.state.filming import step_animation
from convviz.state.settings import Settings
from convviz.state.view import Playback

FACE = re.compile(r"font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def shown(qapp):
    load_fonts()
    return brought(*opened("seed-bottleneck"), Settings(theme="light"))


@pytest.fixture(params=["stage", "plot", "chain"])
def figure(shown, request):
    """What makes a figure in some form."""
    resolved = shown.resolved
    playback = Playback(step_animation(resolved.stage.storyboard, "channel-3"))
    apply_theme(QApplication.instance(), "light", 100)

    def made(form):
        order = figures.Order(form, 640)
        if request.param == "stage":
            return figures.stage_figure(scene_at(shown.at(playback), 640, 360), order)
        plot = request.param == "plot"
        panel = figures.plot_panel(resolved, playback) if plot else figures.chain_panel(resolved)
        return figures.panel_figure(panel, order)

    return made


def faces(text):
    """The fonts of an SVG document by weight."""
    return {
        int(weight): TTFont(io.BytesIO(base64.b64decode(data)))
        for weight, data in FACE.findall(text)
    }


def test_an_svg_has_every_letter_that_it_writes(figure):
    data = figure("svg").decode("utf-8")
    found = faces(data)
    written = 0
    for text in ET.fromstring(data).iter(f"{SVG}text"):
        weight = int(text.get("font-weight", "400"))
        known = found[shipped_weight(weight)].getBestCmap()
        assert not set(map(ord, "".join(text.itertext()))) - known.keys()
        written += 1
    assert written > 3
    assert sum(len(each) for _, each in FACE.findall(data)) < 60_000


def test_figures_of_one_width_and_hangul_stay(qapp):
    (font,) = faces(font_style({600: "필터 16개 0123456789"})).values()
    names = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "tnum" in names and ord("필") in font.getBestCmap()
    assert font_style({400: " "}) == font_style({}) == ""


def test_a_pdf_has_its_fonts_in_it(figure, tmp_path):
    program = shutil.which("pdffonts")
    if program is None:
        pytest.skip("no pdffonts to look into it")
    path = tmp_path / "figure.pdf"
    path.write_bytes(figure("pdf"))
    lines = subprocess.check_output([program, str(path)], text=True).splitlines()[2:]
    assert lines and all("Pretendard" in line for line in lines)
    for line in lines:
        assert line.split()[-5] == "yes"  # emb, sub, uni and two of the object's number
