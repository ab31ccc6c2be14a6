"""A table of counts into a file, in the format that its ending names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from convviz.files.disk import write_whole
from convviz.files.table import Table, counts_table
from convviz.files.table_formats import as_csv, as_html, as_latex, as_markdown
from convviz.model.network import Network

_WRITERS: dict[str, Callable[[Table, str], str]] = {
    ".csv": lambda table, _: f"\ufeff{as_csv(table)}",  # the mark has Excel read UTF-8
    ".md": lambda table, _: as_markdown(table),
    ".tex": lambda table, _: as_latex(table),
    ".html": as_html,
}
ENDINGS = tuple(_WRITERS)


def write_table(path: Path, network: Network, title: str, language: str) -> None:
    """Write a network's counts; the path's ending is one of `ENDINGS`.

    Raises
    ------
    FileError
        As `disk.write_whole`.
    """
    text = _WRITERS[path.suffix.lower()](counts_table(network, title), language)
    write_whole(path, text.encode("utf-8", "replace"))
