"""How the stage of each kind of layer is told: one row per kind that has a stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from convviz.model.kinds import kind_of
from convviz.model.network import Network
from convviz.scene.cast import Making
from convviz.scene.timeline import Phase


class Family(StrEnum):
    """Ways in which a stage is drawn and told."""

    SUM = "sum"  # products of input and weights, channel by channel
    WINDOW = "window"  # a window on each channel by itself
    EACH = "each"  # every cell by itself, or with its neighbours along the channels
    JOIN = "join"  # the cells of several volumes: taken as they are, or one with the other
    SHARE = "share"  # the channels of a position against each other


@dataclass(frozen=True)
class Telling:
    """The family of a kind, what is made of the cells, and the phases of the story that tell it.

    A kind whose `making` is None is a sum. Phases of the layers after it are added to these.

    Attributes
    ----------
    curve : callable or None
        Of an elementwise kind: (numbers of the step, x) -> y.
    cut_to : tuple of float
        The values that an elementwise kind cuts cells to: those are marked.
    """

    family: Family
    making: Making | None = None
    phases: tuple[Phase, ...] = ()
    curve: Callable[[tuple[float, ...], float], float] | None = None
    cut_to: tuple[float, ...] = ()


_ADDED_UP = (Phase.TOTAL, Phase.DIVIDE)
_POWERS = (Phase.MAKE, *_ADDED_UP)

TELLINGS: dict[str, Telling] = {
    "conv2d": Telling(Family.SUM),
    "linear": Telling(Family.SUM),
    "max-pool": Telling(Family.WINDOW, Making.GREATEST, (Phase.MAKE,)),
    "average-pool": Telling(Family.WINDOW, Making.MEAN, _ADDED_UP),
    "global-average-pool": Telling(Family.WINDOW, Making.MEAN, _ADDED_UP),
    "lrn": Telling(Family.EACH, Making.STRENGTH, _POWERS),
    "dropout": Telling(Family.EACH, Making.PASSED, (Phase.MAKE,)),
    "flatten": Telling(Family.EACH, Making.PASSED, (Phase.MAKE,)),
    "add": Telling(Family.JOIN, Making.SUM, (Phase.TOTAL,)),
    "concat": Telling(Family.JOIN, Making.PASSED, (Phase.MAKE,)),
    # What these do is the story's step for activations, as after a convolution.
    "relu": Telling(Family.EACH, Making.PASSED, curve=lambda _, x: max(x, 0.0), cut_to=(0.0,)),
    "batch-norm": Telling(
        Family.EACH, Making.PASSED, curve=lambda numbers, x: x * numbers[0] + numbers[1]
    ),
    "softmax": Telling(Family.SHARE, Making.SHARE, _POWERS),
}


def telling_of(network: Network, node_id: str) -> Telling | None:
    """Give how a layer's stage is told; None where it has none."""
    return TELLINGS.get(kind_of(network.node(node_id).layer).name)
