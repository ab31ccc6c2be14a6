"""The input volume, and where its values come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.kind import FieldSpec, InputCount, Kind, Layer
from convviz.model.layer_counts import LayerCounts, activation_bytes
from convviz.model.limits import SEED_LIMIT
from convviz.model.shape import Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.weights import ConvWeights


class Source(Enum):
    """Where an input's values come from."""

    PHOTO = "photo"  # 3 channels, resized
    PHOTO_FEATURES = "photo-features"  # the photo at 8H × 8W through GoogLeNet's stem
    GRADIENT = "gradient"
    NOISE = "noise"
    ONE_HOT = "one-hot"


Frame = tuple[float, float, float, float]


@dataclass(frozen=True)
class Input(Layer):
    """An input volume of C × H × W cells.

    `photo` names one that ships or one of the document's own; `crop` is the part of it that is
    used (left, top, right, bottom as shares of the photo), None the whole of it. What is shown is
    the largest box about the middle of that part that has the volume's aspect ratio.
    """

    channels: int
    height: int
    width: int
    source: Source = Source.PHOTO_FEATURES
    photo: str = "coffee"
    seed: int = 0
    crop: Frame | None = None


def check(layer: Input, inputs: tuple[Shape, ...]) -> None:
    """Refuse a photo whose colours would not be three channels.

    Raises
    ------
    ModelError
        PHOTO_CHANNELS.
    """
    if layer.source is Source.PHOTO and layer.channels != 3:
        raise ModelError(
            ErrorCode.PHOTO_CHANNELS, field="channels", values={"channels": layer.channels}
        )


def output_shape(layer: Input, inputs: tuple[Shape, ...]) -> Shape:
    """Give the input's own shape."""
    return Shape(layer.channels, layer.height, layer.width)


def counts(layer: Input, inputs: tuple[Shape, ...], output: Shape) -> LayerCounts:
    """Count: an input computes nothing, it is only kept."""
    return LayerCounts(activation_bytes=activation_bytes(output))


def volume_factors(output: Shape, channels: Dimension) -> tuple[Factor, ...]:
    """Give H, W and C of a volume as factors."""
    symbol = "Cin" if channels is Dimension.CIN else "Cout"
    return (
        Factor("H", output.height, Dimension.H),
        Factor("W", output.width, Dimension.W),
        Factor(symbol, output.channels, channels),
    )


def formulas(layer: Input, inputs: tuple[Shape, ...], output: Shape) -> dict[str, Formula]:
    """Open the memory's formula."""
    term = Term((*volume_factors(output, Dimension.CIN), Factor("bytes", 4)))
    return {"activation_bytes": formula("activation_bytes", [term], activation_bytes(output))}


def values(layer: Input, weights: ConvWeights | None, arrays: tuple[Floats, ...]) -> Floats:
    """Give the input's array, which the caller provides."""
    return arrays[0]


KIND = Kind(
    name="input",
    layer=Input,
    rank=10,
    fields=(
        FieldSpec("height", "int"),
        FieldSpec("width", "int"),
        FieldSpec("channels", "int"),
        FieldSpec("source", "choice", choices=tuple(Source)),
        FieldSpec("photo", "choice"),
        FieldSpec("crop", "frame"),
        FieldSpec("seed", "int", low=0, high=SEED_LIMIT),
    ),
    inputs=InputCount(0, 0),
    check=check,
    output_shape=output_shape,
    counts=counts,
    formulas=formulas,
    values=values,
    provided=lambda layer: layer,
)
