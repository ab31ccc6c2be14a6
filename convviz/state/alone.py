"""From a network without a layer to what its stage shows: the input."""

from __future__ import annotations

from convviz.model.kinds import as_input
from convviz.model.layers import Source
from convviz.model.network import Network, shapes
from convviz.model.values import Values
from convviz.scene.alone import Alone
from convviz.scene.stage_model import flat
from convviz.state.resolved import Resolved
from convviz.state.stage_models import top_of


def alone_of(network: Network, values: Values | None, before: Resolved | None) -> Alone:
    """The input as it stands on a stage without a layer; the last one where it is the same."""
    first = network.in_order()[0]
    channels, height, width = shapes(network)[first.id]
    found = None if values is None else values.outputs.get(first.id)
    if found is not None and found.shape != (channels, height, width):
        found = None  # of the network before the edit
    old = None if before is None or before.document.network is not network else before.alone
    if old is not None and (old.values is None) == (found is None):
        return old
    layer = as_input(first.layer)
    assert layer is not None
    picture = layer.source is Source.PHOTO
    return Alone(
        shape=(channels, height, width),
        values=flat(found),
        picture=picture and channels == 3,
        high=1.0 if picture else top_of(found),
        signed=found is not None and float(found.min()) < 0.0,
        source=layer.source.value,
    )
