"""``convviz documents [--json] [--lang en|ko]``: what ships, by id, without Qt."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from convviz.app.cli.named_document import title_of
from convviz.files.dictionary import speak
from convviz.model.documents import DOCUMENTS
from convviz.state.settings import LANGUAGES


def run_documents(arguments: Sequence[str]) -> int:
    """Print each document's id and title; returns the exit status."""
    parse = argparse.ArgumentParser(prog="convviz documents")
    parse.add_argument("--json", action="store_true", help="as a JSON array")
    parse.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the titles")
    options = parse.parse_args(arguments)
    speak(options.lang)
    titles = {name: title_of(name) for name in DOCUMENTS}
    if options.json:
        listed = [{"id": name, "title": title} for name, title in titles.items()]
        print(json.dumps(listed, indent=2, ensure_ascii=False))
        return 0
    width = max(map(len, titles))
    for name, title in titles.items():
        print(f"{name.ljust(width)}  {title}")
    return 0
