"""``convviz count ID [--json]``: the counts of a document, without Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from convviz.files.errors import FileError
from convviz.files.network_json import SUFFIX, read_network
from convviz.model.counts import NetworkCounts, count
from convviz.model.documents import DOCUMENTS
from convviz.model.kinds import kind_of
from convviz.model.layer_counts import LayerCounts
from convviz.model.network import Network

CONVENTION = (
    "MAC: one multiply and one add; convolution and linear layers only, bias additions not counted"
)
NUMBERS = ("weights", "biases", "macs", "multiplications", "additions")  # the table's columns
MORE_NUMBERS = (  # as JSON too
    "padding_macs",
    "bias_additions",
    "comparisons",
    "divisions",
    "exponentials",
    "activation_bytes",
    "weight_bytes",
)


def run_count(arguments: Sequence[str]) -> int:
    """Print the counts; returns the exit status (2 and one line on stderr where there are none)."""
    parse = argparse.ArgumentParser(prog="convviz count")
    parse.add_argument(
        "document", metavar="FILE_OR_ID", help=f"a {SUFFIX} file, or {', '.join(DOCUMENTS)}"
    )
    parse.add_argument("--json", action="store_true", help="as a JSON object")
    options = parse.parse_args(arguments)
    network = _network(options.document)
    if isinstance(network, str):
        print(f"convviz: {network}", file=sys.stderr)
        return 2
    counts = count(network)
    if options.json:
        print(json.dumps(as_json(network, counts), indent=2))
    else:
        print(as_table(network, counts))
    return 0


def _network(named: str) -> Network | str:
    """The network of a file or of a document that ships, or why there is none."""
    if named in DOCUMENTS:
        return DOCUMENTS[named]()
    path = Path(named)
    if path.suffix.lower() != SUFFIX and not path.is_file():
        return f"no document named {named!r}; there are {', '.join(DOCUMENTS)}"
    try:
        return read_network(path)
    except FileError as error:
        from convviz.words.errors import error_text  # only where there is one to tell

        return error_text(error)


def _numbers(counts: LayerCounts, names: Sequence[str] = NUMBERS) -> dict[str, int]:
    return {name: getattr(counts, name) for name in names}


def as_json(network: Network, counts: NetworkCounts) -> dict[str, object]:
    """The counts as an object: convention, layers in order, totals.

    Beside the sums the totals have the most bytes that are alive at once, and the receptive field
    of the last layer.
    """
    names = {node.id: node.name for node in network.nodes}
    every = NUMBERS + MORE_NUMBERS
    nodes = network.ordered()
    layers = [
        {
            "name": node.name,
            "kind": kind_of(node.layer).name,
            "inputs": [names[id] for id in node.inputs],
            "output_shape": list(counts.shapes[node.id]),
            **_numbers(counts.layers[node.id], every),
            "live_activation_bytes": counts.live_activation_bytes[node.id],
            "receptive_field": asdict(counts.receptive_fields[node.id]),
        }
        for node in nodes
    ]
    totals = {
        **_numbers(counts.totals, every),
        "peak_activation_bytes": counts.peak_activation_bytes,
        "receptive_field": asdict(counts.receptive_fields[nodes[-1].id]),
    }
    return {"convention": CONVENTION, "layers": layers, "totals": totals}


def as_table(network: Network, counts: NetworkCounts) -> str:
    """The counts as aligned text, shapes as H×W×C."""
    head = ("layer", "kind", "output", *NUMBERS)
    rows: list[tuple[str, ...]] = [head]
    for node in network.ordered():
        c, h, w = counts.shapes[node.id]
        figures = (f"{value:,}" for value in _numbers(counts.layers[node.id]).values())
        rows.append((node.name, kind_of(node.layer).name, f"{h}×{w}×{c}", *figures))
    rows.append(("total", "", "", *(f"{value:,}" for value in _numbers(counts.totals).values())))
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if i < 3 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, "", f"operations: {CONVENTION}"])
