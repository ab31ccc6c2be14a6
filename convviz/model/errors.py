"""Every way in which a network can be wrong, as a code with the layer and field it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class ErrorCode(Enum):
    """What is wrong; `convviz.words` has the sentence for each."""

    WRONG_TYPE = "wrong-type"  # a field holds something of another kind (text for a number)
    TOO_SMALL = "too-small"  # values: value, low
    TOO_LARGE = "too-large"  # values: value, high; axis where an output is
    NOT_A_CHOICE = "not-a-choice"  # values: value
    KERNEL_TOO_LARGE = "kernel-too-large"  # values: axis, kernel, padded
    EMPTY_OUTPUT = "empty-output"  # values: axis, extent, padded (dilation leaves no position)
    PADDING_TOO_LARGE = "padding-too-large"  # values: padding, kernel, high (of a pooling)
    EMPTY_WINDOW = "empty-window"  # values: axis (a pooling's window meets only padding)
    GROUPS_INPUT = "groups-input"  # values: groups, channels
    GROUPS_FILTERS = "groups-filters"  # values: groups, filters
    INIT_CHANNELS = "init-channels"  # values: init, needed, channels
    PHOTO_CHANNELS = "photo-channels"  # values: channels
    WRONG_VALUES = "wrong-values"  # values: expected, given (shapes of an input's array)
    UNKNOWN_LAYER = "unknown-layer"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_DOCUMENT = "unknown-document"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_NAME = "duplicate-name"  # values: name
    EMPTY_NAME = "empty-name"
    INPUT_COUNT = "input-count"  # values: needed, given
    TOO_FEW_INPUTS = "too-few-inputs"  # values: low, given
    TOO_MANY_INPUTS = "too-many-inputs"
    SHAPES_DIFFER = "shapes-differ"  # values: first, other (volumes that are added)
    SIZES_DIFFER = "sizes-differ"  # values: first, other (volumes put one behind the other)
    NOT_FLAT = "not-flat"  # values: height, width (of what a linear layer reads)
    NO_INPUT_LAYER = "no-input-layer"
    CYCLE = "cycle"
    TOO_MANY_LAYERS = "too-many-layers"  # values: high
    REMOVE_INPUT = "remove-input"
    REMOVE_JOIN = "remove-join"
    ADD_INPUT = "add-input"
    MOVE_INPUT = "move-input"
    MOVE_ABOVE_INPUT = "move-above-input"
    MOVE_PAST_END = "move-past-end"
    MOVE_PAST_BRANCH = "move-past-branch"
    NOT_A_CONVOLUTION = "not-a-convolution"
    NO_ARITHMETIC = "no-arithmetic"  # a record was asked of an input
    OUTSIDE = "outside"  # values: value, size (a cell that the volume does not have)
    UNVALUED = "unvalued"  # a record was asked of a layer that has no values
    NOT_MERGEABLE = "not-mergeable"  # two layers that are no linear 1×1 and k×k pair
    LONG_NAME = "long-name"  # values: high
    FRAME = "frame"  # a crop frame that is empty or not inside its picture
    NO_WEIGHTS = "no-weights"  # a number typed into a layer that has none
    NO_BIAS = "no-bias"
    WEIGHT_RANGE = "weight-range"  # values: value, high (also NaN and infinite numbers)
    WRONG_WEIGHTS = "wrong-weights"  # values: expected, given (shapes of a loaded array)
    BLOCK_TOO_LARGE = "block-too-large"  # values: given, expected (rows × columns)
    NOT_NUMBERS = "not-numbers"  # values: value (the first word that is no number)
    UNEVEN_ROWS = "uneven-rows"  # pasted rows of different lengths


class ModelError(Exception):
    """A coded error.

    Parameters
    ----------
    code
        What is wrong.
    layer
        Id of the node concerned; empty where none is.
    field
        Name of the field concerned; empty where none is.
    values
        The numbers for the sentence.
    """

    def __init__(
        self,
        code: ErrorCode,
        layer: str = "",
        field: str = "",
        values: Mapping[str, float | str] | None = None,
    ) -> None:
        self.code = code
        self.layer = layer
        self.field = field
        self.values: dict[str, float | str] = dict(values or {})
        super().__init__(code, layer, field, self.values)

    def at(self, layer: str) -> ModelError:
        """Give the same error, naming the node `layer`."""
        return ModelError(self.code, layer, self.field, self.values)

    def __str__(self) -> str:
        """Name code, layer, field and numbers, for logs and tests."""
        numbers = ", ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.code.value} at {self.layer or '-'}.{self.field or '-'} ({numbers})"
