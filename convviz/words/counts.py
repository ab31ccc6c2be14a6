"""Texts of the counts panel: quantities, totals, changes and the symbols of formulas."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "counts.network": QT_TRANSLATE_NOOP("counts", "Whole network"),
    "counts.details": QT_TRANSLATE_NOOP("counts", "In detail"),
    "counts.share": QT_TRANSLATE_NOOP("counts", "Share of each layer"),
    # The convention is named wherever operations are shown.
    "counts.convention.mac": QT_TRANSLATE_NOOP("counts", "MAC = one multiply and one add"),
    "counts.parameters.of": QT_TRANSLATE_NOOP(
        "counts", "[muted]{weights} weight(s) + {biases} bias(es)[/]"
    ),
    "figure.percent": QT_TRANSLATE_NOOP("counts", "{number} %"),
    "counts.about": QT_TRANSLATE_NOOP("counts", "[muted]≈ {short}[/]"),
    "counts.column.network": QT_TRANSLATE_NOOP("counts", "network"),
    # The table that is always in view: in as few letters as can be.
    "counts.cost.macs": QT_TRANSLATE_NOOP("costs", "MACs"),
    "counts.cost.parameters": QT_TRANSLATE_NOOP("costs", "Parameters"),
    "counts.cost.of": QT_TRANSLATE_NOOP("counts", "{subject} {value}"),
    "counts.formulas": QT_TRANSLATE_NOOP("counts", "How the costs are counted: every formula"),
    "counts.quantity.output": QT_TRANSLATE_NOOP("counts", "Output volume"),
    "counts.quantity.weights": QT_TRANSLATE_NOOP("counts", "Weights"),
    "counts.quantity.biases": QT_TRANSLATE_NOOP("counts", "Biases"),
    "counts.quantity.parameters": QT_TRANSLATE_NOOP("counts", "Parameters"),
    "counts.quantity.macs": QT_TRANSLATE_NOOP("counts", "MACs"),
    "counts.quantity.padding_macs": QT_TRANSLATE_NOOP("counts", "MACs on padding"),
    "counts.quantity.multiplications": QT_TRANSLATE_NOOP("counts", "Multiplications"),
    "counts.quantity.additions": QT_TRANSLATE_NOOP("counts", "Additions"),
    "counts.quantity.comparisons": QT_TRANSLATE_NOOP("counts", "Comparisons"),
    "counts.quantity.divisions": QT_TRANSLATE_NOOP("counts", "Divisions"),
    "counts.quantity.exponentials": QT_TRANSLATE_NOOP("counts", "Exponentials"),
    "counts.quantity.activation_bytes": QT_TRANSLATE_NOOP("counts", "Activations, bytes"),
    "counts.quantity.weight_bytes": QT_TRANSLATE_NOOP("counts", "Parameters, bytes"),
    "counts.quantity.peak_bytes": QT_TRANSLATE_NOOP("counts", "Peak activations, bytes"),
    "counts.quantity.receptive_field": QT_TRANSLATE_NOOP("counts", "Receptive field"),
    "counts.baseline.pinned": QT_TRANSLATE_NOOP("counts", "Against: “{document}”, pinned"),
    "counts.baseline.none": QT_TRANSLATE_NOOP("counts", "Pin this network to compare"),
    "counts.pinned.edited": QT_TRANSLATE_NOOP("counts", "{document}, edited"),
    "counts.pinned.unnamed": QT_TRANSLATE_NOOP(
        "counts", "network of {macs} MAC(s) and {parameters} parameter(s)"
    ),
    "counts.was": QT_TRANSLATE_NOOP("counts", "was {number}"),
    "counts.pin": QT_TRANSLATE_NOOP("counts", "Pin this network to compare with it"),
    "counts.unpin": QT_TRANSLATE_NOOP("counts", "Unpin: compare with nothing"),
    "counts.change.fewer": QT_TRANSLATE_NOOP("counts", "[good]{percent}, {ratio}× fewer[/]"),
    "counts.change.more": QT_TRANSLATE_NOOP("counts", "[positive]{percent}, {ratio}× as many[/]"),
    # Where both numbers are so near that their ratio would read "1.00×".
    "counts.change.slightly-fewer": QT_TRANSLATE_NOOP("counts", "[good]{percent}[/]"),
    "counts.change.slightly-more": QT_TRANSLATE_NOOP("counts", "[positive]{percent}[/]"),
    # In place of "×" where a change is read out.
    "counts.times": QT_TRANSLATE_NOOP("counts", "times"),
    "counts.change.same": QT_TRANSLATE_NOOP("counts", "[muted]no change[/]"),
    "counts.change.gone": QT_TRANSLATE_NOOP("counts", "[good]was {number}[/]"),
    "counts.change.new": QT_TRANSLATE_NOOP("counts", "[positive]was 0[/]"),
    "counts.bar.macs": QT_TRANSLATE_NOOP("counts", "MACs"),
    "counts.bar.parameters": QT_TRANSLATE_NOOP("counts", "parameters"),
    "counts.bar.spoken": QT_TRANSLATE_NOOP(
        "counts",
        "{name}: {macs} MAC(s), {macs_share} of the network; {parameters} parameter(s), "
        "{parameters_share}",
    ),
    "counts.row.spoken": QT_TRANSLATE_NOOP(
        "counts", "{quantity}: {value}. Opens into its formula."
    ),
    "counts.as_input": QT_TRANSLATE_NOOP("counts", "The same size as its input."),
    "counts.as_set": QT_TRANSLATE_NOOP("counts", "As set in the editor."),
    "counts.none": QT_TRANSLATE_NOOP("counts", "none"),
    "counts.output.about": QT_TRANSLATE_NOOP(
        "counts", "floor((input + padding − window) ÷ stride) + 1"
    ),
    "counts.output.height": QT_TRANSLATE_NOOP(
        "counts", "floor(([h]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [h]{result}[/]"
    ),
    "counts.output.width": QT_TRANSLATE_NOOP(
        "counts", "floor(([w]{size}[/] + {pads} − [k]{window}[/]) ÷ {stride}) + 1 = [w]{result}[/]"
    ),
    "counts.output.filters": QT_TRANSLATE_NOOP(
        "counts", "[cout]{filters}[/] filter(s) make(s|) [cout]{filters}[/] channel(s)"
    ),
    "counts.field.input": QT_TRANSLATE_NOOP(
        "counts", "A cell of the input depends on itself alone."
    ),
    "counts.field.about": QT_TRANSLATE_NOOP(
        "counts", "field before + (window − 1) × step, in cells of the network's input"
    ),
    "counts.field.height": QT_TRANSLATE_NOOP(
        "counts", "[h]{before}[/] + ([k]{window}[/] − 1) × {step} = [h]{result}[/]"
    ),
    "counts.field.width": QT_TRANSLATE_NOOP(
        "counts", "[w]{before}[/] + ([k]{window}[/] − 1) × {step} = [w]{result}[/]"
    ),
    "counts.peak.about": QT_TRANSLATE_NOOP(
        "counts",
        "Most memory is in use while {layer} runs: for its input {input} and its output {output}.",
    ),
    "counts.peak.input": QT_TRANSLATE_NOOP(
        "counts", "Most memory is in use for the input alone: {output}."
    ),
    "counts.padding.about": QT_TRANSLATE_NOOP(
        "counts",
        "All MACs, less those that read a cell of the input. A tap is one kernel row (or column)"
        " at one output position.",
    ),
    # Symbols of formulas that are words; letters such as Cin stay as they are.
    "symbol.bytes": QT_TRANSLATE_NOOP("counts", "bytes"),
    "symbol.rows": QT_TRANSLATE_NOOP("counts", "row taps"),
    "symbol.columns": QT_TRANSLATE_NOOP("counts", "column taps"),
    "symbol.groups": QT_TRANSLATE_NOOP("counts", "groups"),
}
