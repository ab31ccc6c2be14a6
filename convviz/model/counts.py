"""What a network costs: exact integers, per layer and in total; never needs the values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from convviz.model.kind import Window
from convviz.model.kinds import kind_of
from convviz.model.layer_counts import LayerCounts
from convviz.model.network import Network, shapes
from convviz.model.shape import Shape

__all__ = [
    "Convention",
    "LayerCounts",
    "NetworkCounts",
    "ReceptiveField",
    "count",
    "operations",
]


class Convention(Enum):
    """What "operations" means; always named beside the figure."""

    MAC = "mac"  # fvcore, thop; what papers mean
    MAC_BIAS = "mac-bias"  # torchinfo, ptflops
    FLOP = "flop"  # 2 × MAC: torch's FlopCounterMode
    FLOP_BIAS = "flop-bias"  # calflops


@dataclass(frozen=True)
class ReceptiveField:
    """The cells of the network's input that one output cell reads.

    Output (0, 0) reads the rows from `top` (negative: padding) to `top + height − 1`; each
    output row further on reads `stride_rows` further down; columns likewise. Where branches
    join (concat, add) it is the union of theirs.
    """

    height: int = 1
    width: int = 1
    stride_rows: int = 1
    stride_columns: int = 1
    top: int = 0
    left: int = 0


@dataclass(frozen=True)
class NetworkCounts:
    """Counts per node id, their sums, and what only a whole network has.

    `peak_activation_bytes` is the most that a layer's inputs and output take together.
    """

    layers: dict[str, LayerCounts]
    totals: LayerCounts
    peak_activation_bytes: int
    receptive_fields: dict[str, ReceptiveField]
    shapes: dict[str, Shape]


def count(network: Network) -> NetworkCounts:
    """Count a network.

    Raises
    ------
    ModelError
        As `network.shapes`.
    """
    sizes = shapes(network)
    layers: dict[str, LayerCounts] = {}
    fields: dict[str, ReceptiveField] = {}
    totals, peak = LayerCounts(), 0
    for node in network.ordered():
        kind = kind_of(node.layer)
        inputs = tuple(sizes[source] for source in node.inputs)
        found = kind.counts(node.layer, inputs, sizes[node.id])
        layers[node.id] = found
        totals = totals + found
        live = found.activation_bytes + sum(layers[s].activation_bytes for s in node.inputs)
        peak = max(peak, live)
        read = [fields[source] for source in node.inputs]
        fields[node.id] = _through(read, kind.window(node.layer, inputs))
    return NetworkCounts(layers, totals, peak, fields, sizes)


def _through(read: list[ReceptiveField], window: Window) -> ReceptiveField:
    """Widen the field of what is read by a layer's window.

    Araujo, Norris & Sim, "Computing receptive fields of convolutional neural networks",
    Distill 2019, equations 1 and 2.
    """
    if not read:
        return ReceptiveField()
    top, left = min(f.top for f in read), min(f.left for f in read)
    bottom = max(f.top + f.height for f in read)
    right = max(f.left + f.width for f in read)
    rows, columns = max(f.stride_rows for f in read), max(f.stride_columns for f in read)
    return ReceptiveField(
        height=bottom - top + (window.extent[0] - 1) * rows,
        width=right - left + (window.extent[1] - 1) * columns,
        stride_rows=rows * window.stride[0],
        stride_columns=columns * window.stride[1],
        top=top - window.pads.top * rows,
        left=left - window.pads.left * columns,
    )


def operations(counts: LayerCounts, convention: Convention = Convention.MAC) -> int:
    """Give "the operations" under a convention: of one layer or of a total."""
    return {
        Convention.MAC: counts.macs,
        Convention.MAC_BIAS: counts.macs + counts.bias_additions,
        Convention.FLOP: 2 * counts.macs,
        Convention.FLOP_BIAS: 2 * counts.macs + counts.bias_additions,
    }[convention]
