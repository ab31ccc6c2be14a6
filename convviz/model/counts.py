"""What a network costs: exact integers, per layer and in total; never needs the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from convviz.model.kind import Layer, Window
from convviz.model.kinds import kind_of
from convviz.model.layer_counts import LayerCounts, summed
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

    `live_activation_bytes` is what a layer's inputs and output take together, and
    `peak_activation_bytes` the most of these.
    """

    layers: dict[str, LayerCounts]
    totals: LayerCounts
    live_activation_bytes: dict[str, int]
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
    paths: dict[str, tuple[ReceptiveField, ...]] = {}
    live: dict[str, int] = {}
    for node in network.ordered():
        inputs = tuple(sizes[source] for source in node.inputs)
        found, window = _of_layer(node.layer, inputs, sizes[node.id])
        layers[node.id] = found
        read_bytes = sum(layers[source].activation_bytes for source in set(node.inputs))
        live[node.id] = found.activation_bytes + read_bytes
        read = tuple(
            _repeated(path, sizes[source], sizes[node.id]) if len(inputs) > 1 else path
            for source in node.inputs
            for path in paths[source]
        )
        paths[node.id] = _through(read, window)
    fields = {node_id: _union(found) for node_id, found in paths.items()}
    totals = summed(layers.values())
    return NetworkCounts(layers, totals, live, max(live.values()), fields, sizes)


# Most layers are the same after an edit: 1,000 of them are counted anew within a keystroke.
_KEPT = 8_192


@lru_cache(maxsize=_KEPT)
def _of_layer(layer: Layer, inputs: tuple[Shape, ...], output: Shape) -> tuple[LayerCounts, Window]:
    kind = kind_of(layer)
    return kind.counts(layer, inputs, output), kind.window(layer, inputs)


@lru_cache(maxsize=_KEPT)
def _through(read: tuple[ReceptiveField, ...], window: Window) -> tuple[ReceptiveField, ...]:
    """Widen the fields of what is read by a layer's window: one for each pair of strides.

    Araujo, Norris & Sim, "Computing receptive fields of convolutional neural networks",
    Distill 2019, equations 1 and 2. Branches of different strides are kept apart, as a step
    further on moves them differently.
    """
    if not read:
        return (ReceptiveField(),)
    alike: dict[tuple[int, int], list[ReceptiveField]] = {}
    for field in read:
        alike.setdefault((field.stride_rows, field.stride_columns), []).append(field)
    return tuple(_widened(_union(fields), window) for fields in alike.values())


def _repeated(read: ReceptiveField, size: Shape, output: Shape) -> ReceptiveField:
    """Give the field of an input as a join reads it: one cell for all positions stays in place."""
    if (size.height, size.width) != (1, 1) or (output.height, output.width) == (1, 1):
        return read
    return replace(read, stride_rows=0, stride_columns=0)


def _widened(read: ReceptiveField, window: Window) -> ReceptiveField:
    rows, columns = read.stride_rows, read.stride_columns
    return ReceptiveField(
        height=read.height + (window.extent[0] - 1) * rows,
        width=read.width + (window.extent[1] - 1) * columns,
        stride_rows=rows * window.stride[0],
        stride_columns=columns * window.stride[1],
        top=read.top - window.pads.top * rows,
        left=read.left - window.pads.left * columns,
    )


def _union(fields: Sequence[ReceptiveField]) -> ReceptiveField:
    """Give the smallest field that holds all; its strides are the widest."""
    if len(fields) == 1:
        return fields[0]
    top, left = min(f.top for f in fields), min(f.left for f in fields)
    return ReceptiveField(
        height=max(f.top + f.height for f in fields) - top,
        width=max(f.left + f.width for f in fields) - left,
        stride_rows=max(f.stride_rows for f in fields),
        stride_columns=max(f.stride_columns for f in fields),
        top=top,
        left=left,
    )


def operations(counts: LayerCounts, convention: Convention = Convention.MAC) -> int:
    """Give "the operations" under a convention: of one layer or of a total."""
    return {
        Convention.MAC: counts.macs,
        Convention.MAC_BIAS: counts.macs + counts.bias_additions,
        Convention.FLOP: 2 * counts.macs,
        Convention.FLOP_BIAS: 2 * counts.macs + counts.bias_additions,
    }[convention]
