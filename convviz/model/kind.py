"""What a kind of layer is: one record of its fields and of the functions that know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from math import isnan
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formula import Formula
from convviz.model.layer_counts import LayerCounts
from convviz.model.limits import DIMENSION_LIMIT
from convviz.model.reading import Reading
from convviz.model.shape import Pads, Pair, Shape

if TYPE_CHECKING:
    from convviz.model.arrays import Floats
    from convviz.model.cell_records import AnyRecord
    from convviz.model.weights import ConvWeights

SMALLEST_FRAME = 1 / 256  # of a picture, across and down


@dataclass(frozen=True)
class Layer:
    """What every kind of layer derives from; the fields are the kind's own."""


@dataclass(frozen=True)
class FieldSpec:
    """How a field may be set: the editor builds its form from this, the model checks by it.

    Parameters
    ----------
    name
        The layer's attribute.
    form
        int; float (finite); pair (h, w); padding (pair or "same"); bool; choice (an Enum's member,
        or any text when `choices` is empty: the photo's name, whose list the app knows); frame
        (left, top, right, bottom as shares of a picture, or None).
    low, high
        Smallest and largest allowed number, for int, float, pair and padding.
    choices
        For choice: what may be chosen.
    own_row
        Whether the form has a row for it; else the row of another field sets it too.
    """

    name: str
    form: Literal["int", "float", "pair", "padding", "bool", "choice", "frame"]
    low: float = 1
    high: float = DIMENSION_LIMIT
    choices: tuple[Enum, ...] = ()
    own_row: bool = True


class InputCount(NamedTuple):
    """How few and how many inputs a node of a kind may have."""

    least: int = 1
    most: int = 1


ONE_INPUT = InputCount()


class Window(NamedTuple):
    """Which input cells an output cell reads along H and W."""

    extent: Pair = (1, 1)
    stride: Pair = (1, 1)
    pads: Pads = Pads(0, 0, 0, 0)
    ceil: bool = False  # a last window may hang over the end


def _no_check(layer: Any, inputs: tuple[Shape, ...]) -> None:
    """Accept: the kind has no rule beyond its fields."""


def _same_shape(layer: Any, inputs: tuple[Shape, ...]) -> Shape:
    return inputs[0]


def _no_weights_shape(layer: Any, inputs: tuple[Shape, ...]) -> tuple[int, ...] | None:
    return None


def _no_weights(layer: Any, node: str, inputs: tuple[Shape, ...]) -> ConvWeights | None:
    return None


def _one_cell(layer: Any, inputs: tuple[Shape, ...]) -> Window:
    return Window()


def _as_set(layer: Any, field: str) -> Any:
    return layer


def _as_read(layer: Any, inputs: tuple[Shape, ...]) -> Any:
    return layer


def _not_offered(read: Shape) -> tuple[Layer, ...]:
    return ()


def _no_numbers(layer: Any, weights: Any, plane: Any, channel: int) -> tuple[float, ...]:
    return ()


def _plain_text(text: str, numbers: tuple[float, ...]) -> str:
    return text


def _same_cell(layer: Any, read: Shape) -> Reading:
    return Reading()


def _none(layer: Any) -> Any:
    return None


def _never(layer: Any) -> bool:
    return False


def _unchanged(layer: Any) -> Any:
    return layer


@dataclass(frozen=True)
class Kind:
    """One kind of layer.

    Parameters
    ----------
    name
        As in project files and `convviz count --json`.
    layer
        The dataclass that holds the fields.
    fields
        The form, in the order in which it is shown.
    counts, formulas
        ``(layer, inputs, output)``: from the shapes alone.
    values
        ``(layer, weights, input arrays) -> (C, H, W) float32``.
    inputs
        How few and how many inputs a node of this kind has.
    stem
        What the ids of new nodes begin with ("conv1"); empty: the kind's name.
    offers
        ``(shape read) -> layers``: what the editor offers to add; a kind that gives none is known
        to the model and the files, and not yet to the editor.
    settled
        ``(layer, field) -> layer``: the layer once a field was set, where another gives way to it.
    follow
        ``(layer, input shapes) -> layer``: its fields that go with what it reads; the very same
        layer where none does.
    check
        ``(layer, input shapes)``: raises ModelError for what `fields` cannot say.
    output_shape, window
        ``(layer, input shapes)``.
    weights
        ``(layer, node id, input shapes)``: the layer's numbers; they depend on nothing else.
    record
        ``(layer, weights, input arrays, output, (channel, row, column))``: how one output cell
        comes about. None for an input, and for elementwise kinds, which are steps of another's.
    weights_shape
        ``(layer, input shapes)``: the shape of its weights, without drawing them; None: it has
        none that could be typed.
    elementwise
        Whether it works on each cell alone and so belongs to the stage of the layer before it.
    cell_numbers, cell_text
        For elementwise kinds: the numbers used for one channel, and the Python text for it.
    reading
        ``(layer, shape read) -> Reading``: which input cells one output cell reads.
    convolution
        ``layer -> Conv2d`` that does the same, of a kind that sums products; else None.
    provided
        ``layer -> Input``: what a source provides; None of a layer that reads.
    keeps_pictures
        Whether a layer makes a picture of a picture.
    width_field
        The field that says how many channels it makes; empty where that is no number of its own.
    as_shipped
        ``layer -> layer``: as it would be written today, where earlier files say it otherwise.
    rank
        Where it stands among the kinds that are offered: lower comes first.
    """

    name: str
    layer: type[Layer]
    fields: tuple[FieldSpec, ...]
    counts: Callable[[Any, tuple[Shape, ...], Shape], LayerCounts]
    formulas: Callable[[Any, tuple[Shape, ...], Shape], Mapping[str, Formula]]
    values: Callable[[Any, ConvWeights | None, tuple[Floats, ...]], Floats]
    inputs: InputCount = ONE_INPUT
    stem: str = ""
    offers: Callable[[Shape], tuple[Layer, ...]] = _not_offered
    settled: Callable[[Any, str], Any] = _as_set
    follow: Callable[[Any, tuple[Shape, ...]], Any] = _as_read
    check: Callable[[Any, tuple[Shape, ...]], None] = _no_check
    output_shape: Callable[[Any, tuple[Shape, ...]], Shape] = _same_shape
    window: Callable[[Any, tuple[Shape, ...]], Window] = _one_cell
    weights: Callable[[Any, str, tuple[Shape, ...]], ConvWeights | None] = _no_weights
    record: (
        Callable[
            [Any, ConvWeights | None, tuple[Floats, ...], Floats, tuple[int, int, int]], AnyRecord
        ]
        | None
    ) = None
    weights_shape: Callable[[Any, tuple[Shape, ...]], tuple[int, ...] | None] = _no_weights_shape
    elementwise: bool = False
    cell_numbers: Callable[[Any, ConvWeights | None, Floats, int], tuple[float, ...]] = _no_numbers
    cell_text: Callable[[str, tuple[float, ...]], str] = _plain_text
    reading: Callable[[Any, Shape], Reading] = _same_cell
    convolution: Callable[[Any], Any] = _none
    provided: Callable[[Any], Any] = _none
    keeps_pictures: Callable[[Any], bool] = _never
    width_field: str = ""
    as_shipped: Callable[[Any], Any] = _unchanged
    rank: int = 1000

    @property
    def is_source(self) -> bool:
        """Whether it reads nothing: an input of the network."""
        return self.inputs.most == 0

    def field(self, name: str) -> FieldSpec:
        """Give the field of that name.

        Raises
        ------
        ModelError
            UNKNOWN_FIELD.
        """
        for spec in self.fields:
            if spec.name == name:
                return spec
        raise ModelError(ErrorCode.UNKNOWN_FIELD, field=name)

    def check_fields(self, layer: Layer) -> None:
        """Check every field's form and range.

        Raises
        ------
        ModelError
            WRONG_TYPE, TOO_SMALL, TOO_LARGE or NOT_A_CHOICE, naming the field.
        """
        for spec in self.fields:
            checked(spec, getattr(layer, spec.name))


def as_pair(value: Any) -> Any:
    """Turn a number into the pair of it, and a list into a tuple; anything else stays."""
    if isinstance(value, int) and not isinstance(value, bool):
        return (value, value)
    return tuple(value) if isinstance(value, list) else value


def checked(spec: FieldSpec, value: Any) -> Any:
    """Give `value` in the field's own form.

    Raises
    ------
    ModelError
        WRONG_TYPE, TOO_SMALL, TOO_LARGE, NOT_A_CHOICE or FRAME, naming the field.
    """
    if spec.form == "frame":
        return _checked_frame(spec, value)
    if spec.form == "bool":
        if not isinstance(value, bool):
            raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
        return value
    if spec.form == "choice":
        return _checked_choice(spec, value)
    if spec.form == "int":
        _check_number(spec, value)
        return value
    if spec.form == "float":
        return _checked_float(spec, value)
    if spec.form == "padding" and value == "same":
        return value
    pair = as_pair(value)
    if not isinstance(pair, tuple) or len(pair) != 2:
        raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
    for number in pair:
        _check_number(spec, number)
    return pair


def _checked_float(spec: FieldSpec, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or isnan(value):
        raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
    _check_range(spec, value)
    return float(value)


def _check_number(spec: FieldSpec, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
    _check_range(spec, value)


def _check_range(spec: FieldSpec, value: float) -> None:
    if value < spec.low:
        raise ModelError(
            ErrorCode.TOO_SMALL, field=spec.name, values={"value": value, "low": spec.low}
        )
    if value > spec.high:
        raise ModelError(
            ErrorCode.TOO_LARGE, field=spec.name, values={"value": value, "high": spec.high}
        )


def _checked_frame(spec: FieldSpec, value: Any) -> tuple[float, float, float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list | tuple) or len(value) != 4:
        raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
    if not all(isinstance(share, int | float) and type(share) is not bool for share in value):
        raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
    if not all(0 <= share <= 1 for share in value):  # NaN is not
        raise ModelError(ErrorCode.FRAME, field=spec.name)
    left, top, right, bottom = (float(share) for share in value)
    if right - left < SMALLEST_FRAME or bottom - top < SMALLEST_FRAME:
        raise ModelError(ErrorCode.FRAME, field=spec.name)
    return left, top, right, bottom


def _checked_choice(spec: FieldSpec, value: Any) -> Any:
    if not spec.choices:
        if not isinstance(value, str):
            raise ModelError(ErrorCode.WRONG_TYPE, field=spec.name)
        if not value:
            raise ModelError(ErrorCode.NOT_A_CHOICE, field=spec.name, values={"value": value})
        return value
    for choice in spec.choices:
        if value is choice or (isinstance(value, str) and value == choice.value):
            return choice
    raise ModelError(ErrorCode.NOT_A_CHOICE, field=spec.name, values={"value": str(value)})


def field_names(layer: Layer) -> tuple[str, ...]:
    """Give the names of a layer's fields, in order."""
    return tuple(f.name for f in fields(layer))
