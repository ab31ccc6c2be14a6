"""What a count opens into that is no product of factors: sizes and receptive fields."""

from __future__ import annotations

from convviz.kinds.registry import filters_of
from convviz.model.counts import NetworkCounts
from convviz.model.kinds import as_convolution, kind_of
from convviz.model.network import Network
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.words.figures import joined, kernel_spans, number, shape_spans
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
    key = "counts.output.ceil" if window.ceil else "counts.output"
    lines = [spans(key if window.ceil else "counts.output.about")]
    for axis, side in enumerate(("height", "width")):
        size, result, stride = source[1 + axis], output[1 + axis], window.stride[axis]
        pads, extent = sum(window.pads[2 * axis : 2 * axis + 2]), window.extent[axis]
        numbers = {"size": size, "pads": pads, "window": extent, "stride": stride}
        # ceil mode may leave the last window out: + 0 instead of + 1.
        last = result + (size + pads - extent) // -stride
        lines.append(spans(f"{key}.{side}", **numbers, last=last, result=result))
    if (named := filters_of(node.layer)) is not None:
        lines.append(spans("counts.output.filters", filters=named.filters))
    return tuple(lines)


def field_lines(network: Network, node_id: str, counts: NetworkCounts) -> Lines:
    """How a layer's receptive field comes about from that of the layer before."""
    node = network.node(node_id)
    if not node.inputs:
        return (spans("counts.field.input"),)
    before, after = counts.receptive_fields[node.inputs[0]], counts.receptive_fields[node_id]
    kind = kind_of(node.layer)
    window = kind.window(node.layer, tuple(counts.shapes[i] for i in node.inputs))
    height = before.height + (window.extent[0] - 1) * before.stride_rows
    width = before.width + (window.extent[1] - 1) * before.stride_columns
    if len(node.inputs) > 1 or (height, width) != (after.height, after.width):
        return (spans("counts.field.joined"),)  # here, or further up with different strides
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


def peak_line(network: Network, node_id: str, counts: NetworkCounts) -> tuple[Span, ...]:
    """Which volumes are alive where the most activations are: at that layer."""
    node, output = network.node(node_id), shape_spans(counts.shapes[node_id], Role.COUT)
    if not node.inputs:
        return spans("counts.peak.input", output=output)
    read = shape_spans(counts.shapes[node.inputs[0]])
    return spans("counts.peak.about", layer=node.name, input=read, output=output)


def field_spans(network: Network, node_id: str, counts: NetworkCounts) -> tuple[Span, ...]:
    """A receptive field with its depth; without it where groups part the channels."""
    field = counts.receptive_fields[node_id]
    ordered = network.ordered()
    upto = next(place for place, node in enumerate(ordered) if node.id == node_id)
    sums = (as_convolution(node.layer) for node in ordered[: upto + 1])
    if any(each is not None and each.groups > 1 for each in sums):
        sides = [Span(number(field.height), Role.K), Span(number(field.width), Role.K)]
        return joined(sides)
    deep = counts.shapes[ordered[0].id].channels
    return kernel_spans(field.height, field.width, deep)
