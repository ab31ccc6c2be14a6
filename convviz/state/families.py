"""How the stage of a layer is told, from the registry of kinds."""

from __future__ import annotations

from convviz.kinds.registry import PRESENTATIONS, presentation_of
from convviz.kinds.telling import Explanation, Family, OperationKind
from convviz.model.network import Network
from convviz.scene.timeline import Phase

__all__ = ["EXPLANATIONS", "Explanation", "Family", "explanation_of", "phases_of"]

EXPLANATIONS: dict[str, Explanation] = {
    name: each.telling for name, each in PRESENTATIONS.items() if each.telling is not None
}
_ADDED_UP = (Phase.TOTAL, Phase.DIVIDE)
_PHASES: dict[OperationKind, tuple[Phase, ...]] = {
    OperationKind.GREATEST: (Phase.MAKE,),
    OperationKind.MEAN: _ADDED_UP,
    OperationKind.SHARE: (Phase.MAKE, *_ADDED_UP),
    OperationKind.STRENGTH: (Phase.MAKE, *_ADDED_UP),
    OperationKind.SUM: (Phase.TOTAL,),
    OperationKind.PRODUCT: (Phase.TOTAL,),
    OperationKind.PASSED: (Phase.MAKE,),
}


def explanation_of(network: Network, node_id: str) -> Explanation | None:
    """Give how a layer's stage is told; None where it has none."""
    return presentation_of(network.node(node_id).layer).telling


def phases_of(telling: Explanation) -> tuple[Phase, ...]:
    """Give the phases that tell what is made; of a sum, and of an elementwise layer, none.

    What an elementwise layer does is the story's step for what follows, as after a convolution.
    """
    if telling.operation_kind is None or telling.curve is not None:
        return ()
    return _PHASES[telling.operation_kind]
