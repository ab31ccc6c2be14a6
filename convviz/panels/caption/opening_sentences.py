"""What the caption says before the story begins: in a document that ships, what to look at."""

from __future__ import annotations

from convviz import words
from convviz.kinds.registry import presentation_of
from convviz.kinds.telling import Family
from convviz.model.documents import shipped_as
from convviz.scene.palette import Role
from convviz.scene.primitives import Span
from convviz.state.resolved import Resolved, Stage


def rest_sentence(resolved: Resolved, stage: Stage) -> tuple[Span, ...]:
    """Give the sentence of a stage at rest, its numbers taken from the snapshot."""
    filters = stage.output_shape.channels
    numbers: dict[str, object] = {
        "filters": filters,
        "channels": stage.reading.depth,
        "kernel": words.kernel_spans(*stage.reading.kernel, stage.reading.depth),
        "input": words.shape_spans(stage.input_shape),
        "output": words.shape_spans(stage.output_shape, Role.COUT),
        "macs": resolved.counts.layers[stage.node].macs,
        "weights": resolved.counts.layers[stage.node].weights,
    }
    own = _own_key(resolved, stage)
    if own and stage.family is not Family.SUM:
        return words.spans(own, **numbers)
    if own and stage.weights is not None:
        first = stage.weights[0].ravel()
        return words.spans(own, **numbers, **_colours([float(weight) for weight in first[:3]]))
    if words.has(f"playback.say.rest.{stage.kind}"):
        return _of_kind(stage, numbers)
    return words.spans("playback.say.rest" + (".one" if filters == 1 else ""), **numbers)


def _of_kind(stage: Stage, numbers: dict[str, object]) -> tuple[Span, ...]:
    """The sentence of a layer that is no convolution."""
    rows, columns = stage.reading.kernel
    shares = presentation_of(stage.layer).shares(stage.layer)
    one = ".one" if stage.output_shape.channels == 1 else ""
    key = f"playback.say.rest.{stage.kind}"
    key += one if words.has(key + one) else ""
    if any(each.shape[1:] != stage.output_shape[1:] for each in stage.sources):
        key += ".gate" if words.has(f"{key}.gate") else ""
    if stage.cut_share > 0.0 and words.has(f"{key}.cut"):
        key, shares = f"{key}.cut", {"share": stage.cut_share}
    told = {name: words.percent(share) for name, share in shares.items()}
    return words.spans(key, **numbers, **told, rows=rows, columns=columns)


def cut_key(stage: Stage) -> str:
    """Give the key of how many cells were cut; a kind that cuts otherwise has its own."""
    own = f"playback.say.end.cut.{stage.kind}"
    return own if words.has(own) else "playback.say.end.cut"


def _own_key(resolved: Resolved, stage: Stage) -> str:
    """The key of a document's own sentence; empty once the network is another than shipped."""
    document = resolved.document
    key = f"playback.say.rest.{document.id}.{stage.node}"
    return key if words.has(key) and shipped_as(document.network) == document.id else ""


def _colours(weights: list[float]) -> dict[str, object]:
    """The weights of the first filter by the colour of a photo that they belong to."""
    return dict(zip(("red", "green", "blue"), weights, strict=False))
