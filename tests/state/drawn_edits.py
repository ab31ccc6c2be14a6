"""Random edits for hypothesis, possible and impossible ones."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from convviz.model.layers import BatchNorm, Conv2d, Init, Input, ReLU, Source
from convviz.state.intents import (
    AddLayer,
    ClearTyped,
    CopyFilter,
    LoadWeights,
    MoveLayer,
    OpenDocument,
    PasteColumn,
    PasteKernel,
    PasteMatrix,
    RemoveLayer,
    RenameLayer,
    SetBias,
    SetCrop,
    SetField,
    SetPhoto,
    SetWeight,
)
from convviz.state.photos import OwnPhoto

numbers = st.one_of(st.integers(-1, 8), st.sampled_from((16, 32, 64, 192, 10**6)))
pairs = st.tuples(st.integers(0, 7), st.integers(0, 7))
VALUES = {
    "filters": numbers,
    "kernel": pairs,
    "stride": pairs,
    "dilation": pairs,
    "padding": st.one_of(pairs, st.just("same"), st.just("valid")),
    "groups": numbers,
    "bias": st.booleans(),
    "init": st.sampled_from(Init),
    "seed": st.integers(-1, 99),
    "channels": numbers,
    "height": numbers,
    "width": numbers,
    "source": st.sampled_from(Source),
    "colour": numbers,  # no layer has it
}
new_layers = st.one_of(
    st.just(ReLU()),
    st.builds(BatchNorm, st.integers(0, 9)),
    st.builds(Conv2d, st.integers(1, 40), pairs, padding=pairs, groups=st.integers(1, 3)),
    st.just(Input(3, 8, 8)),
)


PHOTOS = tuple(OwnPhoto(f"own-{n}", "lake", (2, 2), np.zeros((2, 2, 3), np.uint8)) for n in "ab")
shares = st.sampled_from((0.0, 0.25, 0.5, 1.0, 1.5))
places = st.integers(-1, 5)
weights = st.floats(-2e6, 2e6)


def own_numbers(layer):
    """An edit of a photo or of typed weights."""
    run = st.integers(0, 1)
    return st.one_of(
        st.builds(SetPhoto, st.just(layer), st.sampled_from(PHOTOS)),
        st.builds(SetCrop, st.just(layer), st.none() | st.tuples(*[shares] * 4), run),
        st.builds(SetWeight, st.just(layer), places, places, places, places, weights, run),
        st.builds(SetBias, st.just(layer), places, weights, run),
        st.builds(CopyFilter, st.just(layer), places, places),
        st.builds(PasteKernel, st.just(layer), places, places, st.just(((1.0, 2.0),))),
        st.builds(LoadWeights, st.just(layer), st.just(np.ones((5, 3, 5, 5), np.float32))),
        st.builds(PasteColumn, st.just(layer), places, places, st.just((1.0, 2.0))),
        st.builds(PasteMatrix, st.just(layer), places, places, st.just(((1.0, 2.0),))),
        st.builds(ClearTyped, st.just(layer), st.sampled_from(((), ((0, 2),), ((0, 9), (-1, 0))))),
    )


@st.composite
def edits(draw, document):
    """One edit of a document, of any kind."""
    ids = [*(node.id for node in document.network.nodes), "nowhere"]
    layer = draw(st.sampled_from(ids))
    kind = draw(st.sampled_from("field field field add remove move rename own own open".split()))
    if kind == "field":
        field = draw(st.sampled_from(sorted(VALUES)))
        return SetField(layer, field, draw(VALUES[field]), run=draw(st.integers(0, 1)))
    if kind == "add":
        return AddLayer(layer, draw(new_layers))
    if kind == "remove":
        return RemoveLayer(layer)
    if kind == "move":
        return MoveLayer(layer, draw(st.sampled_from((-2, -1, 1, 2))))
    if kind == "rename":
        return RenameLayer(layer, draw(st.sampled_from(("reduce", "conv1", "", "박 요셉"))))
    if kind == "own":
        return draw(own_numbers(layer))
    return OpenDocument(draw(st.sampled_from(("five-filters", "seed-direct", "no-such"))))
