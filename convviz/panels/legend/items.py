"""What a legend says: ranges of colour, and the colour of each dimension, as data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from convviz import words
from convviz.scene.colour_keys import RESTING
from convviz.scene.palette import Role
from convviz.scene.primitives import Colours, Span
from convviz.state.resolved import Floats, Stage

_SMALL_ENOUGH = 1_000_000  # values whose largest is looked up while the user waits

MAPS = {
    Colours.ACTIVATION: ("activation",),
    Colours.DIVERGING: ("diverging",),
    Colours.RESULTS: ("results",),
    Colours.GREY: ("grey",),
    Colours.CHANNELS: ("red", "green", "blue"),
    Colours.PICTURE: ("red", "green", "blue"),
}

DIMENSIONS = (
    ("H", Role.H, "h"),
    ("W", Role.W, "w"),
    ("k", Role.K, "k"),
    ("Cin", Role.CIN, "cin"),
    ("Cout", Role.COUT, "cout"),
)


@dataclass(frozen=True)
class Range:
    """A range of colour.

    Attributes
    ----------
    key : str
        "input", "weights", "products", "results", "output", or "values" for input and output alike.
    name : str
    maps : tuple of str
        Colour maps, one bar each.
    low, high : str
        What its ends mean.
    both_ways : bool
        It is centred at zero.
    clipped : bool
        Values lie beyond its ends.
    """

    key: str
    name: str
    maps: tuple[str, ...]
    low: str
    high: str
    both_ways: bool
    clipped: bool


@dataclass(frozen=True)
class Hollow:
    """Cells that show no value by their colour: a swatch and a word.

    Attributes
    ----------
    key : str
        "empty" where it comes yet, "unvalued" where the layer is too large; "cut": cells with a
        value, which are marked.
    name : str
    hint : str
        What the tool tip says.
    """

    key: str
    name: str
    hint: str = ""


Entry = Range | Hollow


def entries(stage: Stage, keys: tuple[str, ...]) -> tuple[Entry, ...]:
    """Give what explains the colours on a stage, in the order of `keys`."""
    found = {item.key: item for item in ranges(stage, keys)}
    first, last = found.get("input"), found.get("output")
    if first and last and _are_one(first, last):
        name = words.text("playback.legend.values")
        clipped = first.clipped or last.clipped
        found["input"] = replace(first, key="values", name=name, clipped=clipped)
        del found["output"]
    made: list[Entry] = []
    for key in keys:
        if key in ("empty", "unvalued", "cut"):
            made.append(_hollow(stage, key))
        elif key in found:
            made.append(found[key])
    return tuple(made)


def _hollow(stage: Stage, key: str) -> Hollow:
    """Cells without a colour of their own; a kind that cuts otherwise says so."""
    own = f"{key}.{stage.kind}"
    named = own if words.has(f"playback.legend.{own}") else key
    hint = f"{named}.hint" if key == "cut" else "hollow"
    told = words.text(f"playback.legend.{hint}")
    return Hollow(key, words.text(f"playback.legend.{named}"), told)


def ranges(stage: Stage, keys: tuple[str, ...] = RESTING) -> tuple[Range, ...]:
    """Give those ranges of colour that are asked for and that a stage has."""
    model = stage.model
    if model is None:
        return ()
    cell, both = model.cell, Colours.DIVERGING
    known: dict[str, tuple[Floats | None, Colours, float]] = {
        "input": (stage.inputs, model.input_colours, model.input_high),
        "weights": (stage.weights, both, model.weight_high),
        "products": (cell.products, both, cell.product_high),
        "results": (cell.running, Colours.RESULTS, cell.running_high),
        "output": (stage.outputs, model.output_colours, model.output_high),
    }
    made = []
    for key in keys:
        values, colours, high = known.get(key, (None, both, 1.0))
        if values is not None and colours in MAPS:
            made.append(_range(key, values, colours, high))
    return tuple(made)


def _range(key: str, values: Floats, colours: Colours, high: float) -> Range:
    both = colours.both_ways
    return Range(
        key=key,
        name=words.text(f"playback.legend.{key}"),
        maps=MAPS[colours],
        low=words.value(-high) if both else "0",
        high=words.value(high),
        both_ways=both,
        clipped=_is_clipped(values, high),
    )


def _are_one(first: Range, last: Range) -> bool:
    """Whether two ranges say the same of their colours."""
    return (first.maps, first.low, first.high) == (last.maps, last.low, last.high)


def _is_clipped(values: Floats, high: float) -> bool:
    if values.size > _SMALL_ENOUGH:
        return True
    return bool(values.size) and max(float(values.max()), -float(values.min())) > high * 1.0001


def dimension_runs(with_names: bool) -> tuple[tuple[Span, ...], ...]:
    """Give the key of the dimensions' colours, with their names or as letters only."""
    runs = []
    for letter, role, key in DIMENSIONS:
        name = words.text(f"playback.legend.{key}")
        named = (Span(f" {name}", Role.MUTED),) if with_names else ()
        runs.append((Span(letter, role), *named))
    return tuple(runs)
