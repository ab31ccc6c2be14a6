"""What a kind's lines of PyTorch and Keras code are written from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights


@dataclass(frozen=True)
class Call:
    """One layer as code sees it.

    Attributes
    ----------
    layer : Layer
    name : str
        In code.
    reads : tuple of str
        The names of what it reads.
    shapes : tuple of Shape
        Theirs.
    shape : Shape
        Its own.
    """

    layer: Any
    name: str
    reads: tuple[str, ...]
    shapes: tuple[Shape, ...]
    shape: Shape

    @property
    def read(self) -> str:
        """The name of the first input."""
        return self.reads[0]

    @property
    def read_shape(self) -> Shape:
        """Its shape."""
        return self.shapes[0]


Write = Callable[[Call], str]


def as_stored(weights: ConvWeights, read: Floats | None) -> list[Floats]:
    """Give weights and biases as they are."""
    return [weights.weights, weights.bias]


@dataclass(frozen=True)
class Code:
    """How a kind is written.

    Attributes
    ----------
    torch, keras : callable
        A layer's value from the names of what it reads.
    module : callable or None
        In PyTorch, what the network keeps of the layer; None where it keeps nothing.
    parameters : tuple of str
        Names of its arrays in torch, weights first; a layer without biases has no more than one.
    arrays : callable
        (weights, what is read or None) -> those arrays, in the shapes that torch has them in; none
        where what they are made of is not known.
    """

    torch: Write
    keras: Write
    module: Write | None = None
    parameters: tuple[str, ...] = ("weight", "bias")
    arrays: Callable[[ConvWeights, Floats | None], list[Floats]] = as_stored


def own_module(call: Call) -> str:
    """Call the module that the network keeps."""
    return f"self.{call.name}({call.read})"


def pair(numbers: tuple[int, int]) -> str:
    """Write a pair as code does: one number where both are the same."""
    return str(numbers[0]) if numbers[0] == numbers[1] else str(numbers)


def zeros_around(read: str, rows: tuple[int, int], columns: tuple[int, int]) -> str:
    """Put zeros around, in Keras: as few words as they can be said in."""
    if not any((*rows, *columns)):
        return read
    even = rows[0] == rows[1] and columns[0] == columns[1]
    told = pair((rows[0], columns[0])) if even else f"({rows}, {columns})"
    return f"layers.ZeroPadding2D({told})({read})"


def overhang(call: Call) -> tuple[int, int]:
    """Count the rows and columns that the last window takes beyond a pooling's input."""
    layer, sizes, outs = call.layer, call.read_shape[1:], call.shape[1:]
    rows, columns = (
        max(
            (outs[axis] - 1) * layer.stride[axis]
            + layer.dilation[axis] * (layer.kernel[axis] - 1)
            + 1
            - layer.padding[axis]
            - sizes[axis],
            0,
        )
        for axis in (0, 1)
    )
    return rows, columns
