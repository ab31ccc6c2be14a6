"""What the rows of the counts panel say, taken from one snapshot."""

from __future__ import annotations

from functools import cached_property

from convviz import words
from convviz.model.documents import shipped_as
from convviz.model.formulas import WHERE_ANY, Formula, formulas, peak_formula, total_formulas
from convviz.model.layer_counts import LayerCounts
from convviz.panels.costs.formula_rows import Figure, Line, Runs
from convviz.panels.costs.layer_bars import share
from convviz.panels.painting import lettering
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved
from convviz.words.changes import change_spans
from convviz.words.openings import field_lines, field_spans, output_lines, peak_line

HEADLINES = ("macs", "parameters")
TOTALS = ("macs", "weights", "parameters")
DETAILS = (
    "output",
    "receptive_field",
    "weights",
    "biases",
    "padding_macs",
    "multiplications",
    "additions",
    "comparisons",
    "divisions",
    "exponentials",
    "activation_bytes",
    "weight_bytes",
    "peak_bytes",
)
_BYTES = ("activation_bytes", "weight_bytes", "peak_bytes")
_SIZES = ("output", "receptive_field")  # far wider than numbers where the input is huge
_ROUNDED_FROM = 10_000
_COLUMN_GAP = 14.0
_EMPTY = Figure(())


def label(quantity: str) -> str:
    """Give the name of a quantity."""
    return words.text(f"counts.quantity.{quantity}")


def about(value: int) -> Runs:
    """Give "≈ 120.4M", muted; nothing for a number that is short already."""
    if value < _ROUNDED_FROM:
        return ()
    return words.spans("counts.about", short=words.short(value))


def against(new: Resolved) -> str:
    """Say what ratios are told against, by its name; where nothing is pinned, how to begin."""
    if new.document.pinned is None:
        return words.text("counts.baseline.none")
    return words.text("counts.baseline.pinned", document=pinned_name(new))


def pinned_name(new: Resolved) -> str:
    """Give the name of what is pinned: its file's or the sample's, and whether it was edited."""
    pinned, (document, file) = new.document.pinned, new.document.pinned_from
    assert pinned is not None
    shipped = shipped_as(pinned)
    if file:
        return file
    if shipped is not None and (document in ("", shipped) or not words.has(f"document.{document}")):
        return words.text(f"document.{shipped}")
    if words.has(f"document.{document}"):
        name = words.text(f"document.{document}")
        return name if shipped == document else words.text("counts.pinned.edited", document=name)
    totals = new.counts.totals if new.baseline is None else new.baseline.totals
    return words.text(
        "counts.pinned.unnamed",
        macs=words.short(totals.macs),
        parameters=words.short(totals.parameters),
    )


def change(quantity: str, new: Resolved) -> Runs:
    """Say what a total of the network was before the edit, and how it compares to the pinned."""
    value, found = getattr(new.counts.totals, quantity), []
    if new.was is not None and getattr(new.was.counts.totals, quantity) != value:
        before = getattr(new.was.counts.totals, quantity)
        found.append(words.spans("counts.was", number=before))
    if new.baseline is not None:
        found.append(change_spans(getattr(new.baseline.totals, quantity), value))
    between = (Span(" · ", Role.MUTED),)
    return found[0] + between + found[1] if len(found) == 2 else found[0] if found else ()


def headline(quantity: str, new: Resolved) -> Line:
    """Give the line of a large figure of the selected layer."""
    counts = new.counts.layers[new.document.selected]
    value = getattr(counts, quantity)
    if quantity == "macs":
        below: Runs = (Span(words.text("counts.convention.mac"), Role.MUTED),)
    elif value == 0:
        below = ()
    else:
        below = words.spans("counts.parameters.of", weights=counts.weights, biases=counts.biases)
    figure = Figure((Span(words.number(value)),), (Span(words.short(value)),), about(value))
    return Line(label(quantity), (figure,), below)


def total(quantity: str, new: Resolved) -> Line:
    """Give the line of a network's figure, with its change."""
    value = getattr(new.counts.totals, quantity)
    figure = Figure((Span(words.number(value)),), (Span(words.short(value)),), about(value))
    # The second line is always there, so that nothing moves when a change comes or goes.
    return Line(label(quantity), (figure,), change(quantity, new) or (Span(" "),))


def detail(quantity: str, new: Resolved) -> tuple[Figure, Figure] | None:
    """Give the figures of (network, layer) in the table; None where the row has nothing to say."""
    counts, selected = new.counts, new.document.selected
    if quantity == "output":
        last = new.document.network.ordered()[-1].id
        return (
            Figure(words.shape_spans(new.shapes[last], Role.COUT)),
            Figure(words.shape_spans(new.shapes[selected], Role.COUT)),
        )
    if quantity == "receptive_field":
        last = new.document.network.ordered()[-1].id
        network = new.document.network
        return (
            Figure(field_spans(network, last, counts)),
            Figure(field_spans(network, selected, counts)),
        )
    if quantity == "peak_bytes":
        return (_number(quantity, counts.peak_activation_bytes), _EMPTY)
    whole = getattr(counts.totals, quantity)
    if quantity in WHERE_ANY and not whole:
        return None
    part = getattr(counts.layers[selected], quantity)
    if quantity == "padding_macs":
        return (_padding(counts.totals), _padding(counts.layers[selected]))
    return (_number(quantity, whole), _number(quantity, part))


def _number(quantity: str, value: int) -> Figure:
    below: Runs = ()
    if quantity in _BYTES:
        below = (Span(words.byte_size(value), Role.MUTED),)
    return Figure((Span(words.number(value)),), (Span(words.short(value)),), below)


def _padding(counts: LayerCounts) -> Figure:
    part = words.percent(share(counts.padding_macs, counts.macs))
    return Figure(
        (Span(words.number(counts.padding_macs)),),
        (Span(words.short(counts.padding_macs)),),
        (Span(part, Role.MUTED),),
    )


def detail_lines(new: Resolved) -> dict[str, Line]:
    """Give the lines of the table; quantities with nothing to say are left out."""
    found = {quantity: detail(quantity, new) for quantity in DETAILS}
    shown = {quantity: figures for quantity, figures in found.items() if figures is not None}
    widths = {q: lettering.spans_width(figures[0].full) for q, figures in shown.items()}
    head = lettering.text_width(words.text("counts.column.network"), lettering.SMALL)
    numbers = [width for quantity, width in widths.items() if quantity not in _SIZES]
    column = max(head, *numbers)
    return {
        quantity: Line(label(quantity), figures, column=max(column, widths[quantity]) + _COLUMN_GAP)
        for quantity, figures in shown.items()
    }


class Bodies:
    """What rows open into; formulas are made only when a row asks for them."""

    def __init__(self, new: Resolved) -> None:
        self._new = new
        self._network, self._selected = new.document.network, new.document.selected

    @cached_property
    def _layer(self) -> dict[str, Formula]:
        return formulas(self._network, self._selected)

    @cached_property
    def _totals(self) -> dict[str, Formula]:
        return total_formulas(self._network)

    def layer(self, quantity: str) -> tuple[str, tuple[tuple[str, Formula], ...]]:
        """Give sentences and formulas for the selected layer's figure."""
        found = self._layer.get(quantity)
        if found is None or not found.terms:
            return (words.text("counts.none"), ())
        return ("", (("", found),))

    def total(self, quantity: str) -> tuple[str, tuple[tuple[str, Formula], ...]]:
        """Give the formula of a total: a sum over layers."""
        return ("", (("", self._totals[quantity]),))

    def detail(self, quantity: str) -> tuple[str, tuple[tuple[str, Formula], ...]]:
        """Give sentences and formulas for a row of the table: the layer's, then the network's."""
        counts, theme = self._new.counts, self._new.settings.theme
        if quantity == "output":
            return (_page(output_lines(self._network, self._selected, counts), theme), ())
        if quantity == "receptive_field":
            return (_page(field_lines(self._network, self._selected, counts), theme), ())
        if quantity == "peak_bytes":
            at, formula = peak_formula(self._network)
            return (_page((peak_line(self._network, at, counts),), theme), (("", formula),))
        name = self._network.node(self._selected).name
        of_layer, whole = self._layer.get(quantity), self._totals[quantity]
        shown = [(name, of_layer)] if of_layer is not None and of_layer.terms else []
        if len(whole.terms) > 1:  # the sum of one layer says nothing new
            shown.append((words.text("counts.network"), whole))
        told = words.text("counts.padding.about") if quantity == "padding_macs" else ""
        return (told if shown else words.text("counts.none"), tuple(shown))


def _page(lines: tuple[Runs, ...], theme: str) -> str:
    return "<br>".join(words.html(line, theme) for line in lines)
