"""From a stage to what the scene plays it with: flat arrays, colours, places."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.kinds.telling import Family, OperationKind
from convviz.model.kinds import as_input
from convviz.model.network import Network
from convviz.scene.depth_scale import Common
from convviz.scene.layout import Plan, lay_out
from convviz.scene.primitives import Colours
from convviz.scene.stage_model import Cell, Origin, StageModel, flat
from convviz.state.operations import operation_of
from convviz.state.resolved import Floats, Stage

_SAME_QUANTITY = (OperationKind.GREATEST, OperationKind.MEAN, OperationKind.PASSED)
CLIP = 99.5  # percentile at which colours end


def top_of(values: Floats | None) -> float:
    """Upper end of a colour range: the 99.5th percentile of the magnitudes."""
    if values is None or values.size == 0:
        return 1.0
    sizes = np.abs(values).reshape(-1)
    rank = min(int(sizes.size * CLIP / 100.0), sizes.size - 1)
    top = float(np.partition(sizes, rank)[rank])
    return top or float(sizes.max()) or 1.0


def _source(network: Network, stage: Stage) -> str:
    """Key of what the input is; several volumes are feature maps."""
    if len(stage.sources) > 1:
        return "map"
    provided = as_input(network.node(stage.sources[0].node).layer)
    return "map" if provided is None else provided.source.value


def stage_model_of(stage: Stage, network: Network, apart: float, common: Common) -> StageModel:
    """What a stage is drawn and played from."""
    pads = stage.reading.pads
    plan = Plan(
        input=(*stage.input_shape,),
        output=(*stage.output_shape,),
        kernel=stage.reading.kernel,
        depth=stage.reading.depth,
        filters=stage.output_shape.channels if stage.family is Family.SUM else 0,
        padding=(pads.top, pads.bottom, pads.left, pads.right),
        pictures=(stage.picture_input, stage.picture_output),
        network_unit=common.depth_unit,
        parts=tuple(each.shape.channels for each in stage.sources),
    )
    return StageModel(
        layout=lay_out(plan, apart),
        storyboard=stage.storyboard,
        inputs=flat(stage.inputs),
        weights=flat(stage.weights),
        outputs=flat(stage.outputs),
        input_colours=_input_colours(stage),
        output_colours=_output_colours(stage),
        input_high=1.0 if stage.picture_input else stage.input_high,
        weight_high=stage.weight_high,
        output_high=_output_high(stage),
        cut=flat_marks(stage.cut),
        cut_share=stage.cut_share,
        cut_label=stage.telling.cut_label,
        elementwise=stage.elementwise,
        speaks=stage.telling.speaks,
        origins=_origins(stage),
        cell=_cell(stage),
        reading=stage.reading,
        step_label=stage.step_label,
        name=stage.name,
        source=_source(network, stage),
        kind=stage.kind,
        operation=operation_of(stage),
        decimals=stage.decimals,
    )


def _origins(stage: Stage) -> tuple[Origin, ...]:
    """The volumes that it reads, where these are several."""
    if len(stage.sources) < 2:
        return ()
    size = stage.input_shape[1:]
    return tuple(
        Origin(e.name, e.first, e.first + e.shape.channels, e.shape[1:] != size)
        for e in stage.sources
    )


def flat_marks(cut: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    """Marks in the order of flat values."""
    return None if cut is None else cut.reshape(-1)


def _output_high(stage: Stage) -> float:
    """Upper end of the output's colours: the input's where values are picked, averaged, passed."""
    if stage.picture_output:
        return 1.0
    other = any(step.rescales for step in stage.after)
    same = stage.telling.operation_kind in _SAME_QUANTITY and stage.inputs is not None and not other
    if same or (stage.telling.cut_to and not stage.picture_input):
        return stage.input_high
    return stage.output_high


def _output_colours(stage: Stage) -> Colours:
    if stage.telling.cut_to and not stage.picture_input:
        return _input_colours(stage)
    if stage.picture_output:
        return Colours.GREY if stage.output_shape.channels == 1 else Colours.CHANNELS
    if stage.family is Family.SUM:
        signed = stage.after[-1].signed if stage.after else True
        return Colours.RESULTS if signed else Colours.ACTIVATION
    below = stage.outputs is not None and float(stage.outputs.min()) < 0.0
    return Colours.RESULTS if below else Colours.ACTIVATION


def _input_colours(stage: Stage) -> Colours:
    if stage.picture_input and stage.input_shape.channels == 3:
        return Colours.CHANNELS
    if stage.inputs is not None and float(stage.inputs.min()) < 0.0:
        return Colours.RESULTS
    return Colours.ACTIVATION


def _cell(stage: Stage) -> Cell:
    record, chosen, reading = stage.sum, stage.selection, stage.reading
    first = reading.channels(chosen.filter).start
    place = (
        reading.rows(chosen.filter, chosen.row),
        reading.columns(chosen.filter, chosen.column),
    )
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
        float(max(np.abs(running).max(), np.abs(record.channel_sums).max())) or 1.0,
        stage.figures_of(record),
    )
