"""How many decimals the columns of a layer's arithmetic have: the same for each of its cells."""

from __future__ import annotations

import math

import numpy as np

from convviz.kinds.telling import OperationKind
from convviz.scene.cell_figures import Decimals
from convviz.state.resolved import Floats

FEWEST, MOST = 3, 5
MISSED = 0.03  # share of products that may differ from the exact ones by a unit of the last decimal
_SAME = 2e-7  # of a number: what float32 cannot tell apart
_SAMPLE = 4096  # values that are looked at before all are


def column_decimals(
    inputs: Floats | None,
    weights: Floats | None,
    outputs: Floats | None,
    operation_kind: OperationKind | None = None,
) -> Decimals:
    """The decimals of a layer's columns.

    A factor rounded by up to half a unit moves a product by that times the other factor: factors
    get as many decimals, up to `MOST`, as keep nearly all products on the unit of the results'
    last decimal that the exact ones are rounded to.

    Parameters
    ----------
    inputs, weights, outputs : arrays or None
        What the layer reads, multiplies with and makes; None while unvalued, or without weights.
    operation_kind : OperationKind or None
        What a layer does that is no sum of products.
    """
    if inputs is None:
        return Decimals()
    if weights is None:
        results = _of_largest(_largest(inputs), _largest(outputs))
        if operation_kind is OperationKind.STRENGTH:  # squares: products of a value with itself
            return Decimals(_needed(inputs, inputs, results), results, results)
        divided = operation_kind in (
            OperationKind.MEAN,
            OperationKind.SHARE,
        )  # a quotient asks as much of its terms
        return Decimals(results, MOST if divided and results else results, results)
    results = _of_largest(_largest(inputs) * _largest(weights), _largest(outputs))
    return Decimals(_needed(inputs, weights, results), _needed(weights, inputs, results), results)


def _largest(values: Floats | None) -> float:
    if values is None or not values.size:
        return 0.0
    found = float(max(values.max(), -values.min()))
    return found if math.isfinite(found) else 0.0


def _of_largest(made: float, total: float) -> int:
    """Two digits of the largest product at least; fewer where totals are in the hundreds."""
    if total >= 100.0:
        return 2 if total < 1000.0 else 1 if total < 10_000.0 else 0
    if made <= 0.0:
        return FEWEST
    return min(max(FEWEST, 1 - math.floor(math.log10(made))), MOST)


def _needed(values: Floats, others: Floats, results: int) -> int:
    """Decimals of a factor, from the usual size of the other one."""
    usual = float(np.abs(others).mean(dtype=np.float64)) if others.size else 0.0
    missed = MISSED * 10.0**-results
    needed = results if usual <= 0.0 else math.ceil(math.log10(max(usual / missed, 1e-9)))
    needed = min(max(needed, min(FEWEST, results)), MOST)
    return next((fewer for fewer in range(1, needed) if _written_whole(values, fewer)), needed)


def _written_whole(values: Floats, decimals: int) -> bool:
    """Whether so many decimals write every value in full, as 0.299 or 255."""
    flat = values.reshape(-1)
    for part in (flat[:_SAMPLE], flat):
        exact = part.astype(np.float64)
        off = np.abs(exact - np.round(exact, decimals))
        if bool((off > _SAME * np.maximum(np.abs(exact), 1.0)).any()):
            return False
    return True
