"""Every count opened into its formula with the numbers put in."""

from __future__ import annotations

from convviz.model.counts import count
from convviz.model.formula import Dimension, Factor, Formula, Term, formula
from convviz.model.kinds import kind_of
from convviz.model.layers.input import volume_factors
from convviz.model.network import Network, shapes
from convviz.model.shape import BYTES_PER_NUMBER

__all__ = [
    "QUANTITIES",
    "WHERE_ANY",
    "Dimension",
    "Factor",
    "Formula",
    "Term",
    "formulas",
    "peak_formula",
    "total_formulas",
]

QUANTITIES = (
    "weights",
    "biases",
    "parameters",
    "macs",
    "padding_macs",
    "multiplications",
    "additions",
    "comparisons",
    "divisions",
    "exponentials",
    "activation_bytes",
    "weight_bytes",
)
# What is told only where a network has any.
WHERE_ANY = ("comparisons", "divisions", "exponentials")


def formulas(network: Network, node_id: str) -> dict[str, Formula]:
    """Give a layer's formulas by quantity; a quantity that the layer has none of is left out.

    Raises
    ------
    ModelError
        UNKNOWN_LAYER, or as `network.shapes`.
    """
    node = network.node(node_id)
    sizes = shapes(network)
    inputs = tuple(sizes[source] for source in node.inputs)
    return dict(kind_of(node.layer).formulas(node.layer, inputs, sizes[node_id]))


def peak_formula(network: Network) -> tuple[str, Formula]:
    """Give where the most activations are alive, and their bytes: a layer's inputs + its output.

    Returns
    -------
    tuple of str and Formula
        The node's id (the first, where several are alike) and the formula.

    Raises
    ------
    ModelError
        As `network.shapes`.
    """
    counted = count(network)
    alive = counted.live_activation_bytes
    at = max(alive, key=alive.__getitem__)
    read = dict.fromkeys(network.node(at).inputs)  # a volume read twice is there once
    volumes = [*((source, Dimension.CIN) for source in read), (at, Dimension.COUT)]
    byte = Factor("bytes", BYTES_PER_NUMBER)
    terms = [Term((*volume_factors(counted.shapes[id], role), byte)) for id, role in volumes]
    return at, formula("peak_bytes", terms, counted.peak_activation_bytes)


def total_formulas(network: Network) -> dict[str, Formula]:
    """Give each total as a sum over layers: one factor per layer, named as the layer is.

    Raises
    ------
    ModelError
        As `network.shapes`.
    """
    counted = count(network)
    found: dict[str, Formula] = {}
    for quantity in QUANTITIES:
        parts = [
            (node.name, getattr(counted.layers[node.id], quantity)) for node in network.ordered()
        ]
        terms = [Term((Factor(name, value),)) for name, value in parts if value]
        found[quantity] = formula(quantity, terms, getattr(counted.totals, quantity))
    return found
