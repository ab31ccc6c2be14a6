"""From a stage to what the scene plays it with: flat arrays, colours, places."""

from __future__ import annotations

import numpy as np

from convviz.model.layers import Input
from convviz.model.network import Network
from convviz.model.record import window_cells
from convviz.scene.cast import Cast, Cell, flat
from convviz.scene.layout import Plan, lay_out
from convviz.scene.primitives import Colours
from convviz.state.resolved import Floats, Stage
from convviz.state.view import ViewOptions

CLIP = 99.5  # percentile at which colours end


def top_of(values: Floats | None) -> float:
    """Upper end of a colour range: the 99.5th percentile of the magnitudes."""
    if values is None or values.size == 0:
        return 1.0
    sizes = np.abs(values).reshape(-1)
    rank = min(int(sizes.size * CLIP / 100.0), sizes.size - 1)
    top = float(np.partition(sizes, rank)[rank])
    return top or float(sizes.max()) or 1.0


def _source(network: Network, node_id: str) -> str:
    layer = network.node(node_id).layer
    return layer.source.value if isinstance(layer, Input) else "map"


def cast_of(stage: Stage, network: Network, source: str, view: ViewOptions) -> Cast:
    """What a stage is drawn and played from; `source` is the node that it reads."""
    layer = stage.layer
    pads = layer.pads(stage.input_shape.height, stage.input_shape.width)
    plan = Plan(
        input=(*stage.input_shape,),
        output=(*stage.output_shape,),
        kernel=layer.kernel,
        depth=stage.input_shape.channels // layer.groups,
        filters=layer.filters,
        padding=(pads.top, pads.bottom, pads.left, pads.right),
        pictures=(stage.picture_input, stage.picture_output),
    )
    output_colours = Colours.ACTIVATION if stage.activation == "relu" else Colours.DIVERGING
    if stage.picture_output:
        output_colours = Colours.GREY if layer.filters == 1 else Colours.CHANNELS
    return Cast(
        layout=lay_out(plan, view.apart),
        storyboard=stage.storyboard,
        inputs=flat(stage.inputs),
        weights=flat(stage.weights),
        outputs=flat(stage.outputs),
        input_colours=_input_colours(stage),
        output_colours=output_colours,
        input_high=1.0 if stage.picture_input else stage.input_high,
        weight_high=stage.weight_high,
        output_high=1.0 if stage.picture_output else stage.output_high,
        cell=_cell(stage),
        stride=layer.stride,
        dilation=layer.dilation,
        group_filters=layer.filters // layer.groups,
        activation=stage.activation,
        name=stage.name,
        source=_source(network, source),
    )


def _input_colours(stage: Stage) -> Colours:
    if stage.picture_input and stage.input_shape.channels == 3:
        return Colours.CHANNELS
    if stage.inputs is not None and float(stage.inputs.min()) < 0.0:
        return Colours.DIVERGING
    return Colours.ACTIVATION


def _cell(stage: Stage) -> Cell:
    record, chosen, layer = stage.record, stage.selection, stage.layer
    height, width = stage.input_shape.height, stage.input_shape.width
    rows, columns = window_cells(layer, height, width, chosen.row, chosen.column)
    depth = stage.input_shape.channels // layer.groups
    first = chosen.filter // (layer.filters // layer.groups) * depth
    place = (tuple(int(r) for r in rows), tuple(int(c) for c in columns))
    if record is None:
        return Cell(
            chosen.filter,
            chosen.row,
            chosen.column,
            *place,
            first,
            None,
            None,
            None,
            None,
            None,
            1.0,
            1.0,
        )
    running = np.append(record.running, (record.before, record.after))
    return Cell(
        chosen.filter,
        chosen.row,
        chosen.column,
        *place,
        first,
        flat(record.inputs),
        flat(record.products),
        flat(record.channel_sums),
        flat(np.array([record.bias])),
        flat(running),
        top_of(record.products.astype(np.float32)),
        float(np.abs(running).max()) or 1.0,
    )
