"""Stages of a graph: each layer with the elementwise ones after it that read nothing else."""

from __future__ import annotations

from convviz.model.network import Network
from convviz.model.record import stage_nodes

Stages = tuple[tuple[str, ...], ...]


def stage_groups(network: Network) -> Stages:
    """Give the ids of the nodes of every stage, each stage after those that it reads.

    An input is a stage of its own, and so is whatever several layers read: nothing is joined to
    what comes before it where somebody else reads in between.

    Raises
    ------
    ModelError
        NO_INPUT_LAYER, or as `Network.ordered`.
    """
    groups: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for node in network.in_order():
        if node.id not in seen:
            group = stage_nodes(network, node.id) if node.inputs else (node.id,)
            groups.append(group)
            seen.update(group)
    return tuple(groups)


def stage_reads(network: Network, groups: Stages) -> tuple[tuple[int, ...], ...]:
    """Give for every stage the places in `groups` of the stages that it reads, in its order."""
    place = {node: index for index, group in enumerate(groups) for node in group}
    return tuple(
        tuple(place[source] for source in network.node(group[0]).inputs) for group in groups
    )
