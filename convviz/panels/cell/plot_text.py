"""What the line over the plot says: what is in hand and what it comes to, as the stage does."""

from __future__ import annotations

from convviz import words
from convviz.model.record import AnyRecord
from convviz.panels.cell.plot_series import Series, first_channel
from convviz.panels.painting.value_runs import Runs, plain, signed
from convviz.scene.cell_figures import CellFigures, Decimals
from convviz.scene.primitives import Rounded, Span
from convviz.scene.progress import BEFORE_BIAS, Progress


def sum_text(
    figures: CellFigures,
    series: Series,
    told: Progress | None,
    linear: str,
    group: words.Group,
) -> tuple[Runs, Rounded]:
    """Give the channel in hand with its result, and the sum so far; the whole at rest.

    `linear` is the end of keys that speak of inputs, not of channels.
    """
    channels = series.channels
    if told is None or told.channel < 0:
        one = ".one" if channels == 1 else ""
        whole = figures.before if series.has_bias else figures.total(channels)
        total = whole if told is None else figures.total(0)
        return words.spans(f"playback.plot.all{linear}{one}", n=channels), total
    if series.has_bias and told.phase not in BEFORE_BIAS:
        left = (*words.spans("playback.plot.bias"), Span("  "), *signed(figures.bias))
        return left, figures.before if told.biased else figures.total(told.summed)
    total = figures.total(told.summed)
    if told.last > told.channel:
        first, last = group.ends(told.channel + 1, told.last + 1)
        return words.spans(f"playback.plot.channels{linear}", first=first, last=last), total
    left = words.spans(f"playback.plot.channel{linear}", channel=group.name(told.channel + 1))
    if told.made:
        left = (*left, Span("  "), *signed(figures.result(told.channel)))
    return left, total


def cells_text(
    record: AnyRecord, series: Series, told: Progress | None, places: Decimals, signs: bool
) -> tuple[Runs, Rounded]:
    """The same of cells that are compared, or added up; `signs` where their scale has any."""
    decimals = places.inputs if series.greatest else places.factors
    count = 0
    if told is not None:
        count = told.seen if series.greatest else told.summed
    if not count:
        total = series.sums[series.slots] if told is None else 0.0
        if told is not None and series.greatest:
            total = series.sums[0]
        return words.spans("playback.plot.cells", n=series.channels), Rounded(total, decimals)
    key = part_word(record)
    left = words.spans(f"playback.plot.{key}", channel=count - 1 + first_channel(record))
    part = Rounded(series.parts[count - 1], part_decimals(record, places))
    shown = signed(part) if signs else plain(part)
    return (*left, Span("  "), *shown), Rounded(series.sums[count], decimals)


def part_word(record: AnyRecord | None) -> str:
    """Give what a bar stands for, as the keys of its texts have it."""
    return "channel" if record is None else record.part


def part_decimals(record: AnyRecord | None, places: Decimals) -> int:
    """Give the decimals of a bar of cells: those of the column that it stands for."""
    return places.inputs if part_word(record) != "channel" else places.factors
