"""Which layers have no values, known from the shapes alone: before, and without, computing."""

from __future__ import annotations

from convviz.model.kinds import as_input, kind_of
from convviz.model.network import Network, shapes
from convviz.model.sources import source_limit
from convviz.model.values import LIMIT_TOTAL, Unvalued, over_limit


def unvalued(network: Network) -> dict[str, Unvalued]:
    """Tell why layers will have no values, by node id; those that will have some are left out.

    Parameters
    ----------
    network
        A valid one.
    """
    sizes = shapes(network)
    found: dict[str, Unvalued] = {}
    kept = 0  # weights and cells, as `values.evaluate` adds them up
    for node in network.ordered():
        size = sizes[node.id]
        if (provided := as_input(node.layer)) is not None:
            limit = source_limit(provided)
            if limit is not None:  # of its cells, or of the stem that makes photo features
                cells = limit == Unvalued.CELLS
                found[node.id] = Unvalued.CELLS if cells else Unvalued.SOURCE
        elif (reason := over_limit(network, node.id, sizes)) is not None:
            found[node.id] = Unvalued(reason)
        elif kept + size.cells > LIMIT_TOTAL:
            found[node.id] = Unvalued.TOTAL
        elif any(source in found for source in node.inputs):
            found[node.id] = Unvalued.INPUT
        if node.id not in found:
            read = tuple(sizes[source] for source in node.inputs)
            kept += size.cells + kind_of(node.layer).counts(node.layer, read, size).parameters
    return found
