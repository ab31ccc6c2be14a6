"""Random projects for hypothesis, all of them possible, and how two are compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from convviz.files.own_photos import photo_id
from convviz.files.project_json import Outline
from convviz.files.projects import Project
from convviz.model.kinds import kind_of
from convviz.model.layers import BatchNorm, Conv2d, Init, Input, ReLU, Source
from convviz.model.network import Network, Node, input_shapes, shapes
from convviz.model.typed_edits import copy_filter, load_weights, set_bias, set_kernel
from convviz.scene.offset import SHIFTS, ZOOMS, Offset, bounded
from convviz.state.document import Document
from convviz.state.photos import OwnPhoto
from convviz.state.view import Selection, ViewOptions

names = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20).filter(
    lambda name: name.strip() == name
)
weights = st.floats(-1e6, 1e6, width=32)
ids = st.from_regex(r"[a-z]{1,8}[0-9]{0,3}", fullmatch=True)


def own_photo(height=5, width=7, seed=0, name="호수"):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    pixels.setflags(write=False)
    return OwnPhoto(photo_id(pixels), name, (width, height), pixels)


@st.composite
def convolutions(draw, channels):
    groups = draw(st.sampled_from([g for g in (1, 2, 3, 4) if channels % g == 0]))
    side = st.integers(1, 4)
    return Conv2d(
        groups * draw(st.integers(1, 4)),
        draw(st.tuples(side, side)),
        stride=draw(st.tuples(side, side)),
        padding=draw(st.one_of(st.just("same"), st.tuples(st.integers(4, 9), st.integers(4, 9)))),
        dilation=draw(st.tuples(st.integers(1, 2), st.integers(1, 2))),
        groups=groups,
        bias=draw(st.booleans()),
        init=draw(st.sampled_from((Init.HE, Init.GABOR, Init.AVERAGING, Init.IDENTITY))),
        seed=draw(st.integers(0, 2**31 - 1)),
    )


@st.composite
def networks(draw, photos=()):
    """A graph: each layer reads any layer before it."""
    source = draw(st.sampled_from(Source))
    share = st.floats(0, 0.4)
    layer = Input(
        3 if source is Source.PHOTO else draw(st.integers(1, 12)),
        draw(st.integers(8, 20)),
        draw(st.integers(8, 20)),
        source,
        draw(st.sampled_from(("coffee", "china", *(photo.id for photo in photos)))),
        draw(st.integers(0, 99)),
        draw(st.none() | st.tuples(share, share, share.map(lambda x: 1 - x), st.just(1.0))),
    )
    nodes = [Node(draw(ids), draw(names), layer)]
    for _ in range(draw(st.integers(0, 6))):
        before = draw(st.sampled_from(nodes))
        channels = shapes(Network(tuple(nodes)))[before.id].channels
        layer = draw(
            st.one_of(
                convolutions(channels), st.just(ReLU()), st.builds(BatchNorm, st.integers(0, 9))
            )
        )
        id, name = f"{draw(ids)}-{len(nodes)}", f"{draw(names)} {len(nodes)}"
        nodes.append(Node(id, name, layer, (before.id,)))
    return Network(tuple(draw(st.permutations(nodes))))


@st.composite
def typed_networks(draw, photos=()):
    """The same with numbers typed and loaded here and there."""
    network = draw(networks(photos))
    known = shapes(network)
    for node in network.nodes:
        shape = kind_of(node.layer).weights_shape(node.layer, input_shapes(network, node.id, known))
        if shape is None or draw(st.booleans()):
            continue
        if draw(st.booleans()):
            array = np.random.default_rng(draw(st.integers(0, 9))).normal(size=shape)
            network = load_weights(network, node.id, array)
        for _ in range(draw(st.integers(0, 3))):
            place = [draw(st.integers(0, size - 1)) for size in shape]
            network = set_kernel(network, node.id, *place, ((draw(weights),),))
        if getattr(node.layer, "bias", True):
            filter = draw(st.integers(0, shape[0] - 1))
            network = set_bias(network, node.id, filter, draw(weights))
        if draw(st.booleans()):
            network = copy_filter(network, node.id, 0, shape[0] - 1)
    return network


shifts, angles = st.floats(*SHIFTS), st.floats(-180, 180)
offsets = st.builds(Offset, angles, angles, shifts, shifts, st.floats(*ZOOMS)).map(bounded)
cuts = st.none() | st.integers(0, 300)
views = st.builds(
    ViewOptions,
    orthographic=st.booleans(),
    glass=st.booleans(),
    apart=st.floats(0, 1),
    cut_row=cuts,
    cut_column=cuts,
    cut_channel=cuts,
    named=st.sampled_from(("", "front", "top", "side")),
    offset=offsets,
)
places = st.integers(0, 300)


@st.composite
def projects(draw):
    count = draw(st.integers(0, 2))
    photos = tuple(own_photo(4 + i, 5, i, draw(names)) for i in range(count))
    network = draw(typed_networks(photos))
    document = Document(
        id=draw(names),
        network=network,
        selected=draw(st.sampled_from([node.id for node in network.nodes])),
        pinned=draw(st.none() | networks()),
        photos=photos,
    )
    cell = draw(st.builds(Selection, places, places, places))
    return Project(document, cell, draw(views))


def plain(project: Project | Outline):
    """A project as values that compare by content: arrays are spelled out."""
    document = project.document
    typed = [
        None
        if node.typed is None
        else [
            None if array is None else (str(array.dtype), array.shape, array.tobytes())
            for array in (node.typed.places, node.typed.numbers, node.typed.loaded)
        ]
        for node in document.network.nodes
    ]
    nodes = [replace(node, typed=None) for node in document.network.nodes]
    photos = [(photo, photo.pixels.shape, photo.pixels.tobytes()) for photo in document.photos]
    rest = replace(document, network=Network(tuple(nodes)), photos=())
    return rest, typed, photos, project.cell, project.view
