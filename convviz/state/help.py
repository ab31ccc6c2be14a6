"""Where a stage cannot be played: why, and what would really help, as intents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from convviz.model.errors import ModelError
from convviz.model.kinds import as_input, kind_of
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.layers.conv2d import OFFERED
from convviz.model.network import Network, set_field
from convviz.model.unvalued import unvalued
from convviz.model.values import (
    LIMIT_CELLS,
    LIMIT_MACS,
    LIMIT_PADDED,
    LIMIT_TOTAL,
    LIMIT_WEIGHTS,
    Unvalued,
)
from convviz.state.edits import resized
from convviz.state.intents import AddLayer, ResizeInput, SelectLayer, SetField, Undo
from convviz.state.resolved import Resolved

MOST = 2  # offers at once


@dataclass(frozen=True)
class Offer:
    """One thing that helps.

    Attributes
    ----------
    key : str
        Of its words, ``help.<key>``.
    values : tuple of (str, object)
        For the words.
    intent : Intent
        What it does.
    """

    key: str
    values: tuple[tuple[str, object], ...]
    intent: object


@dataclass(frozen=True)
class Help:
    """Why the story does not play, and what to do.

    Attributes
    ----------
    key : str
        Of the sentence, ``why.<key>``.
    values : tuple of (str, object)
        For the sentence.
    offers : tuple of Offer
    """

    key: str
    values: tuple[tuple[str, object], ...]
    offers: tuple[Offer, ...]


def help_of(resolved: Resolved) -> Help | None:
    """What stands in the place of the caption; None where the story can be played."""
    network, stage = resolved.document.network, resolved.stage
    if stage is None:
        last = network.in_order()[-1].id
        added = AddLayer(last, Conv2d(OFFERED, (3, 3), padding="same"))
        values = (("filters", OFFERED), ("depth", resolved.shapes[last].channels))
        return Help("empty", (), (Offer("add", values, added),))
    if stage.record is not None or resolved.stale:
        return None
    reasons = unvalued(network)
    if stage.node in reasons:
        return _over_limit(resolved, stage.node, reasons)
    return _no_values(resolved) if resolved.fault is not None else None


def _over_limit(resolved: Resolved, node: str, reasons: dict[str, Unvalued]) -> Help:
    """The layer that is over a limit is this one, or one before it."""
    network = resolved.document.network
    culprit = node
    while reasons[culprit] is Unvalued.INPUT:
        culprit = next(each for each in network.node(culprit).inputs if each in reasons)
    counts, shape = resolved.counts.layers[culprit], resolved.shapes[culprit]
    cells = shape.cells, LIMIT_CELLS
    if shape.cells <= LIMIT_CELLS:  # then its input is, with the padding around it
        cells = LIMIT_PADDED, LIMIT_PADDED
    needed, most = {
        Unvalued.WEIGHTS: (counts.parameters, LIMIT_WEIGHTS),
        Unvalued.CELLS: cells,
        Unvalued.MACS: (counts.macs, LIMIT_MACS),
        Unvalued.TOTAL: (LIMIT_TOTAL, LIMIT_TOTAL),
        Unvalued.SOURCE: (shape.cells, LIMIT_CELLS),
    }[reasons[culprit]]
    values: tuple[tuple[str, object], ...] = (
        ("layer", network.node(culprit).name),
        ("needed", needed),
        ("most", most),
        ("height", shape.height),
        ("width", shape.width),
    )
    found = (
        _smaller_input(network, node),
        _fewer_filters(network, node, culprit),
        _other_layer(resolved, node, reasons),
    )
    offers = tuple(offer for offer in found if offer is not None)[:MOST]
    if not offers and resolved.can_undo:
        offers = (Offer("undo", (), Undo()),)
    return Help(str(reasons[culprit]), values, offers)


def _no_values(resolved: Resolved) -> Help:
    """The values failed: of a photo that is not there, or for another reason."""
    offers: list[Offer] = []
    first = resolved.document.network.in_order()[0]
    layer = as_input(first.layer)
    if layer is not None and layer.source in (Source.PHOTO, Source.PHOTO_FEATURES):
        default = Input(1, 1, 1).photo
        if layer.photo != default:
            intent = SetField(first.id, "photo", default)
            offers.append(Offer("photo", (("photo", default),), intent))
    if resolved.can_undo:
        offers.append(Offer("undo", (), Undo()))
    return Help("failed", (("fault", resolved.fault),), tuple(offers[:MOST]))


def _works(network: Network, node: str) -> bool:
    return node not in unvalued(network)


def _largest(high: int, works: Callable[[int], bool]) -> int | None:
    """The largest of high ÷ 2, ÷ 4, … that works; None where none does."""
    size = high // 2
    while size >= 1:
        if works(size):
            return size
        size //= 2
    return None


def _smaller_input(network: Network, node: str) -> Offer | None:
    """A smaller input, in steps of a half, at the same proportions."""
    first = network.in_order()[0]
    layer = as_input(first.layer)
    if layer is None:
        return None
    times = 2
    while min(layer.height, layer.width) // times >= 8:
        height, width = layer.height // times, layer.width // times
        try:
            if _works(resized(network, first.id, height, width), node):
                values = (("height", height), ("width", width))
                return Offer("smaller", values, ResizeInput(first.id, height, width))
        except ModelError:
            return None  # a layer does not fit any more
        times *= 2
    return None


def _fewer_filters(network: Network, node: str, culprit: str) -> Offer | None:
    """Fewer filters, or outputs, of the layer that is over a limit."""
    layer = network.node(culprit).layer
    field = kind_of(layer).width_field
    if not field:
        return None

    def works(count: int) -> bool:
        try:
            return _works(set_field(network, culprit, field, count), node)
        except ModelError:
            return False

    count = _largest(getattr(layer, field), works)
    if count is None:
        return None
    values = (("layer", network.node(culprit).name), ("count", count))
    return Offer(field, values, SetField(culprit, field, count))


def _other_layer(resolved: Resolved, node: str, reasons: dict[str, Unvalued]) -> Offer | None:
    """The nearest layer that can be played."""
    network = resolved.document.network
    order = [group[0] for group in resolved.groups if network.node(group[0]).inputs]
    place = order.index(node)
    playable = [each for each in order if each not in reasons]
    if not playable:
        return None
    nearest = min(playable, key=lambda each: abs(order.index(each) - place))
    return Offer("layer", (("layer", network.node(nearest).name),), SelectLayer(nearest))
