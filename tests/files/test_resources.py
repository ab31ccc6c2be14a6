"""One function finds what ships, wherever the code runs from."""

from __future__ import annotations

import re
import sys
from xml.etree import ElementTree

import pytest

from convviz import resources
from convviz.resources import resource, resources_folder

ICONS = """
play pause skip-back skip-forward step-back step-forward chevron-left chevron-right undo-2 redo-2
plus trash-2 arrow-up arrow-down pencil rotate-ccw box layers eye scissors unfold-horizontal
maximize sun moon languages copy pin info camera keyboard x check triangle-alert gauge grid-3x3
move-3d sigma sliders-horizontal file folder-open save settings command circle-help
""".split()


@pytest.fixture(autouse=True)
def fresh_answer():
    resources_folder.cache_clear()
    yield
    resources_folder.cache_clear()


def test_a_checkout_has_its_resources_beside_the_package():
    assert resource("photos", "coffee.jpg").is_file()
    assert resource().is_dir()


def test_a_wheel_has_them_inside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "박 요셉" / "convviz"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert resource("a", "b.txt") == package / "_resources" / "a" / "b.txt"


def test_a_frozen_bundle_has_them_where_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("a.txt") == tmp_path / "convviz" / "_resources" / "a.txt"


def test_the_fonts_ship_with_their_licence():
    for style in ("Regular", "SemiBold"):
        assert resource("fonts", f"Pretendard-{style}.otf").read_bytes()[:4] == b"OTTO"
    licence = resource("fonts", "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("style", ["Regular", "SemiBold"])
def test_the_fonts_have_every_character_that_the_texts_use(qapp, style):
    from PySide6.QtGui import QRawFont

    font = QRawFont(str(resource("fonts", f"Pretendard-{style}.otf")), 16.0)
    assert font.isValid()
    sources = [*resource("..", "convviz", "words").glob("*.py"), *resource("i18n").glob("*.ts")]
    written = {*"×−≈≤Σ·→↓²⏎한글", *"".join(path.read_text(encoding="utf-8") for path in sources)}
    assert len(sources) > 3
    assert sorted(c for c in written if c > " " and not font.supportsCharacter(ord(c))) == []


def test_the_icons_ship_with_their_licence_and_take_the_colour_they_are_given():
    folder = resource("icons")
    assert "ISC License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
    names = {path.stem for path in folder.glob("*.svg")}
    assert names >= {*ICONS, "convviz"}
    for name in names - {"convviz"}:
        text = (folder / f"{name}.svg").read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        assert root.get("viewBox") == "0 0 24 24"
        assert root.get("stroke") == "currentColor"
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", text), f"{name} has a colour of its own"
