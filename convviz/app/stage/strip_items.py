"""Words the stages of a network for the chain strip."""

from __future__ import annotations

from convviz import words
from convviz.kinds.registry import filters_of
from convviz.model.kinds import kind_of
from convviz.model.network import Network
from convviz.model.stages import stage_reads
from convviz.scene.primitives import Span
from convviz.scene.strip_item import StripItem, StripStep
from convviz.state.resolved import Resolved


def strip_items(resolved: Resolved) -> tuple[StripItem, ...]:
    """One item per stage: what it does to the volume before it, and the volume it makes."""
    shown = None if resolved.stage is None else resolved.stage.node
    reads = stage_reads(resolved.document.network, resolved.groups)
    return tuple(
        _item(resolved, group, shown, read)
        for group, read in zip(resolved.groups, reads, strict=True)
    )


def _item(
    resolved: Resolved, group: tuple[str, ...], shown: str | None, reads: tuple[int, ...]
) -> StripItem:
    network = resolved.document.network
    node = network.node(group[0])
    shape = resolved.shapes[group[-1]]
    operation = _operation(resolved, network, group[0])
    parts = [words.text(f"kind.{kind_of(network.node(id).layer).name}") for id in group[1:]]
    plain = words.plain(operation)
    size = words.plain(words.shape_spans(shape))
    return StripItem(
        id=group[0],
        shape=shape,
        kind=kind_of(node.layer).name,
        name=node.name,
        operation=operation,
        selected=shown in group,
        reads=reads,
        steps=tuple(
            StripStep(id, Span(part), id == shown)
            for id, part in zip(group[1:], parts, strict=True)
        ),
        description=", ".join(part for part in (node.name, plain, *parts, size) if part),
    )


def _operation(resolved: Resolved, network: Network, node_id: str) -> tuple[Span, ...]:
    node = network.node(node_id)
    layer = filters_of(node.layer)
    if layer is None:
        return () if not node.inputs else (Span(words.text(f"kind.{kind_of(node.layer).name}")),)
    depth = resolved.shapes[node.inputs[0]].channels // layer.groups
    shape = words.kernel_spans(*layer.kernel, depth)
    return words.spans("strip.filters", n=layer.filters, shape=shape)
