"""What a count opens into that is no product of factors: sizes and receptive fields."""

from __future__ import annotations

from convviz.model.counts import NetworkCounts
from convviz.model.kinds import kind_of
from convviz.model.layers import Conv2d
from convviz.model.layers.pooling import Pooling
from convviz.model.network import Network
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.figures import joined, kernel_spans, number
from convviz.words.lookup import has, spans

Lines = tuple[tuple[Span, ...], ...]


def output_lines(network: Network, node_id: str, counts: NetworkCounts) -> Lines:
    """How the size of a layer's output comes about, line by line."""
    node = network.node(node_id)
    kind = kind_of(node.layer)
    if not node.inputs:
        return (spans("counts.as_set"),)
    if kind.elementwise:
        return (spans("counts.as_input"),)
    source, output = counts.shapes[node.inputs[0]], counts.shapes[node_id]
    if has(f"counts.output.{kind.name}"):
        return (spans(f"counts.output.{kind.name}", channels=output.channels),)
    window = kind.window(node.layer, tuple(counts.shapes[i] for i in node.inputs))
    key = "counts.output"
    lines = []
    if isinstance(node.layer, Pooling) and node.layer.ceil_mode:
        key += ".ceil"
        lines.append(spans(key))
    else:
        lines.append(spans(f"{key}.about"))
    lines.append(
        _side(
            f"{key}.height",
            source.height,
            window.pads.top + window.pads.bottom,
            window.extent[0],
            window.stride[0],
            output.height,
        )
    )
    lines.append(
        _side(
            f"{key}.width",
            source.width,
            window.pads.left + window.pads.right,
            window.extent[1],
            window.stride[1],
            output.width,
        )
    )
    if isinstance(node.layer, Conv2d):
        lines.append(spans("counts.output.filters", filters=node.layer.filters))
    return tuple(lines)


def _side(
    key: str, size: int, pads: int, window: int, stride: int, result: int
) -> tuple[Span, ...]:
    """Tell how many windows fit along one axis; `last` is 0 where ceil mode leaves one out."""
    last = result + (size + pads - window) // -stride
    return spans(key, size=size, pads=pads, window=window, stride=stride, last=last, result=result)


def field_lines(network: Network, node_id: str, counts: NetworkCounts) -> Lines:
    """How a layer's receptive field comes about from that of the layer before."""
    node = network.node(node_id)
    if not node.inputs:
        return (spans("counts.field.input"),)
    if len(node.inputs) > 1:
        return (spans("counts.field.joined"),)
    before, after = counts.receptive_fields[node.inputs[0]], counts.receptive_fields[node_id]
    kind = kind_of(node.layer)
    window = kind.window(node.layer, tuple(counts.shapes[i] for i in node.inputs))
    return (
        spans("counts.field.about"),
        spans(
            "counts.field.height",
            before=before.height,
            window=window.extent[0],
            step=before.stride_rows,
            result=after.height,
        ),
        spans(
            "counts.field.width",
            before=before.width,
            window=window.extent[1],
            step=before.stride_columns,
            result=after.width,
        ),
    )


def field_spans(network: Network, node_id: str, counts: NetworkCounts) -> tuple[Span, ...]:
    """A receptive field with its depth; without it where groups part the channels."""
    field = counts.receptive_fields[node_id]
    ordered = network.ordered()
    upto = next(place for place, node in enumerate(ordered) if node.id == node_id)
    parted = any(
        isinstance(node.layer, Conv2d) and node.layer.groups > 1 for node in ordered[: upto + 1]
    )
    if parted:
        sides = [Span(number(field.height), Role.K), Span(number(field.width), Role.K)]
        return joined(sides)
    deep = counts.shapes[ordered[0].id].channels
    return kernel_spans(field.height, field.width, deep)
