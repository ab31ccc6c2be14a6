"""``convviz export FILE_OR_ID --out NAME.(csv|md|tex|html|py)``: tables and code, without Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from convviz import words
from convviz.app.cli.named_document import (
    NotThere,
    add_document,
    named_document,
    named_network,
    title_of,
)
from convviz.files.dictionary import speak
from convviz.files.errors import FileError
from convviz.files.table_files import ENDINGS, write_table
from convviz.words.errors import error_text

CODE = ".py"
FRAMEWORKS = ("torch", "keras")  # as files.code has them, which loads numpy


def run_export(arguments: Sequence[str]) -> int:
    """Write a file; returns the exit status (2 and one line on stderr where it cannot be)."""
    parse = argparse.ArgumentParser(prog="convviz export")
    add_document(parse)
    formats = "|".join(ending[1:] for ending in (*ENDINGS, CODE))
    parse.add_argument(
        "--out", required=True, metavar="NAME", help=f"file to write, ending in .({formats})"
    )
    parse.add_argument(
        "--framework",
        choices=FRAMEWORKS,
        help=f"of a {CODE} file, whose numbers go into an .npz beside it ({FRAMEWORKS[0]})",
    )
    options = parse.parse_args(arguments)
    speak(options.lang)
    try:
        written = _written(options)
    except NotThere as why:
        return _refused(str(why))
    except FileError as error:
        return _refused(error_text(error))
    for path in written:
        print(path)
    return 0


def _written(options: argparse.Namespace) -> tuple[Path, ...]:
    path = Path(options.out)
    ending = path.suffix.lower()
    if ending not in (*ENDINGS, CODE):
        endings = ", ".join((*ENDINGS, CODE))
        raise NotThere(words.text("export.no-format", file=path.name, endings=endings))
    title = title_of(options.document)
    if ending == CODE:
        from convviz.files.code import write_code
        from convviz.files.code_numbers import values_of

        document = named_document(options.document)
        framework = options.framework or FRAMEWORKS[0]
        numbers = write_code(path, document.network, title, values_of(document), framework)
        return path, numbers
    if options.framework is not None:
        raise NotThere(words.text("export.no-framework", file=path.name))
    write_table(path, named_network(options.document), title, options.lang)
    return (path,)


def _refused(why: str) -> int:
    line = " ".join(why.split())
    print(f"convviz: {line}", file=sys.stderr)
    return 2
