"""The README's pictures and clip are what its commands make of the app as it is now."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from convviz.app.exports.filming import Take
from convviz.app.exports.gallery import listed_pictures

ROOT = Path(__file__).resolve().parents[2]
GALLERY = ROOT / "resources" / "gallery"
PICTURES = listed_pictures(GALLERY)
WINDOWS = [name for name in PICTURES if name.endswith(".png")]
# The whole gallery makes them too; here in one process, without its other pictures.
MAKE = "from convviz.app.startup.make_window import make_application; app = make_application(); \
from convviz.app.exports.gallery import make_gallery; from pathlib import Path; import sys; \
sys.exit(make_gallery(Path(sys.argv[1]), tuple(sys.argv[2:])))"


def run(*arguments: object) -> None:
    given = [sys.executable, *map(str, arguments)]
    done = subprocess.run(given, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=240)
    assert done.returncode == 0, done.stderr


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGB"), dtype=np.int16)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    shutil.copy(GALLERY / "pictures.txt", folder)
    run("-c", MAKE, folder, *WINDOWS)
    return folder


def test_the_readme_shows_what_is_listed_and_nothing_else():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\(resources/gallery/([^)]+)\)", text))
    assert shown == set(PICTURES)


@pytest.mark.parametrize("name", WINDOWS)
def test_a_picture_is_as_the_command_makes_it_now(made, name):
    with Image.open(GALLERY / name) as kept, Image.open(made / name) as now:
        assert kept.size == now.size
        off = np.abs(pixels(kept) - pixels(now)).max(axis=2)
    # Letters and edges may be rounded otherwise by another version of Qt or Mesa.
    assert (off > 32).mean() < 0.01, "remake it: sh resources/start --gallery resources/gallery"


def test_the_clip_has_the_frames_of_now(tmp_path):
    (name,) = (name for name in PICTURES if name.endswith(".webp"))
    arguments = PICTURES[name]
    given = dict(pairwise(arguments))
    fps, speed = float(given["--fps"]), float(given["--speed"])
    with Image.open(GALLERY / name) as clip:
        assert f"{clip.size[0]}x{clip.size[1]}" == given["--size"]
        assert (GALLERY / name).stat().st_size < 2_000_000
        for share in (0.0, 0.45):
            number = round(share * (clip.n_frames - 1))
            clip.seek(number)
            clip.load()
            # Frames that are alike are stored once: a frame's time tells which it is.
            shown = round(clip.info["timestamp"] / 1e3 * fps)
            time = Take(0.0, 1e3, fps, speed).time(shown)
            # As a clip too: while it plays, no pair is marked as it is at rest.
            path, until = tmp_path / f"{number}.webp", time + 2 * speed / fps
            part = ("--at", f"{time:.6f}", "--until", f"{until:.6f}", "--fps", f"{fps:g}")
            how = ("--speed", f"{speed:g}", "--size", given["--size"], "--out", path)
            run("-m", "convviz", "render", arguments[0], *part, *how)
            with Image.open(path) as now:
                off = np.abs(pixels(clip) - pixels(now))
            assert off.mean() < 4.0 and (off.max(axis=2) > 96).mean() < 0.01
