"""What max and average pooling share: fields, rules, shapes and the cells that windows meet."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.kind import FieldSpec, Layer, Window, as_pair
from convviz.model.limits import DIMENSION_LIMIT
from convviz.model.reading import Reading
from convviz.model.shape import (
    Pads,
    Pair,
    Shape,
    ceil_extent,
    inside_taps,
    output_extent,
    window_extent,
)


@dataclass(frozen=True)
class Pooling(Layer):
    """A window over each channel alone; pairs are (h, w), a number means both.

    With `ceil_mode` a last window may hang over the end, as long as it starts on the input or in
    the padding before it.
    """

    kernel: Pair
    stride: Pair
    padding: Pair = (0, 0)
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        """Make pairs of numbers."""
        for name in ("kernel", "stride", "padding"):
            object.__setattr__(self, name, as_pair(getattr(self, name)))

    @property
    def dilation(self) -> Pair:
        """Cells from one tap to the next."""
        return (1, 1)

    def pads(self, height: int, width: int) -> Pads:
        """Give the cells put around an input: the same for every size."""
        rows, columns = self.padding
        return Pads(rows, rows, columns, columns)

    def output_shape(self, read: Shape) -> Shape:
        """Give (C, H, W) of the output: as many channels as the input's."""
        return Shape(read.channels, _extent(self, 0, read.height), _extent(self, 1, read.width))


KERNEL, STRIDE, PADDING, CEIL_MODE = (
    FieldSpec("kernel", "pair"),
    FieldSpec("stride", "pair"),
    FieldSpec("padding", "pair", low=0),
    FieldSpec("ceil_mode", "bool"),
)


def check(layer: Pooling, inputs: tuple[Shape, ...]) -> None:
    """Check that every window fits, and meets a cell.

    torch refuses a padding of more than half the kernel; a window of padding alone has no
    maximum (torch gives −∞) and no mean.

    Raises
    ------
    ModelError
        PADDING_TOO_LARGE, KERNEL_TOO_LARGE, EMPTY_OUTPUT, EMPTY_WINDOW, TOO_LARGE.
    """
    for axis, name in enumerate(("height", "width")):
        kernel, padding = layer.kernel[axis], layer.padding[axis]
        if padding > kernel // 2:
            numbers = {"padding": padding, "kernel": kernel, "high": kernel // 2}
            raise ModelError(ErrorCode.PADDING_TOO_LARGE, field="padding", values=numbers)
        size = inputs[0][1 + axis]
        out = _extent(layer, axis, size)
        if out < 1:
            raise _too_small(layer, axis, name, size + 2 * padding)
        if out > DIMENSION_LIMIT:
            numbers = {"value": out, "high": DIMENSION_LIMIT}
            raise ModelError(ErrorCode.TOO_LARGE, field="padding", values=numbers)
        if _meets_padding_alone(layer, axis, size, out):
            raise ModelError(ErrorCode.EMPTY_WINDOW, field="dilation", values={"axis": name})


def _too_small(layer: Pooling, axis: int, name: str, padded: int) -> ModelError:
    kernel = layer.kernel[axis]
    if kernel > padded:
        numbers: dict[str, float | str] = {"axis": name, "kernel": kernel, "padded": padded}
        return ModelError(ErrorCode.KERNEL_TOO_LARGE, field="kernel", values=numbers)
    extent = window_extent(kernel, layer.dilation[axis])
    return ModelError(
        ErrorCode.EMPTY_OUTPUT,
        field="dilation",
        values={"axis": name, "extent": extent, "padded": padded},
    )


def _meets_padding_alone(layer: Pooling, axis: int, size: int, out: int) -> bool:
    """Tell whether a window's taps step over the whole input; only one in the padding before can.

    Every later window starts on the input, whose cell its first tap meets.
    """
    kernel, stride, dilation = layer.kernel[axis], layer.stride[axis], layer.dilation[axis]
    padding = layer.padding[axis]
    for position in range(min(out, -(-padding // stride))):
        start = position * stride - padding
        tap = -(start // dilation)  # the first at or after cell 0
        if tap >= kernel or start + tap * dilation >= size:
            return True
    return False


def _extent(layer: Pooling, axis: int, size: int) -> int:
    kernel, stride, dilation = layer.kernel[axis], layer.stride[axis], layer.dilation[axis]
    padding = layer.padding[axis]
    if layer.ceil_mode:
        return ceil_extent(size, kernel, stride, dilation, padding)
    return output_extent(size, kernel, stride, dilation, 2 * padding)


def output_shape(layer: Pooling, inputs: tuple[Shape, ...]) -> Shape:
    """Give (C, H, W) of the output: as many channels as the input's."""
    return layer.output_shape(inputs[0])


def offered(layer: Pooling, read: Shape) -> tuple[Layer, ...]:
    """Offer a layer where its window fits."""
    return (layer,) if read.height >= layer.kernel[0] and read.width >= layer.kernel[1] else ()


def window(layer: Pooling, inputs: tuple[Shape, ...]) -> Window:
    """Give which cells one output cell reads."""
    rows, columns = (window_extent(k, d) for k, d in zip(layer.kernel, layer.dilation, strict=True))
    return Window((rows, columns), layer.stride, layer.pads(*inputs[0][1:]), layer.ceil_mode)


def reading(layer: Pooling, read: Shape) -> Reading:
    """Give the window, on one channel."""
    pads = layer.pads(read.height, read.width)
    return Reading(layer.kernel, layer.stride, layer.dilation, pads)


def inside(layer: Pooling, source: Shape, output: Shape) -> Pair:
    """Count the taps on cells, over all output rows and over all output columns."""
    (kh, kw), (sh, sw), (dh, dw) = layer.kernel, layer.stride, layer.dilation
    rows = inside_taps(source.height, kh, sh, dh, layer.padding[0], output.height)
    columns = inside_taps(source.width, kw, sw, dw, layer.padding[1], output.width)
    return rows, columns
