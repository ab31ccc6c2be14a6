"""Clips: animated GIF and WebP by Pillow, H.264 in MP4 by an ffmpeg that is here already.

A clip is put into its file's place when it is whole, so whoever stops in between leaves nothing.
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from convviz.files.disk import write_whole
from convviz.files.errors import FileError, FileErrorCode

CLIP_SUFFIXES = (".gif", ".webp", ".mp4")
EXTRA = "convviz[video]"  # what brings an ffmpeg along
_GIF_TICK = 10  # milliseconds: GIF counts in hundredths of a second
_COLOURS = 256
_WEBP = {"quality": 88, "method": 3}
_H264 = "-c:v libx264 -preset medium -crf 18 -pix_fmt yuv420p -movflags +faststart".split()
_EVEN = "pad=ceil(iw/2)*2:ceil(ih/2)*2"  # yuv420p halves both sides


@dataclass(frozen=True)
class Film:
    """The frames of a clip, each made when it is asked for.

    Attributes
    ----------
    width, height : int
        Pixels.
    fps : float
    count : int
        Number of frames.
    frames : iterator of bytes
        Rows of red, green, blue.
    samples : callable
        Gives a few frames that hold all the colours there are: GIF has one table of 256.
    """

    width: int
    height: int
    fps: float
    count: int
    frames: Iterator[bytes]
    samples: Callable[[], Sequence[bytes]]


def write_clip(path: Path, film: Film) -> None:
    """Write a clip in the format of the file's suffix.

    Raises
    ------
    FileError
        NO_FFMPEG, FFMPEG_FAILED (values: reason); NO_ACCESS, LOCKED, DISK_FULL, NO_FOLDER,
        NOT_WRITTEN.
    """
    write_whole(path, clip_bytes(film, path))


def clip_bytes(film: Film, path: Path) -> bytes:
    """A clip in the format of the file's suffix, which is not written.

    Raises
    ------
    FileError
        NO_FFMPEG, FFMPEG_FAILED (values: reason).
    """
    writer = {".gif": _gif, ".webp": _webp, ".mp4": _mp4}[path.suffix.lower()]
    return writer(film, path.name)


def ffmpeg() -> str | None:
    """The ffmpeg on the PATH, else the one of the `video` extra; None where there is none."""
    found = shutil.which("ffmpeg")
    if found is not None:
        return found
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        return None


def durations(count: int, fps: float, tick: int = 1) -> list[int]:
    """Milliseconds of each frame in whole ticks, which never drift from the true time."""
    ends = [round(1000.0 * (i + 1) / (fps * tick)) for i in range(count)]
    return [(end - start) * tick for start, end in zip([0, *ends], ends, strict=False)]


def _picture(film: Film, data: bytes) -> Image.Image:
    return Image.frombytes("RGB", (film.width, film.height), data)


def _gif(film: Film, name: str) -> bytes:
    del name
    table = _colour_table([_picture(film, data) for data in film.samples()])
    pictures = (
        _picture(film, data).quantize(palette=table, dither=Image.Dither.NONE)
        for data in film.frames
    )
    return _animated(film, pictures, "GIF", _GIF_TICK, optimize=False, disposal=1)


def _colour_table(samples: Sequence[Image.Image]) -> Image.Image:
    """One table for all frames: another for each would make still parts flicker."""
    width, height = samples[0].size
    sheet = Image.new("RGB", (width, height * len(samples)))
    for place, sample in enumerate(samples):
        sheet.paste(sample, (0, place * height))
    return sheet.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT)


def _webp(film: Film, name: str) -> bytes:
    del name
    pictures = (_picture(film, data) for data in film.frames)
    return _animated(film, pictures, "WEBP", 1, **_WEBP)


def _animated(
    film: Film, pictures: Iterator[Image.Image], form: str, tick: int, **how: object
) -> bytes:
    kept = BytesIO()
    first = next(pictures)
    times = durations(film.count, film.fps, tick)
    first.save(kept, form, save_all=True, append_images=pictures, duration=times, loop=0, **how)
    return kept.getvalue()


def _mp4(film: Film, name: str) -> bytes:
    program = ffmpeg()
    if program is None:
        raise FileError(FileErrorCode.NO_FFMPEG, file=name, extra=EXTRA)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "clip.mp4")
        raw = f"-f rawvideo -pix_fmt rgb24 -s {film.width}x{film.height} -r {film.fps:g} -i -"
        command = [program, "-v", "error", "-y", *raw.split(), "-an", "-vf", _EVEN, *_H264]
        with (
            Path(folder, "said").open("w+b") as said,
            subprocess.Popen(
                [*command, str(made)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=said,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            ) as running,
        ):
            try:
                _feed(running, film.frames)
            except BaseException:
                running.kill()
                raise
            if running.wait() != 0:
                said.seek(0)
                words = said.read().decode("utf-8", "replace").strip().splitlines()
                reason = words[-1] if words else str(running.returncode)
                raise FileError(FileErrorCode.FFMPEG_FAILED, file=name, reason=reason)
        return made.read_bytes()


def _feed(running: subprocess.Popen[bytes], frames: Iterator[bytes]) -> None:
    """Hand over all frames; one that ended early says itself why."""
    assert running.stdin is not None
    try:
        for frame in frames:
            running.stdin.write(frame)
        running.stdin.close()
    except OSError:  # a broken pipe; Windows calls it an invalid argument
        if running.wait() == 0:
            raise
