"""The document that a command line names: one that ships, or a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from convviz import words
from convviz.files.errors import FileError
from convviz.files.network_json import SUFFIX, read_network
from convviz.files.projects import read_project
from convviz.model.documents import DOCUMENTS, document
from convviz.model.network import Network
from convviz.state.document import Document
from convviz.state.settings import LANGUAGES
from convviz.words.errors import error_text


class NotThere(Exception):
    """A document could not be had; the text says why, in one line."""


def add_document(parse: argparse.ArgumentParser) -> None:
    """Let a command line name a document, and the language of what is written."""
    known = ", ".join(DOCUMENTS)
    parse.add_argument("document", metavar="FILE_OR_ID", help=f"a {SUFFIX} file, or {known}")
    parse.add_argument(
        "--lang", choices=LANGUAGES, default="en", help="language of what is written"
    )


def named_network(named: str) -> Network:
    """Return the network of a document, without photos and typed weights.

    Raises
    ------
    NotThere
    """
    if named in DOCUMENTS:
        return DOCUMENTS[named]()
    try:
        return read_network(_path(named))
    except FileError as error:
        raise NotThere(error_text(error)) from error


def named_document(named: str) -> Document:
    """Return the whole of a document.

    Raises
    ------
    NotThere
    """
    if named in DOCUMENTS:
        spec = document(named)
        return Document(named, spec.network, spec.selected)
    try:
        return read_project(_path(named)).document
    except FileError as error:
        raise NotThere(error_text(error)) from error


def title_of(named: str) -> str:
    """Return what a document is called: by its words, or by its file's name."""
    key = f"document.{named}"
    return words.text(key) if words.has(key) else Path(named).stem


def _path(named: str) -> Path:
    path = Path(named)
    if path.suffix.lower() != SUFFIX and not path.is_file():
        known = ", ".join(DOCUMENTS)
        raise NotThere(words.text("export.no-document", name=repr(named), documents=known))
    return path
