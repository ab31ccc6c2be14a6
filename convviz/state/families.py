"""How the stage of each kind of layer is told: one row per kind that has a stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from convviz.model.kinds import kind_of
from convviz.model.network import Network
from convviz.scene.stage_model import OperationKind
from convviz.scene.timeline import Phase


class Family(StrEnum):
    """Ways in which a stage is drawn and told."""

    SUM = "sum"  # products of input and weights, channel by channel
    WINDOW = "window"  # a window on each channel by itself
    EACH = "each"  # every cell by itself, or with its neighbours along the channels
    SHARE = "share"  # the channels of a position against each other


@dataclass(frozen=True)
class Explanation:
    """The family of a kind, what is made of the cells, and the phases of the story that tell it.

    A kind whose `operation_kind` is None is a sum. Those of later layers are added.

    Attributes
    ----------
    curve : callable or None
        Of an elementwise kind: (numbers of the step, x) -> y.
    cut_to : tuple of float
        The values that an elementwise kind cuts cells to: those are marked.
    """

    family: Family
    operation_kind: OperationKind | None = None
    phases: tuple[Phase, ...] = ()
    curve: Callable[[tuple[float, ...], float], float] | None = None
    cut_to: tuple[float, ...] = ()


_ADDED_UP = (Phase.TOTAL, Phase.DIVIDE)
_POWERS = (Phase.MAKE, *_ADDED_UP)

EXPLANATIONS: dict[str, Explanation] = {
    "conv2d": Explanation(Family.SUM),
    "linear": Explanation(Family.SUM),
    "max-pool": Explanation(Family.WINDOW, OperationKind.GREATEST, (Phase.MAKE,)),
    "average-pool": Explanation(Family.WINDOW, OperationKind.MEAN, _ADDED_UP),
    "global-average-pool": Explanation(Family.WINDOW, OperationKind.MEAN, _ADDED_UP),
    "lrn": Explanation(Family.EACH, OperationKind.STRENGTH, _POWERS),
    "dropout": Explanation(Family.EACH, OperationKind.PASSED, (Phase.MAKE,)),
    "flatten": Explanation(Family.EACH, OperationKind.PASSED, (Phase.MAKE,)),
    # What these do is the story's step for activations, as after a convolution.
    "relu": Explanation(
        Family.EACH, OperationKind.PASSED, curve=lambda _, x: max(x, 0.0), cut_to=(0.0,)
    ),
    "batch-norm": Explanation(
        Family.EACH, OperationKind.PASSED, curve=lambda numbers, x: x * numbers[0] + numbers[1]
    ),
    "softmax": Explanation(Family.SHARE, OperationKind.SHARE, _POWERS),
}


def explanation_of(network: Network, node_id: str) -> Explanation | None:
    """Give how a layer's stage is told; None where it has none."""
    return EXPLANATIONS.get(kind_of(network.node(node_id).layer).name)
