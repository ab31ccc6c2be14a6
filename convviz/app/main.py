"""Start: the command line first, so that counting needs no Qt; then the window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from convviz import __version__
from convviz.model.documents import DOCUMENTS, EMPTY
from convviz.scene.themes import THEMES

SUFFIX = ".convviz"  # of a document's file, as files.network_json has it: nothing is loaded here


def parser() -> argparse.ArgumentParser:
    """The command line."""
    parse = argparse.ArgumentParser(prog="convviz", description=__doc__)
    parse.add_argument("--version", action="version", version=f"convviz {__version__}")
    parse.add_argument(
        "document",
        nargs="?",
        metavar="FILE_OR_ID",
        help=f"document to open, past the start page: a {SUFFIX} file, {', '.join(DOCUMENTS)}; "
        "or: count FILE_OR_ID [--json], export FILE_OR_ID --out NAME, "
        "render FILE_OR_ID --out NAME, documents [--json]",
    )
    parse.add_argument("--lang", choices=("en", "ko"), help="language of the window")
    parse.add_argument("--theme", choices=THEMES, help="theme of the window")
    parse.add_argument("--size", type=_size, metavar="WxH", help="size of the window")
    parse.add_argument(
        "--snapshot",
        metavar="PATH",
        help="write the window as PNG once its first frame is complete, and exit",
    )
    parse.add_argument(
        "--gallery",
        metavar="FOLDER",
        help="write the pictures of the README into a folder, and exit",
    )
    parse.add_argument(
        "--smoke-test",
        nargs="?",
        const="",
        metavar="PATH",
        help="open, compute, draw, play a second, write the window as PNG, switch the language, "
        "say in one line how it went, and exit",
    )
    return parse


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not cross or not width.isdigit() or not height.isdigit():
        raise argparse.ArgumentTypeError("a size is two whole numbers: 1280x800")
    return int(width), int(height)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ConvViz; returns the exit status (2 for a wrong command line or no display)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _plain_streams()
    if given[:1] == ["count"]:
        from convviz.app.cli.count import run_count

        return run_count(given[1:])
    if given[:1] == ["export"]:
        from convviz.app.cli.export import run_export

        return run_export(given[1:])
    if given[:1] == ["documents"]:
        from convviz.app.cli.documents import run_documents

        return run_documents(given[1:])
    if given[:1] == ["render"]:
        from convviz.app.cli.render import run_render

        return run_render(given[1:])
    options = parser().parse_args(given)
    if options.document not in (None, EMPTY, *DOCUMENTS) and not _names_file(options.document):
        return refuse(
            f"convviz: no document named {options.document!r}; there are {', '.join(DOCUMENTS)}"
        )
    from convviz.app.startup.display import display_fault

    fault = display_fault()
    if fault is not None:
        return refuse(f"convviz: {fault}")
    from convviz.app.startup.start import start

    return start(options)


def _names_file(named: str) -> bool:
    return named.lower().endswith(SUFFIX) or Path(named).is_file()


def refuse(sentence: str) -> int:
    """Say on stderr why nothing happens; the exit status 2."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    return 2


def _plain_streams() -> None:
    """UTF-8 out, whatever the console: a Korean Windows console is cp949."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
