"""``convviz render FILE_OR_ID --out NAME``: figures and clips without opening the app.

Everything but ``--window`` is painted without a display and without OpenGL.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from convviz.files.clips import CLIP_SUFFIXES, write_clip
from convviz.files.disk import write_whole
from convviz.files.errors import FileError, FileErrorCode
from convviz.model.documents import DOCUMENTS
from convviz.model.errors import ModelError
from convviz.scene.themes import PALETTES, THEMES
from convviz.state.document import Document
from convviz.state.filming import SPANS, Take, span_of, step_animation, step_names, step_span
from convviz.state.resolved import Resolved
from convviz.state.settings import LANGUAGES, TEXT_SIZES, Settings
from convviz.state.view import Playback

if TYPE_CHECKING:
    from convviz.app.exports.window_shots import WindowShots
    from convviz.app.exports.without_window import Shown

FIGURE_SUFFIXES = (".png", ".svg", ".pdf")
VIEWS = ("reset", "front", "top", "side")
WHAT = ("stage", "plot", "chain")
FPS = {".gif": 20.0, ".webp": 25.0, ".mp4": 30.0}
LARGEST = 7680, 4320
FIGURE, CLIP, WINDOW = (1280, 720), (960, 540), (1280, 800)  # pixels
_SCREEN = "-screen 0 {0}x{1}x24"
_PACKAGE = "xvfb"  # Debian's, which brings a display that nobody sees


class Refused(Exception):
    """Why nothing is rendered, in a sentence."""


def run_render(arguments: Sequence[str]) -> int:
    """Render; returns the exit status (2 and one line on stderr where nothing came of it)."""
    try:
        options = _options(arguments)
        if options.window:
            _need_display(arguments, options)
        else:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        return _render(options)
    except (FileError, ModelError) as error:
        from convviz.words.errors import error_text

        reason = error_text(error)
    except Refused as refusal:
        reason = str(refusal)
    print(f"convviz: {reason}", file=sys.stderr)
    return 2


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the command line."""

    def error(self, message: str) -> NoReturn:
        raise Refused(message)


# ---- the command line ------------------------------------------------------------------------
def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parse = _Parser(prog="convviz render", description=__doc__)
    parse.add_argument(
        "document", metavar="FILE_OR_ID", help=f"a .convviz file, or {', '.join(DOCUMENTS)}"
    )
    suffixes = "|".join(suffix[1:] for suffix in (*FIGURE_SUFFIXES, *CLIP_SUFFIXES))
    parse.add_argument("--out", required=True, type=Path, metavar=f"NAME.({suffixes})")
    moment = parse.add_mutually_exclusive_group()
    moment.add_argument("--at", type=_seconds, metavar="T", help="story time in seconds")
    moment.add_argument("--step", metavar="NAME", help="lift, channel-3, channels, land, ...")
    moment.add_argument("--span", choices=SPANS, help="of a clip: this cell, or the whole sum")
    parse.add_argument("--until", type=_seconds, metavar="T", help="where a clip from --at ends")
    parse.add_argument("--layer", metavar="NAME", help="the layer on stage")
    parse.add_argument("--size", type=_size, metavar="WxH", help="pixels, up to 7680x4320")
    parse.add_argument("--lang", choices=LANGUAGES, default="en")
    parse.add_argument("--theme", choices=THEMES, default="dark")
    parse.add_argument("--palette", choices=PALETTES, default=PALETTES[0])
    parse.add_argument("--view", choices=VIEWS, default="")
    parse.add_argument("--fps", type=_rate, metavar="N", help="frames per second of a clip")
    parse.add_argument("--speed", type=_rate, default=1.0, metavar="X", help="pace of a clip")
    parse.add_argument("--what", choices=WHAT, default="stage")
    parse.add_argument("--window", action="store_true", help="the whole main window")
    parse.add_argument(
        "--do", action="append", default=[], metavar="ACTION", help="first, with --window: cut, ..."
    )
    parse.add_argument("--layout", type=_size, metavar="WxH", help="logical pixels it is laid in")
    parse.add_argument("--text-size", type=int, choices=TEXT_SIZES, default=100, help="per cent")
    parse.add_argument("--transparent", action="store_true", help="no background")
    parse.add_argument("--estimate", action="store_true", help="tell a clip's size, write nothing")
    parse.add_argument("--progress", action="store_true", help="tell each frame on stdout")
    options = parse.parse_args(arguments)
    suffix = options.out.suffix.lower()
    if suffix not in (*FIGURE_SUFFIXES, *CLIP_SUFFIXES):
        parse.error(f"--out is a file of {suffixes.replace('|', ', ')}, not {suffix or 'none'}")
    if options.do:
        _check_actions(parse, options)
    if options.window and options.layout:
        parse.error("--layout is for the stage; a window is laid out in its --size")
    if suffix in CLIP_SUFFIXES and options.what != "stage":
        parse.error("a clip shows the stage or, with --window, the window")
    if options.estimate and suffix not in CLIP_SUFFIXES:
        parse.error("--estimate is for a clip")
    return options


def _check_actions(parse: _Parser, options: argparse.Namespace) -> None:
    from convviz.app.window.action_table import ACTIONS

    known = [spec.id for spec in ACTIONS]
    if not options.window:
        parse.error("--do needs --window: only a window has actions")
    for name in options.do:
        if name not in known:
            parse.error(f"no action named {name!r}; there are {', '.join(known)}")


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError("a size is two whole numbers: 1920x1080")
    size = int(width), int(height)
    if min(size) < 64 or size[0] > LARGEST[0] or size[1] > LARGEST[1]:
        raise argparse.ArgumentTypeError("a size is between 64x64 and 7680x4320")
    return size


def _seconds(text: str) -> float:
    return _between(text, 0.0, 1e6)


def _rate(text: str) -> float:
    return _between(text, 0.1, 60.0)


def _between(text: str, low: float, high: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not low <= number <= high:
        raise argparse.ArgumentTypeError(f"a number between {low:g} and {high:g}, not {text!r}")
    return number


# ---- a display -------------------------------------------------------------------------------
def _need_display(arguments: Sequence[str], options: argparse.Namespace) -> None:
    """Without a display begin again under Xvfb, where that is installed.

    Raises
    ------
    Refused
        There is neither.
    """
    from convviz.app.startup.display import display_fault

    if display_fault() is None:
        return
    wrapper = shutil.which("xvfb-run")
    if wrapper is None or os.environ.get("CONVVIZ_UNDER_XVFB"):
        raise Refused(f"--window needs a display, or the package {_PACKAGE}: install it")
    width, height = options.size or FIGURE
    screen = _SCREEN.format(max(width, 1920), max(height, 1200))
    os.environ["CONVVIZ_UNDER_XVFB"] = "1"
    own = [sys.executable, "-m", "convviz"]
    if getattr(sys, "frozen", False):
        own = [sys.executable]
    os.execv(wrapper, [wrapper, "-a", "-s", screen, *own, "render", *arguments])


# ---- rendering -------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Moment:
    """When: a story time, and for a clip where it ends."""

    start: float
    end: float


def _moment(resolved: Resolved, options: argparse.Namespace) -> _Moment:
    clip = options.out.suffix.lower() in CLIP_SUFFIXES
    stage = resolved.stage
    if stage is None or stage.record is None:
        if clip or options.step or options.at:
            raise Refused("this document has no sum to show: counts only")
        return _Moment(0.0, 0.0)
    story = stage.storyboard
    if options.step is not None:
        span = step_span(story, options.step)
        if span is None:
            names = ", ".join(step_names(story))
            raise Refused(f"no step named {options.step!r}; there are {names}")
        moment = step_animation(story, options.step) or 0.0
        return _Moment(*span) if clip else _Moment(moment, moment)
    if options.at is None:
        return _Moment(*span_of(story, options.span or "cell")) if clip else _Moment(0.0, 0.0)
    start = min(options.at, story.duration)
    end = story.duration if options.until is None else min(options.until, story.duration)
    if clip and end <= start:
        raise Refused(f"a clip ends after it starts: the story lasts {story.duration:.1f} s")
    return _Moment(start, end)


def _render(options: argparse.Namespace) -> int:
    from convviz.app.exports.without_window import brought, opened

    try:
        project, own_cell = opened(options.document)
    except FileError as error:
        if error.code is not FileErrorCode.NOT_FOUND:
            raise
        known = ", ".join(DOCUMENTS)
        raise Refused(f"no document named {options.document!r}; there are {known}") from error
    if options.layer:
        selected = _layer(project.document, options.layer)
        project = replace(project, document=replace(project.document, selected=selected))
    if options.window:
        from convviz.app.exports.window_shots import WindowShots

        shown = project if own_cell else options.document
        with WindowShots(shown, project.document.selected, options) as shots:
            _write(shots.shown, options, shots)
    else:
        _prepare(options.lang, options.theme, options.text_size)
        settings = Settings(language=options.lang, theme=options.theme, palette=options.palette)
        _write(brought(project, own_cell, settings, options.view), options, None)
    if not options.estimate:
        print(options.out, flush=True)
    return 0


def _layer(document: Document, named: str) -> str:
    """The id of the layer that is called so.

    Raises
    ------
    Refused
        None is.
    """
    nodes = document.network.ordered()
    for node in nodes:
        if named in (node.id, node.name):
            return node.id
    raise Refused(f"no layer named {named!r}; there are {', '.join(node.name for node in nodes)}")


def _prepare(language: str, theme: str, text_size: int) -> None:
    """Make an application that neither has nor wants OpenGL."""
    from PySide6.QtWidgets import QApplication

    from convviz.app.language import switch_language
    from convviz.app.window.theme import apply_theme

    app = QApplication.instance() or QApplication(["convviz"])
    assert isinstance(app, QApplication)
    switch_language(language)
    apply_theme(app, theme, text_size)


def _write(shown: Shown, options: argparse.Namespace, shots: WindowShots | None) -> None:
    moment = _moment(shown.resolved, options)
    if options.out.suffix.lower() in CLIP_SUFFIXES:
        _write_clip(shown, moment, options, shots)
    else:
        write_whole(options.out, _figure(shown.at(Playback(moment.start)), options, shots))


def _figure(
    shown: Shown,
    options: argparse.Namespace,
    shots: WindowShots | None,
) -> bytes:
    from convviz.app.exports import figures
    from convviz.app.exports.without_window import scene_at

    width, height = options.size or FIGURE
    form = options.out.suffix.lower()[1:]
    order = figures.Order(form, width, options.transparent, options.out.stem)
    if shots is not None:
        return shots.figure(shown.pane.playback.time, order)
    if options.what == "plot":
        return figures.panel_figure(figures.plot_panel(shown.resolved, shown.pane.playback), order)
    if options.what == "chain":
        return figures.panel_figure(figures.chain_panel(shown.resolved), order)
    return figures.stage_figure(scene_at(shown, width, height, options.layout), order)


def _write_clip(
    shown: Shown,
    moment: _Moment,
    options: argparse.Namespace,
    shots: WindowShots | None,
) -> None:
    from convviz.app.exports.filming import estimated_bytes, film, stage_shot

    width, height = options.size or (WINDOW if options.window else CLIP)
    fps = options.fps or FPS[options.out.suffix.lower()]
    take = Take(moment.start, moment.end, fps, options.speed)

    def told(done: int, count: int) -> None:
        if options.progress:
            print(f"{done}/{count}", flush=True)

    shot = stage_shot(shown, width, height) if shots is None else shots.shot
    if options.estimate:
        print(estimated_bytes(take, shot, width, height, options.out, told), "bytes", flush=True)
    else:
        write_clip(options.out, film(take, shot, width, height, told))
