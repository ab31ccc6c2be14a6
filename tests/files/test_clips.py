"""Clips: frames, durations and sizes as asked; nothing of one that fails."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from PIL import Image

from convviz.files import clips
from convviz.files.clips import Film, durations, ffmpeg, write_clip
from convviz.files.errors import FileError, FileErrorCode

WIDTH, HEIGHT, COUNT, FPS = 48, 30, 9, 12.0


def frame(number: int) -> bytes:
    """A bar that moves over a quiet ground."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (18, 22, 29))
    image.paste((255, 210 - 10 * number, 60), (4 * number, 5, 4 * number + 6, 25))
    return image.tobytes()


def film(frames=None, width=WIDTH):
    made = (frame(i) for i in range(COUNT)) if frames is None else frames
    return Film(width, HEIGHT, FPS, COUNT, made, lambda: [frame(0), frame(4), frame(8)])


@pytest.mark.parametrize("fps", [7.0, 12.0, 25.0, 30.0])
@pytest.mark.parametrize("tick", [1, 10])
def test_durations_never_drift(fps, tick):
    times = durations(100, fps, tick)
    assert len(times) == 100 and all(time % tick == 0 for time in times)
    for count in (1, 33, 100):
        assert abs(sum(times[:count]) - 1000 * count / fps) <= tick / 2 + 1e-9


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_an_animation_has_the_frames_and_durations_asked_for(tmp_path, suffix):
    path = tmp_path / f"clip{suffix}"
    write_clip(path, film())
    with Image.open(path) as made:
        assert made.size == (WIDTH, HEIGHT) and made.n_frames == COUNT
        assert made.info["loop"] == 0
        total = 0
        for number in range(COUNT):
            made.seek(number)
            made.load()
            total += made.info["duration"]
            red, green, blue = made.convert("RGB").getpixel((4 * number + 3, 15))
            assert red > 220 and blue < 90 and abs(green - (210 - 10 * number)) < 40
        assert total == pytest.approx(1000 * COUNT / FPS, abs=10)


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_clip_that_stops_half_way_leaves_nothing(tmp_path, suffix):
    def broken():
        yield frame(0)
        yield frame(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_clip(tmp_path / f"clip{suffix}", film(broken()))
    assert list(tmp_path.iterdir()) == []


def test_without_ffmpeg_it_says_how_to_get_one(tmp_path, monkeypatch):
    monkeypatch.setattr(clips, "ffmpeg", lambda: None)
    with pytest.raises(FileError) as caught:
        write_clip(tmp_path / "clip.mp4", film())
    assert caught.value.code is FileErrorCode.NO_FFMPEG
    assert caught.value.values["extra"] == "convviz[video]"
    assert list(tmp_path.iterdir()) == []


def test_an_ffmpeg_that_fails_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    program = shutil.which("false")
    if program is None:
        pytest.skip("no program here that only fails")
    monkeypatch.setattr(clips, "ffmpeg", lambda: program)
    with pytest.raises(FileError) as caught:
        write_clip(tmp_path / "clip.mp4", film())
    assert caught.value.code is FileErrorCode.FFMPEG_FAILED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(ffmpeg() is None, reason="no ffmpeg on the PATH and no `video` extra")
def test_an_mp4_is_h264_that_slides_play(tmp_path):
    path = tmp_path / "clip.mp4"
    odd = WIDTH - 1
    frames = (Image.new("RGB", (odd, HEIGHT), (9 * i, 80, 90)).tobytes() for i in range(COUNT))
    write_clip(path, film(frames, odd))
    data = path.read_bytes()
    assert data[4:8] == b"ftyp"
    assert data.index(b"moov") < data.index(b"mdat")  # plays while it loads
    probe = shutil.which("ffprobe")
    if probe is None:
        pytest.skip("no ffprobe to look into it")
    told = subprocess.run(
        [probe, "-v", "error", "-show_streams", "-of", "json", str(path)],
        capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    (stream,) = json.loads(told.stdout)["streams"]
    assert (stream["codec_name"], stream["pix_fmt"]) == ("h264", "yuv420p")
    assert (stream["width"], stream["height"]) == (WIDTH, HEIGHT)  # odd sides are made even
    assert int(stream["nb_frames"]) == COUNT and stream["r_frame_rate"] == "12/1"


@pytest.mark.skipif(ffmpeg() is None, reason="no ffmpeg on the PATH and no `video` extra")
def test_an_mp4_that_stops_half_way_leaves_nothing(tmp_path):
    def broken():
        yield frame(0)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_clip(tmp_path / "clip.mp4", film(broken()))
    assert list(tmp_path.iterdir()) == []
