"""Where the rows of the list of layers stand in a graph, and what their layers read."""

from __future__ import annotations

from typing import NamedTuple

from convviz import words
from convviz.model.network import Node
from convviz.model.stages import stage_reads
from convviz.scene.strip_lanes import lanes_of
from convviz.state.resolved import Resolved


class RowPlace(NamedTuple):
    """Where a row stands in a graph: in a branch, as its first; and what its layer reads.

    The text is empty where that is the layer of the row above.
    """

    branch: bool = False
    first: bool = False
    reads: str = ""


def row_places(new: Resolved) -> dict[str, RowPlace]:
    """Give the place of every layer's row."""
    network = new.document.network
    alone = lanes_of(stage_reads(network, new.groups)).alone
    branch = {
        node: not free for group, free in zip(new.groups, alone, strict=True) for node in group
    }
    found: dict[str, RowPlace] = {}
    above: tuple[str, ...] = ()
    for node in network.in_order():
        other = node.inputs not in ((), above)
        found[node.id] = RowPlace(branch[node.id], other, reads_text(new, node) if other else "")
        above = (node.id,)
    return found


def reads_text(new: Resolved, node: Node) -> str:
    """Give "reads conv1 and conv3"."""
    names = [new.document.network.node(source).name for source in node.inputs]
    if len(names) == 1:
        return words.text("editor.row.reads", name=names[0])
    first = ", ".join(names[:-1])
    return words.text("editor.row.reads.several", first=first, last=names[-1])
