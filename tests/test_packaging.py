"""The download: what is put into it, and that its pieces name the same things."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "resources" / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def packaging(name: str):
    """One of the modules that the build uses."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents = packaging("contents")
version_information = packaging("version_information")


def test_every_folder_that_the_app_reads_ships():
    asked = set()
    for file in (ROOT / "convviz").rglob("*.py"):
        asked |= set(re.findall(r'\bresource\(\s*"([^"]+)"', file.read_text(encoding="utf-8")))
    assert asked and asked - {"README.md"} <= set(contents.RESOURCES)
    for source, place in contents.shipped_resources(ROOT):
        assert Path(source).is_dir() and place.startswith("convviz/_resources/")


def test_modules_that_are_found_by_looking_ship():
    looked = set()
    for file in (ROOT / "convviz").rglob("*.py"):
        for name in re.findall(r"modules_of\((\w+)\.__name__", file.read_text(encoding="utf-8")):
            looked.add(name)
    assert looked == {package.rsplit(".", 1)[1] for package in contents.FOUND}
    hidden = contents.found_modules(ROOT)
    assert {"convviz.model.layers.relu", "convviz.kinds.relu", "convviz.words.layers.relu6"} <= {
        *hidden
    }
    assert all(ROOT.joinpath(*name.split(".")).with_suffix(".py").is_file() for name in hidden)


def test_no_excluded_module_is_imported_by_the_app():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "convviz").rglob("*.py")
        if path.name != "__main__.py"
    ]
    # pyqtgraph and hashlib ask for these and do without.
    excluded = set(contents.EXCLUDED) - {"PySide6.QtTest", "_hashlib"}
    code = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        f"excluded = {excluded!r}\n"
        "found = {m for m in sys.modules for e in excluded if m == e or m.startswith(e + '.')}\n"
        "sys.exit(', '.join(sorted(found)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_ko.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("convviz/_resources/fonts/Pretendard-Regular.otf", True),
        ("pyqtgraph/icons/peegee/peegee.svg", False),
    ],
)
def test_only_what_is_used_of_qt_is_kept(name, kept):
    assert contents.used(name) is kept


def test_libraries_that_nothing_needs_any_more_go():
    entries = [
        ("PySide6/QtGui.abi3.so", "/QtGui.abi3.so", "EXTENSION"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/libqxcb.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/libqvnc.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/libQt6Core.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/libQt6Network.so.6", "BINARY"),
        ("libkrb5.so.3", "/libkrb5.so.3", "BINARY"),
        ("libpython3.11.so.1.0", "/libpython3.11.so.1.0", "BINARY"),
    ]
    imports = {
        "/QtGui.abi3.so": ["libQt6Gui.so.6"],
        "/libQt6Gui.so.6": ["libQt6Core.so.6", "libc.so.6"],
        "/libqvnc.so": ["libQt6Network.so.6"],
        "/libQt6Network.so.6": ["libkrb5.so.3"],
    }
    kept = contents.needed(entries, lambda file: imports.get(file, ()))
    gone = {name for name, _, _ in entries} - {name for name, _, _ in kept}
    assert gone == {
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libkrb5.so.3",
    }


def test_version_information_is_pyprojects(tmp_path):
    text = version_information.windows_version_file(PROJECT, tmp_path / "new").read_text("utf-8")
    compile(text, "version", "eval")
    assert f"StringStruct('ProductVersion', '{PROJECT['version']}')" in text
    assert version_information.numbers("1.2.3") == (1, 2, 3, 0)
    assert version_information.numbers("1.2") == (1, 2, 0, 0)
    assert version_information.numbers("2.0.0rc1") == (2, 0, 0, 0)


def test_icons_are_there_in_every_size_a_system_asks_for():
    with Image.open(PACKAGING / "icons" / "convviz.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Image.open(PACKAGING / "icons" / "convviz.icns") as icon:
        assert max(icon.info["sizes"])[0] >= 512
    for side in (48, 256):
        with Image.open(PACKAGING / "icons" / f"convviz-{side}.png") as icon:
            assert icon.size == (side, side) and icon.mode == "RGBA"


def test_every_system_is_told_of_the_same_kind_of_document():
    kind = ElementTree.parse(PACKAGING / "linux" / "convviz.xml").getroot()[0].get("type")
    entry = (PACKAGING / "linux" / "convviz.desktop").read_text(encoding="utf-8")
    setup = (PACKAGING / "windows" / "convviz.iss").read_text(encoding="utf-8")
    spec = (PACKAGING / "convviz.spec").read_text(encoding="utf-8")
    assert kind == "application/vnd.convviz"
    assert f"MimeType={kind};" in entry and f'"{kind}"' in setup and f'"{kind}"' in spec


@pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")
@pytest.mark.parametrize("name", ["박 요셉", 'a "b" $HOME `c` 100%'])
def test_add_to_menu_and_out_again(tmp_path, name):
    folder = tmp_path / name
    (folder / "desktop").mkdir(parents=True)
    for file in (PACKAGING / "linux").iterdir():
        shutil.copy(file, folder if file.name == "add-to-menu" else folder / "desktop")
    for file in (PACKAGING / "icons").glob("*.png"):
        shutil.copy(file, folder / "desktop")
    share = tmp_path / "share"
    environment = dict(os.environ) | {"XDG_DATA_HOME": str(share)}

    def run(*arguments: str) -> None:
        command = ["sh", str(folder / "add-to-menu"), *arguments]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    run()
    entry = (share / "applications" / "convviz.desktop").read_text(encoding="utf-8")
    (line,) = [line for line in entry.splitlines() if line.startswith("Exec=")]
    quoted = line.removeprefix("Exec=").removesuffix(" %f").replace("\\\\", "\\")
    unquoted = re.sub(r"\\(.)", r"\1", quoted[1:-1]).replace("%%", "%")
    assert unquoted == str(folder / "ConvViz") and line.endswith(" %f")
    assert (share / "mime" / "packages" / "convviz.xml").exists()
    assert (share / "icons" / "hicolor" / "256x256" / "apps" / "convviz.png").exists()
    run("--remove")
    left = [path for path in share.rglob("convviz*") if path.is_file()]
    assert left == []
