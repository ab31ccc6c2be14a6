"""The documents that ship, by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import Layer
from convviz.model.kinds import kind_of
from convviz.model.layers import (
    Add,
    BatchNorm,
    Concat,
    Conv2d,
    GlobalAveragePool,
    Init,
    Input,
    Linear,
    MaxPool,
    ReLU,
    Softmax,
    Source,
)
from convviz.model.network import Network, Node

DEFAULT_DOCUMENT = "seed-bottleneck"
EMPTY = "empty"


@dataclass(frozen=True)
class DocumentSpec:
    """A network and the node on which it opens."""

    network: Network
    selected: str


def chain(*layers: tuple[str, Layer]) -> Network:
    """Build a chain of (name, layer); the names are the ids too."""
    nodes: list[Node] = []
    for name, layer in layers:
        nodes.append(Node(name, name, layer, (nodes[-1].id,) if nodes else ()))
    return Network(tuple(nodes))


# Seeds are chosen so that no filter of the lesson is dead, or alive everywhere, on our photos.


def seed_bottleneck() -> Network:
    """28×28×192 → 16 filters 1×1 → ReLU → 32 filters 5×5, padding 2 → ReLU: the lesson."""
    return chain(
        ("input", Input(192, 28, 28)),
        ("conv1", Conv2d(16, (1, 1), seed=1038)),
        ("relu1", ReLU()),
        ("conv2", Conv2d(32, (5, 5), padding="same", seed=84)),
        ("relu2", ReLU()),
    )


def seed_direct() -> Network:
    """28×28×192 → 32 filters 5×5, padding 2 → ReLU: the costly layer alone."""
    return chain(
        ("input", Input(192, 28, 28)),
        ("conv1", Conv2d(32, (5, 5), padding="same", seed=168)),
        ("relu1", ReLU()),
    )


def five_filters() -> Network:
    """32×32×3 → five 5×5 filters: five output channels."""
    return chain(
        ("input", Input(3, 32, 32, Source.PHOTO)),
        ("conv1", Conv2d(5, (5, 5), init=Init.GABOR, seed=1)),
    )


def colour_mixing() -> Network:
    """A photo through one 1×1×3 filter with luma weights: grey."""
    return chain(
        ("input", Input(3, 64, 64, Source.PHOTO)),
        ("conv1", Conv2d(1, (1, 1), bias=False, init=Init.LUMA)),
    )


def colour_mixing_sepia() -> Network:
    """A photo through three 1×1×3 filters: sepia."""
    return chain(
        ("input", Input(3, 64, 64, Source.PHOTO)),
        ("conv1", Conv2d(3, (1, 1), bias=False, init=Init.SEPIA)),
    )


def small_classifier() -> Network:
    """A 32×32 photo through two convolutions, each pooled, to ten shares; random weights."""
    return chain(
        ("input", Input(3, 32, 32, Source.PHOTO)),
        ("conv1", Conv2d(8, (5, 5), padding="same", init=Init.GABOR, seed=292)),
        ("relu1", ReLU()),
        ("pool1", MaxPool((2, 2), (2, 2))),
        ("conv2", Conv2d(16, (3, 3), padding="same")),
        ("relu2", ReLU()),
        ("pool2", MaxPool((2, 2), (2, 2))),
        ("mean", GlobalAveragePool()),
        ("linear", Linear(10, seed=3)),
        ("softmax", Softmax()),
    )


def googlenet_stem() -> Network:
    """GoogLeNet's first layers, from 224×224×3 to 28×28×192; its two response norms left out."""
    return chain(
        ("input", Input(3, 224, 224, Source.PHOTO)),
        ("conv1", Conv2d(64, (7, 7), stride=(2, 2), padding=(3, 3), init=Init.GABOR, seed=10)),
        ("relu1", ReLU()),
        ("pool1", MaxPool((3, 3), (2, 2), ceil_mode=True)),
        ("conv2", Conv2d(64, (1, 1), seed=123)),
        ("relu2", ReLU()),
        ("conv3", Conv2d(192, (3, 3), padding="same", seed=1)),
        ("relu3", ReLU()),
        ("pool2", MaxPool((3, 3), (2, 2), ceil_mode=True)),
    )


def inception_3a() -> Network:
    """GoogLeNet's first Inception module: 28×28×192 in four branches, behind one another again.

    Szegedy et al. 2015, "Going deeper with convolutions", Table 1, row "inception (3a)".
    """

    def conv(name: str, filters: int, side: int, source: str, seed: int) -> tuple[Node, Node]:
        layer = Conv2d(filters, (side, side), padding="same", seed=seed)
        relu = name.replace("conv", "relu")
        return Node(name, name, layer, (source,)), Node(relu, relu, ReLU(), (name,))

    pool = MaxPool((3, 3), (1, 1), padding=(1, 1))
    # The branch of 5×5 is the lesson's bottleneck.
    return Network(
        (
            Node("input", "input", Input(192, 28, 28)),
            *conv("conv1x1", 64, 1, "input", 128),
            *conv("conv3x3-reduce", 96, 1, "input", 153),
            *conv("conv3x3", 128, 3, "relu3x3-reduce", 49),
            *conv("conv5x5-reduce", 16, 1, "input", 1038),
            *conv("conv5x5", 32, 5, "relu5x5-reduce", 84),
            Node("pool", "pool", pool, ("input",)),
            *conv("conv-pool", 32, 1, "pool", 90),
            Node("concat", "concat", Concat(), ("relu1x1", "relu3x3", "relu5x5", "relu-pool")),
        )
    )


def residual_block() -> Network:
    """A residual block with a bottleneck: 1×1 → 3×3 → 1×1, added to what went in.

    He et al. 2016, "Deep residual learning for image recognition", Figure 5 (right), for an input
    of 192 channels: a quarter of them in between.
    """
    within = chain(
        ("input", Input(192, 28, 28)),
        ("conv1", Conv2d(48, (1, 1), bias=False, seed=1)),
        ("norm1", BatchNorm()),
        ("relu1", ReLU()),
        ("conv2", Conv2d(48, (3, 3), padding="same", bias=False, seed=2)),
        ("norm2", BatchNorm()),
        ("relu2", ReLU()),
        ("conv3", Conv2d(192, (1, 1), bias=False, seed=3)),
        ("norm3", BatchNorm()),
    )
    joined = Node("add", "add", Add(), ("norm3", "input"))
    return Network((*within.nodes, joined, Node("relu3", "relu3", ReLU(), ("add",))))


def empty() -> Network:
    """A photo, and no layer yet."""
    return chain(("input", Input(3, 64, 64, Source.PHOTO)))


DOCUMENTS: dict[str, Callable[[], Network]] = {
    "seed-bottleneck": seed_bottleneck,
    "seed-direct": seed_direct,
    "five-filters": five_filters,
    "colour-mixing": colour_mixing,
    "colour-mixing-sepia": colour_mixing_sepia,
    "small-classifier": small_classifier,
    "googlenet-stem": googlenet_stem,
    "inception-3a": inception_3a,
    "residual-block": residual_block,
}
OPENED_ON = {"inception-3a": "concat", "residual-block": "add"}  # others on their first layer


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[str, Network], ...]:
    return tuple((name, _as_shipped(make())) for name, make in DOCUMENTS.items())


def shipped_as(network: Network) -> str | None:
    """Give the id of the document that a network is; None where none ships like it (edited)."""
    told = _as_shipped(network)
    return next((name for name, made in _shipped() if made == told), None)


def _as_shipped(network: Network) -> Network:
    """Give a network as it would be written today: files of earlier versions say some otherwise."""
    return Network(tuple(_written_today(node) for node in network.nodes))


def _written_today(node: Node) -> Node:
    return replace(node, layer=kind_of(node.layer).as_shipped(node.layer))


def known(document_id: str) -> bool:
    """Tell whether a document ships by that id: a sample, or the empty one."""
    return document_id == EMPTY or document_id in DOCUMENTS


def document(document_id: str) -> DocumentSpec:
    """Give a shipped document, opened on its first layer, or on where its branches meet.

    One without a layer is opened on its input.

    Raises
    ------
    ModelError
        UNKNOWN_DOCUMENT.
    """
    if document_id == EMPTY:
        return DocumentSpec(empty(), "input")
    make = DOCUMENTS.get(document_id)
    if make is None:
        raise ModelError(ErrorCode.UNKNOWN_DOCUMENT, values={"document": document_id})
    return DocumentSpec(make(), OPENED_ON.get(document_id, "conv1"))
