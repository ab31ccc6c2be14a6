"""The convolution: fields, rules, shapes, counts and their formulas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.initialisation import Init
from convviz.model.kind import FieldSpec, Kind, Layer, Window, as_pair
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.layers.input import volume_factors
from convviz.model.limits import DIMENSION_LIMIT, SEED_LIMIT
from convviz.model.reading import Reading
from convviz.model.shape import (
    BYTES_PER_NUMBER,
    Padding,
    Pads,
    Pair,
    Shape,
    inside_taps,
    output_extent,
    same_pads,
    window_extent,
)

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import CellRecord
    from convviz.model.weights import ConvWeights


OFFERED = 16  # filters of a new layer
_UNKNOWN = 0  # groups of a depthwise layer whose input is not known yet


@dataclass(frozen=True)
class Conv2d(Layer):
    """A convolution; kernel, stride, dilation and padding are (h, w), a number means both.

    `depthwise`: each channel is a group of its own, however many there are, so that groups and
    filters follow the channels that are read (`follow`).
    """

    filters: int
    kernel: Pair
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    padding: Padding = (0, 0)
    groups: int = 1
    bias: bool = True
    init: Init = Init.HE
    seed: int = 0
    depthwise: bool = False

    def __post_init__(self) -> None:
        """Make pairs of numbers."""
        for name in ("kernel", "stride", "dilation", "padding"):
            object.__setattr__(self, name, as_pair(getattr(self, name)))

    def pads(self, height: int, width: int) -> Pads:
        """Give the zeros put around an input of that size: (top, bottom, left, right)."""
        if self.padding == "same":
            top, bottom = same_pads(height, self.kernel[0], self.stride[0], self.dilation[0])
            left, right = same_pads(width, self.kernel[1], self.stride[1], self.dilation[1])
            return Pads(top, bottom, left, right)
        rows, columns = self.padding
        return Pads(rows, rows, columns, columns)

    def group_channels(self, channels: int) -> int:
        """Give a filter's depth: Cin ÷ groups."""
        return channels // self.groups

    def output_shape(self, read: Shape) -> Shape:
        """Give (filters, H, W) of the output."""
        _, height, width = read
        pads = self.pads(height, width)
        (kh, kw), (sh, sw), (dh, dw) = self.kernel, self.stride, self.dilation
        return Shape(
            self.filters,
            output_extent(height, kh, sh, dh, pads.top + pads.bottom),
            output_extent(width, kw, sw, dw, pads.left + pads.right),
        )


def settled(layer: Conv2d, field: str) -> Conv2d:
    """Give the layer once a field was set: a number of groups is not depthwise, and the reverse."""
    if field == "groups":
        return replace(layer, depthwise=False)
    if field == "depthwise":  # how many groups that makes is known with what is read
        return replace(layer, groups=_UNKNOWN if layer.depthwise else 1)
    return layer


def follow(layer: Conv2d, inputs: tuple[Shape, ...]) -> Conv2d:
    """Give as many groups as channels to a depthwise layer, and each as many filters as before."""
    channels = inputs[0].channels
    if not layer.depthwise or layer.groups == channels:
        return layer
    filters, groups = layer.filters, layer.groups
    if groups != _UNKNOWN and filters % groups == 0:
        filters = filters // groups * channels
    elif filters % channels:
        filters = channels
    return replace(layer, groups=channels, filters=filters)


def check(layer: Conv2d, inputs: tuple[Shape, ...]) -> None:
    """Check groups, weights' source, and that the kernel fits the padded input.

    Raises
    ------
    ModelError
        GROUPS_INPUT, GROUPS_FILTERS, INIT_CHANNELS, KERNEL_TOO_LARGE, EMPTY_OUTPUT, TOO_LARGE.
    """
    _check_groups(layer, inputs[0].channels)
    pads = layer.pads(inputs[0].height, inputs[0].width)
    sizes = (inputs[0].height, inputs[0].width)
    sums = (pads.top + pads.bottom, pads.left + pads.right)
    for axis, name in enumerate(("height", "width")):
        padded, kernel = sizes[axis] + sums[axis], layer.kernel[axis]
        extent = window_extent(kernel, layer.dilation[axis])
        if kernel > padded:
            raise ModelError(
                ErrorCode.KERNEL_TOO_LARGE,
                field="kernel",
                values={"axis": name, "kernel": kernel, "padded": padded},
            )
        if extent > padded:
            raise ModelError(
                ErrorCode.EMPTY_OUTPUT,
                field="dilation",
                values={"axis": name, "extent": extent, "padded": padded},
            )
        out = (padded - extent) // layer.stride[axis] + 1
        if out > DIMENSION_LIMIT:
            raise ModelError(
                ErrorCode.TOO_LARGE,
                field="padding",
                values={"axis": name, "value": out, "high": DIMENSION_LIMIT},
            )


def _check_groups(layer: Conv2d, channels: int) -> None:
    if channels % layer.groups or (layer.depthwise and channels != layer.groups):
        raise ModelError(
            ErrorCode.GROUPS_INPUT,
            field="groups",
            values={"groups": layer.groups, "channels": channels},
        )
    if layer.filters % layer.groups:
        raise ModelError(
            ErrorCode.GROUPS_FILTERS,
            field="groups",
            values={"groups": layer.groups, "filters": layer.filters},
        )
    depth = layer.group_channels(channels)
    if layer.init in (Init.LUMA, Init.SEPIA) and depth != 3:
        raise ModelError(
            ErrorCode.INIT_CHANNELS,
            field="init",
            values={"init": layer.init.value, "needed": 3, "channels": depth},
        )


def output_shape(layer: Conv2d, inputs: tuple[Shape, ...]) -> Shape:
    """Give (filters, H, W) of the output."""
    return layer.output_shape(inputs[0])


def window(layer: Conv2d, inputs: tuple[Shape, ...]) -> Window:
    """Give which cells one output cell reads."""
    extents = tuple(window_extent(k, d) for k, d in zip(layer.kernel, layer.dilation, strict=True))
    pads = layer.pads(inputs[0].height, inputs[0].width)
    return Window((extents[0], extents[1]), layer.stride, pads)


def inside(layer: Conv2d, source: Shape, output: Shape) -> Pair:
    """Count the taps on cells, over all output rows and over all output columns."""
    pads = layer.pads(source.height, source.width)
    (kh, kw), (sh, sw), (dh, dw) = layer.kernel, layer.stride, layer.dilation
    rows = inside_taps(source.height, kh, sh, dh, pads.top, output.height)
    columns = inside_taps(source.width, kw, sw, dw, pads.left, output.width)
    return rows, columns


def counts(layer: Conv2d, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count from the definition: every output cell is k·k·(Cin ÷ groups) products, added up.

    n products take n − 1 additions, the bias one more. Padding's products count, as in every
    counting tool (fvcore, thop), and are given apart.
    """
    per_cell = layer.kernel[0] * layer.kernel[1] * layer.group_channels(inputs[0].channels)
    weights = per_cell * layer.filters
    biases = layer.filters if layer.bias else 0
    macs = per_cell * output.cells
    rows, columns = inside(layer, inputs[0], output)
    bias_additions = output.cells if layer.bias else 0
    return LayerCounts(
        weights=weights,
        biases=biases,
        macs=macs,
        padding_macs=macs
        - rows * columns * layer.group_channels(inputs[0].channels) * layer.filters,
        multiplications=macs,
        additions=(per_cell - 1) * output.cells + bias_additions,
        bias_additions=bias_additions,
        activation_bytes=activation_bytes(output),
        weight_bytes=(weights + biases) * BYTES_PER_NUMBER,
    )


def formulas(layer: Conv2d, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open every count of the layer."""
    found = counts(layer, inputs, output)
    depth = _depth_factor(layer, inputs[0].channels)
    kernel = (
        Factor("k" if layer.kernel[0] == layer.kernel[1] else "kh", layer.kernel[0], Dimension.K),
        Factor("k" if layer.kernel[0] == layer.kernel[1] else "kw", layer.kernel[1], Dimension.K),
    )
    cout = Factor("Cout", layer.filters, Dimension.COUT)
    byte = Factor("bytes", BYTES_PER_NUMBER)
    cells = volume_factors(output, Dimension.COUT)
    weights, biases = Term((*kernel, depth, cout)), [Term((cout,))] if layer.bias else []
    macs = Term((*cells[:2], *kernel, depth, cout))
    rows, columns = inside(layer, inputs[0], output)
    on_cells = (Factor("rows", rows, Dimension.H), Factor("columns", columns, Dimension.W))
    fewer = Factor("k·k·Cin−1", found.weights // layer.filters - 1)
    memory = [Term((*term.factors, byte)) for term in (weights, *biases)]
    rows_of_terms: dict[str, list[Term]] = {
        "weights": [weights],
        "biases": biases,
        "parameters": [weights, *biases],
        "macs": [macs],
        "padding_macs": [macs, Term((*on_cells, depth, cout), sign=-1)],
        "multiplications": [macs],
        "additions": [Term((fewer, *cells)), *([Term(cells)] if layer.bias else [])],
        "activation_bytes": [Term((*cells, byte))],
        "weight_bytes": memory,
    }
    return {
        name: formula(name, terms, getattr(found, name)) for name, terms in rows_of_terms.items()
    }


def _depth_factor(layer: Conv2d, channels: int) -> Factor:
    symbol = "Cin" if layer.groups == 1 else "Cin÷groups"
    return Factor(symbol, layer.group_channels(channels), Dimension.CIN)


def weights_shape(layer: Conv2d, inputs: tuple[Shape, ...]) -> tuple[int, ...]:
    """Give (Cout, Cin/groups, kh, kw)."""
    return (layer.filters, layer.group_channels(inputs[0].channels), *layer.kernel)


def weights(layer: Conv2d, node: str, inputs: tuple[Shape, ...]) -> ConvWeights:
    """Give (Cout, Cin/groups, kh, kw) and (Cout,) float32."""
    from convviz.model.weights import conv_weights  # here, so that counting starts without numpy

    return conv_weights(layer, node, inputs[0].channels)


def values(layer: Conv2d, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Compute the convolution, (Cout, H, W) float32."""
    from convviz.model.convolve import convolve

    assert weights is not None
    return convolve(arrays[0], weights, layer)


def offers(read: Shape) -> tuple[Layer, ...]:
    """Offer a 3×3 and a 1×1 layer that keep height and width, of as many filters for any input."""
    return Conv2d(OFFERED, (3, 3), padding="same"), Conv2d(OFFERED, (1, 1), padding="same")


def record(
    layer: Conv2d,
    weights: ConvWeights | None,
    arrays: tuple[Floats, ...],
    output: Floats,
    cell: tuple[int, int, int],
) -> CellRecord:
    """Give the products, their sums and the bias that make one cell."""
    from convviz.model.recording import convolution_record

    assert weights is not None
    return convolution_record(layer, weights, arrays[0], output, cell)


def reading(layer: Conv2d, read: Shape) -> Reading:
    """Give the window, as deep as the channels of a group."""
    pads = layer.pads(read.height, read.width)
    depth, sharing = read.channels // layer.groups, layer.filters // layer.groups
    return Reading(layer.kernel, layer.stride, layer.dilation, pads, depth, sharing)


def as_shipped(layer: Conv2d) -> Conv2d:
    """Say "same" where a padding comes to it: files of earlier versions have it in numbers."""
    if layer.stride != (1, 1):
        return layer
    reach = zip(layer.kernel, layer.dilation, strict=True)
    same = tuple(d * (k - 1) // 2 if k % 2 else -1 for k, d in reach)
    return replace(layer, padding="same") if layer.padding == same else layer


KIND = Kind(
    name="conv2d",
    layer=Conv2d,
    rank=20,
    stem="conv",
    offers=offers,
    settled=settled,
    follow=follow,
    fields=(
        FieldSpec("filters", "int"),
        FieldSpec("kernel", "pair"),
        FieldSpec("stride", "pair"),
        FieldSpec("padding", "padding", low=0),
        FieldSpec("dilation", "pair"),
        FieldSpec("groups", "int"),
        FieldSpec("depthwise", "bool", own_row=False),
        FieldSpec("bias", "bool"),
        FieldSpec("init", "choice", choices=tuple(Init)),
        FieldSpec("seed", "int", low=0, high=SEED_LIMIT),
    ),
    check=check,
    output_shape=output_shape,
    window=window,
    counts=counts,
    formulas=formulas,
    weights=weights,
    weights_shape=weights_shape,
    values=values,
    record=record,
    reading=reading,
    convolution=lambda layer: layer,
    keeps_pictures=lambda layer: layer.init in (Init.LUMA, Init.SEPIA, Init.IDENTITY),
    width_field="filters",
    as_shipped=as_shipped,
)
