"""The counts of a network as a table: what stands in it, before it is written in a format."""

from __future__ import annotations

from dataclasses import dataclass

from convviz import words
from convviz.model.counts import NetworkCounts, count
from convviz.model.formulas import QUANTITIES, WHERE_ANY, Formula, formulas
from convviz.model.kinds import as_convolution, kind_of
from convviz.model.network import Network, Node
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.figures import TIMES

Runs = tuple[Span, ...]


@dataclass(frozen=True)
class Row:
    """One layer, or the total.

    Attributes
    ----------
    name, kind : str
        As the user reads them; a total has no kind.
    shape : (int, int, int) or None
        H, W and C of the output.
    filters, output : tuple of Span
        "16 × 1×1×192" and "28×28×16", in the colours of the dimensions; empty where there are none.
    counts : tuple of int
        One for each of the table's quantities.
    """

    name: str
    kind: str
    shape: tuple[int, int, int] | None
    filters: Runs
    output: Runs
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """All rows, and what must stand beside them.

    `macs` opens the MACs of each layer that has any: its name and the formula.
    """

    caption: str
    convention: str
    quantities: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    macs: tuple[tuple[str, Formula], ...]


def counts_table(network: Network, title: str) -> Table:
    """Return what a network costs, layer by layer, in the present language.

    Raises
    ------
    ModelError
        As `network.shapes`.
    """
    found = count(network)
    shown = tuple(q for q in QUANTITIES if q not in WHERE_ANY or getattr(found.totals, q))
    nodes = network.ordered()
    opened = ((node.name, formulas(network, node.id).get("macs")) for node in nodes)
    return Table(
        caption=words.text("export.caption", title=title),
        convention=words.text("export.convention"),
        quantities=shown,
        rows=tuple(_row(node, found, shown) for node in nodes),
        total=_total(found, shown),
        macs=tuple((name, formula) for name, formula in opened if formula is not None),
    )


def _row(node: Node, found: NetworkCounts, quantities: tuple[str, ...]) -> Row:
    shape, layer = found.shapes[node.id], node.layer
    filters: Runs = ()
    if (conv := as_convolution(layer)) is not None:
        depth = conv.group_channels(found.shapes[node.inputs[0]].channels)
        many = Span(words.number(conv.filters), Role.COUT)
        filters = (many, Span(f" {TIMES} ", Role.MUTED), *words.kernel_spans(*conv.kernel, depth))
    role = Role.CIN if kind_of(layer).is_source else Role.COUT
    return Row(
        name=node.name,
        kind=words.text(f"kind.{kind_of(layer).name}"),
        shape=(shape.height, shape.width, shape.channels),
        filters=filters,
        output=words.shape_spans(shape, role),
        counts=tuple(getattr(found.layers[node.id], quantity) for quantity in quantities),
    )


def _total(found: NetworkCounts, quantities: tuple[str, ...]) -> Row:
    counts = tuple(getattr(found.totals, quantity) for quantity in quantities)
    return Row(words.text("export.total"), "", None, (), (), counts)


def heading(quantity: str) -> str:
    """Return the name of a quantity, as the counts panel has it."""
    return words.text(f"counts.quantity.{quantity}")
