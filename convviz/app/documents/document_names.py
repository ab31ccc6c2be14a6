"""What the documents that ship are called: the key of each one's title, and of what it shows."""

from __future__ import annotations

from convviz import words

TITLES = {
    "seed-bottleneck": "document.seed-bottleneck",
    "seed-direct": "document.seed-direct",
    "five-filters": "document.five-filters",
    "colour-mixing": "document.colour-mixing",
    "colour-mixing-sepia": "document.colour-mixing-sepia",
    "small-classifier": "document.small-classifier",
    "googlenet-stem": "document.googlenet-stem",
    "inception-3a": "document.inception-3a",
    "residual-block": "document.residual-block",
    "empty": "document.empty",
}
ABOUT = {
    "seed-bottleneck": "start.about.seed-bottleneck",
    "seed-direct": "start.about.seed-direct",
    "five-filters": "start.about.five-filters",
    "colour-mixing": "start.about.colour-mixing",
    "colour-mixing-sepia": "start.about.colour-mixing-sepia",
    "small-classifier": "start.about.small-classifier",
    "googlenet-stem": "start.about.googlenet-stem",
    "inception-3a": "start.about.inception-3a",
    "residual-block": "start.about.residual-block",
}


def document_title(document: str) -> str:
    """The title of a document that ships, by its id, in the present language."""
    return words.text(TITLES[document])
