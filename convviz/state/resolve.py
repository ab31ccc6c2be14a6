"""resolve(): from the document and its values to one snapshot that everything shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from convviz.kinds.presentation import Elementwise
from convviz.kinds.registry import steps_of
from convviz.kinds.telling import Explanation, Family
from convviz.model.counts import NetworkCounts, count
from convviz.model.errors import ModelError
from convviz.model.kinds import as_convolution, as_input, kind_of
from convviz.model.layers import Layer, Source
from convviz.model.network import Network
from convviz.model.network import shapes as shapes_of
from convviz.model.reading import Reading
from convviz.model.record import AnyRecord, stage_record
from convviz.model.shape import Shape
from convviz.model.stages import stage_groups
from convviz.model.values import Values
from convviz.scene.cell_figures import Decimals
from convviz.scene.depth_scale import Common, common_of
from convviz.scene.timeline import (
    MOST_PRODUCTS,
    Phase,
    Storyboard,
    operation_storyboard,
    storyboard,
)
from convviz.state.alone import alone_of
from convviz.state.column_decimals import column_decimals
from convviz.state.document import Document
from convviz.state.families import explanation_of, phases_of
from convviz.state.memo import Memo
from convviz.state.resolved import Computed, Floats, Resolved, Stage, StageInput, Was
from convviz.state.settings import Settings
from convviz.state.sources import joined_shape, joined_values, stage_inputs, stage_reading
from convviz.state.stage_models import stage_model_of, top_of
from convviz.state.view import Selection
from convviz.state.workspace import Pane


def resolve(
    pane: Pane, computed: Computed, settings: Settings, before: Resolved | None = None
) -> Resolved:
    """The snapshot of a pane.

    It depends on no camera, viewport or time. Counts, groups and depth scale are kept per network
    (`Memo`), the stage and what depends on values are taken from `before`; where nothing differs
    the result is `before` itself.

    Parameters
    ----------
    before : Resolved or None
        The last snapshot of the same pane.
    """
    history, document = pane.history, pane.document
    network, apart = document.network, pane.view.apart
    counts, groups = counts_of(network), groups_of(network)
    stage = _stage(pane, counts.shapes, groups, computed.values, before)
    found = Resolved(
        document=document,
        shapes=counts.shapes,
        counts=counts,
        baseline=None if document.pinned is None else counts_of(document.pinned),
        was=None if history.was is None else _was_of(history.was),
        values=computed.values,
        stale=computed.stale,
        stages=() if stage is None else (stage,),
        groups=groups,
        problem=pane.problem,
        can_undo=bool(history.past),
        can_redo=bool(history.future),
        settings=settings,
        apart=apart,
        common=common_alone(network),
        alone=alone_of(network, computed.values, before) if stage is None else None,
        fault=computed.fault,
    )
    return before if before is not None and _same(before, found) else found


def same_snapshot(one: Pane, other: Pane) -> bool:
    """Whether two states of a pane look the same in its snapshot."""
    same = one.history is other.history and one.problem is other.problem
    return same and one.selection == other.selection and one.view.apart == other.view.apart


_PLAIN = ("stages", "can_undo", "can_redo", "stale", "settings", "apart")
_FIELDS = tuple(field.name for field in fields(Resolved))


def _same(one: Resolved, other: Resolved) -> bool:
    """Whether two snapshots are of the same objects."""
    pairs = ((name, getattr(one, name), getattr(other, name)) for name in _FIELDS)
    return all(a is b or (name in _PLAIN and a == b) for name, a, b in pairs)


def _common(network: Network) -> Common:
    return common_of((*shape,) for shape in shapes_of(network).values())


counts_of: Memo[Network, NetworkCounts] = Memo(count)
groups_of: Memo[Network, tuple[tuple[str, ...], ...]] = Memo(lambda network: stage_groups(network))
common_alone: Memo[Network, Common] = Memo(_common)
shown_of: Memo[Document, str | None] = Memo(
    lambda document: shown_stage(document, groups_of(document.network))
)
_was_of: Memo[Network, Was] = Memo(lambda network: Was(network, counts_of(network)))


def shown_stage(document: Document, groups: tuple[tuple[str, ...], ...]) -> str | None:
    """Id of the layer on stage: that of the selected one's group, or the next along the chain.

    An elementwise layer that is selected has the stage for itself: its cells before and after.
    """
    selected = document.network.node(document.selected)
    if selected.inputs and kind_of(selected.layer).elementwise:
        return selected.id if explanation_of(document.network, selected.id) is not None else None
    order = [group for group in groups if explanation_of(document.network, group[0]) is not None]
    if not order:
        return None
    place = next(i for i, group in enumerate(groups) if document.selected in group)
    later = [group for group in groups[place:] if group in order]
    return (later or order[-1:])[0][0]


def nodes_of(
    shown: str, groups: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The nodes told on the stage of a layer, and the group that they are of."""
    group = next(group for group in groups if shown in group)
    return (group if group[0] == shown else (shown,)), group


def _stage(
    pane: Pane,
    shapes: Mapping[str, Shape],
    groups: tuple[tuple[str, ...], ...],
    values: Values | None,
    before: Resolved | None,
) -> Stage | None:
    document, selection, apart = pane.document, pane.selection, pane.view.apart
    shown = shown_of(document)
    if shown is None:
        return None
    if _same_stage(document, values, selection, apart, shown, before):
        assert before is not None
        return before.stage
    nodes, _ = nodes_of(shown, groups)
    return _make_stage(document.network, nodes, shapes, values, selection, apart, before)


def _make_stage(
    network: Network,
    nodes: tuple[str, ...],
    shapes: Mapping[str, Shape],
    values: Values | None,
    selection: Selection,
    apart: float,
    before: Resolved | None,
) -> Stage:
    shown, node = nodes[0], network.node(nodes[0])
    layer, telling = node.layer, explanation_of(network, shown)
    assert telling is not None
    sources = stage_inputs(network, shown, shapes, values)
    read, output_shape = joined_shape(sources), shapes[shown]
    chosen = clamp(selection, output_shape, read)
    arrays = _arrays(values, sources, shown, nodes[-1], shapes, layer, before)
    reading = stage_reading(layer, sources, output_shape)
    picture = _is_picture(network, sources)
    record = _record(network, values, nodes, chosen) if _complete(arrays, telling) else None
    stage = Stage(
        node=shown,
        nodes=nodes,
        name=node.name,
        layer=layer,
        kind=kind_of(layer).name,
        telling=telling,
        sources=sources,
        reading=reading,
        input_shape=read,
        output_shape=output_shape,
        after=_after(network, nodes),
        inputs=arrays["inputs"],
        weights=arrays["weights"],
        bias=arrays["bias"],
        outputs=arrays["outputs"],
        input_high=_high("input", arrays["inputs"], before),
        weight_high=_high("weight", arrays["weights"], before),
        output_high=_high("output", arrays["outputs"], before),
        picture_input=picture,
        picture_output=picture and kind_of(layer).keeps_pictures(layer),
        selection=chosen,
        record=record,
        storyboard=_storyboard(network, nodes, sources, reading, output_shape, chosen),
        model=None,
        decimals=_decimals(arrays, telling, before),
    )
    return replace(stage, model=stage_model_of(stage, network, apart, common_alone(network)))


def storyboard_of(
    network: Network, nodes: tuple[str, ...], shapes: Mapping[str, Shape], chosen: Selection
) -> Storyboard:
    """The story of a stage, without its values."""
    sources, made = stage_inputs(network, nodes[0], shapes, None), shapes[nodes[0]]
    reading = stage_reading(network.node(nodes[0]).layer, sources, made)
    return _storyboard(network, nodes, sources, reading, made, chosen)


def _after(network: Network, nodes: tuple[str, ...]) -> tuple[Elementwise, ...]:
    """How the elementwise layers of a stage are told: it itself, if it is one, and those after."""
    kinds = [kind_of(network.node(id).layer) for id in nodes]
    return steps_of(tuple(kind.name for kind in kinds if kind.elementwise))


def _complete(arrays: Mapping[str, Floats | None], telling: Explanation) -> bool:
    needed = ["inputs", "outputs"] + (["weights"] if telling.family is Family.SUM else [])
    return all(arrays[name] is not None for name in needed)


def _storyboard(
    network: Network,
    nodes: tuple[str, ...],
    sources: tuple[StageInput, ...],
    reading: Reading,
    output: Shape,
    chosen: Selection,
) -> Storyboard:
    """The story that the family of a stage tells."""
    layer, read = network.node(nodes[0]).layer, joined_shape(sources)
    telling, positions = explanation_of(network, nodes[0]), output.height * output.width
    assert telling is not None
    follows = len(nodes) > 1 or kind_of(layer).elementwise
    convolution = as_convolution(layer)
    if convolution is None:
        phases = (*phases_of(telling), *((Phase.ACTIVATION,) if follows else ()))
        cells = _cells_read(reading, chosen, read)
        counted = cells if cells > 1 else 0
        parts = tuple(each.shape.channels for each in sources)
        volumes = parts if len(parts) > 1 and sum(parts) == output.channels else ()
        told = phases, positions, chosen.filter, output.channels
        return operation_storyboard(*told, counted, reading.block, volumes)
    channels = read.channels // convolution.groups
    made = convolution.filters, follows, convolution.bias
    products = convolution.kernel[0] * convolution.kernel[1]
    single = products if products <= MOST_PRODUCTS else 1
    return storyboard(channels, positions, chosen.filter, *made, single)


def _cells_read(reading: Reading, chosen: Selection, read: Shape) -> int:
    """How many cells of the input make one cell of the output; padding is none of them."""
    down = sum(0 <= row < read.height for row in reading.rows(chosen.filter, chosen.row))
    columns = reading.columns(chosen.filter, chosen.column)
    across = sum(0 <= column < read.width for column in columns)
    return down * across * len(reading.channels(chosen.filter))


def _same_stage(
    document: Document,
    values: Values | None,
    selection: Selection,
    apart: float,
    shown: str,
    before: Resolved | None,
) -> bool:
    """Whether nothing that the stage is made of has changed."""
    if before is None or before.stage is None or before.stage.node != shown:
        return False
    return (
        before.document.network is document.network
        and before.values is values
        and before.apart == apart
        and before.stage.selection
        == clamp(selection, before.stage.output_shape, before.stage.input_shape)
    )


def clamp(selection: Selection, output: Shape, read: Shape) -> Selection:
    """The selection moved inside an output volume; a reader outside the input is none."""
    reader = selection.reader
    if reader is not None and not (0 <= reader[0] < read.height and 0 <= reader[1] < read.width):
        reader = None  # of the layer before, or of a larger input
    return replace(
        selection,
        reader=reader,
        filter=min(max(selection.filter, 0), output.channels - 1),
        row=min(max(selection.row, 0), output.height - 1),
        column=min(max(selection.column, 0), output.width - 1),
    )


def _arrays(
    values: Values | None,
    sources: tuple[StageInput, ...],
    conv: str,
    last: str,
    shapes: Mapping[str, Shape],
    layer: Layer,
    before: Resolved | None,
) -> dict[str, Floats | None]:
    """The stage's arrays where their shapes fit the network, else None (the edit is newer)."""
    nothing: dict[str, Floats | None] = dict.fromkeys(("inputs", "weights", "bias", "outputs"))
    if values is None:
        return nothing
    found = dict(nothing)
    old = None if before is None else before.stage
    found["inputs"] = joined_values(sources, values.outputs.get(conv), old)
    held = values.weights.get(conv)
    expected = kind_of(layer).weights_shape(layer, tuple(each.shape for each in sources))
    if held is not None and as_convolution(layer) and held.weights.shape == expected:
        found["weights"], found["bias"] = held.weights, held.bias
    outputs = values.outputs.get(last)
    if outputs is not None and outputs.shape == tuple(shapes[last]):
        found["outputs"] = outputs
    return found


def _record(
    network: Network, values: Values | None, nodes: tuple[str, ...], selection: Selection
) -> AnyRecord | None:
    if values is None:
        return None
    try:
        place = selection.filter, selection.row, selection.column
        return stage_record(network, values, nodes, place)
    except (ModelError, IndexError, ValueError):
        return None  # the values belong to the network before this edit


def _high(name: str, values: Floats | None, before: Resolved | None) -> float:
    """The colour range's end; the last snapshot's where the array is the same object."""
    old = None if before is None else before.stage
    if old is not None and values is not None and getattr(old, f"{name}s") is values:
        return float(getattr(old, f"{name}_high"))
    return top_of(values)


def _decimals(
    arrays: Mapping[str, Floats | None], telling: Explanation, before: Resolved | None
) -> Decimals:
    """The decimals of the stage's columns; the last snapshot's where no array is another."""
    old = None if before is None else before.stage
    names = ("inputs", "weights", "outputs")
    if old is not None and all(getattr(old, name) is arrays[name] for name in names):
        return old.decimals
    inputs, weights, outputs = (arrays[name] for name in names)
    return column_decimals(inputs, weights, outputs, telling.operation_kind)


def _is_picture(network: Network, sources: tuple[StageInput, ...]) -> bool:
    provided = as_input(network.node(sources[0].node).layer)
    return len(sources) == 1 and provided is not None and provided.source is Source.PHOTO
