"""The stage of a document without values: what reducing an intent needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.model.network import shapes
from convviz.model.shape import Shape
from convviz.scene.timeline import Storyboard
from convviz.state.document import Document
from convviz.state.memo import Memo
from convviz.state.resolve import clamp, groups_of, nodes_of, shown_of, storyboard_of
from convviz.state.sources import joined_shape, stage_inputs
from convviz.state.view import Selection


@dataclass(frozen=True)
class StageOutline:
    """A stage: its layers, its sizes and its story.

    Attributes
    ----------
    node : str
        Node id of the layer.
    nodes : tuple of str
        Its id and those of the layers that are told with it.
    group : tuple of str
        All that belong together in the network: the stages of one group make the same cells.
    output_shape : Shape
    selection : Selection
        Clamped to the output's shape.
    storyboard : Storyboard
    """

    node: str
    nodes: tuple[str, ...]
    group: tuple[str, ...]
    output_shape: Shape
    selection: Selection
    storyboard: Storyboard


def _outline(document: Document, selection: Selection) -> StageOutline | None:
    network, groups = document.network, groups_of(document.network)
    sizes, shown = shapes(network), shown_of(document)
    if shown is None:
        return None
    nodes, group = nodes_of(shown, groups)
    made, read = sizes[shown], joined_shape(stage_inputs(network, shown, sizes, None))
    chosen = clamp(selection, made, read)
    story = storyboard_of(network, nodes, sizes, chosen)
    return StageOutline(shown, nodes, group, made, chosen, story)


outline_of: Memo[Document, StageOutline | None] = Memo(_outline)
