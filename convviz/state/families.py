"""How the stage of a layer is told, from the registry of kinds."""

from __future__ import annotations

from convviz.kinds.registry import PRESENTATIONS, presentation_of
from convviz.kinds.telling import Family, Making, Telling
from convviz.model.network import Network
from convviz.scene.timeline import Phase

__all__ = ["TELLINGS", "Family", "Telling", "phases_of", "telling_of"]

TELLINGS: dict[str, Telling] = {
    name: each.telling for name, each in PRESENTATIONS.items() if each.telling is not None
}
_ADDED_UP = (Phase.TOTAL, Phase.DIVIDE)
_PHASES: dict[Making, tuple[Phase, ...]] = {
    Making.GREATEST: (Phase.MAKE,),
    Making.MEAN: _ADDED_UP,
    Making.SHARE: (Phase.MAKE, *_ADDED_UP),
    Making.STRENGTH: (Phase.MAKE, *_ADDED_UP),
    Making.SUM: (Phase.TOTAL,),
    Making.PRODUCT: (Phase.TOTAL,),
    Making.PASSED: (Phase.MAKE,),
}


def telling_of(network: Network, node_id: str) -> Telling | None:
    """Give how a layer's stage is told; None where it has none."""
    return presentation_of(network.node(node_id).layer).telling


def phases_of(telling: Telling) -> tuple[Phase, ...]:
    """Give the phases that tell what is made; of a sum, and of an elementwise layer, none.

    What an elementwise layer does is the story's step for what follows, as after a convolution.
    """
    if telling.making is None or telling.curve is not None:
        return ()
    return _PHASES[telling.making]
