"""The input's values, and that the photo features look like features of the photo."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.files.photos import PHOTOS, load_picture
from convviz.model.documents import DOCUMENTS
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.layers import Input, Source
from convviz.model.network import set_field
from convviz.model.sources import input_values, picture_size, source_limit
from convviz.model.stem import stem_features, stem_layers, stem_weights
from convviz.model.values import evaluate


def edge_map(picture):
    """Sobel's magnitude of the luma, (8H, 8W), averaged to (H, W)."""
    grey = np.tensordot((0.299, 0.587, 0.114), picture.astype(float), 1)
    grey = np.pad(grey, 1, mode="edge")
    smooth = grey[:, :-2] + 2 * grey[:, 1:-1] + grey[:, 2:]
    down = smooth[2:] - smooth[:-2]
    smooth = grey[:-2] + 2 * grey[1:-1] + grey[2:]
    across = smooth[:, 2:] - smooth[:, :-2]
    edges = np.hypot(across, down)
    height, width = edges.shape
    return edges.reshape(height // 8, 8, width // 8, 8).mean(axis=(1, 3))


def edge_share(features, picture):
    """The share of channels whose correlation with the edge map is above 0.3."""
    edges = edge_map(picture).ravel()
    found = [np.corrcoef(channel.ravel(), edges)[0, 1] for channel in features]
    return np.mean(np.array(found) > 0.3)


@pytest.mark.parametrize("photo", PHOTOS)
def test_features_are_of_the_photo(photo):
    picture = load_picture(photo, 224, 224)
    features = stem_features(picture, 192)
    assert features.shape == (192, 28, 28) and features.dtype == np.float32
    assert edge_share(features, picture) >= 0.55
    assert features.min() == 0 and 0.3 < (features == 0).mean() < 0.7
    assert 1 < np.percentile(features, 99.5) < 6
    alive = (features > 0).mean(axis=(1, 2))
    assert alive.min() > 0.02 and np.mean(alive > 0.97) < 0.05
    # Not one map many times: the 192 are no nearer to each other than feature maps are.
    apart = np.abs(np.corrcoef(features.reshape(192, -1)) - np.eye(192))
    assert np.median(apart) < 0.6


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("photo", PHOTOS)
def test_other_seeds_do_as_well(photo, seed):
    picture = load_picture(photo, 224, 224)
    features = stem_features(picture, 192, seed)
    assert edge_share(features, picture) >= 0.5
    assert not np.array_equal(features, stem_features(picture, 192))


def test_a_channel_does_not_depend_on_how_many_there_are():
    picture = load_picture("coffee", 80, 96)
    few, many = stem_features(picture, 5), stem_features(picture, 40)
    assert np.allclose(few, many[:5], atol=1e-5)


def test_weights_do_not_depend_on_the_photo():
    before = stem_weights(12, 0)
    stem_features(load_picture("rocket", 64, 64), 12)
    assert stem_weights(12, 0) is before


def test_the_layers_are_googlenets():
    first, second, third = stem_layers(192)
    assert (first.filters, first.kernel, first.stride, first.padding) == (
        64,
        (7, 7),
        (2, 2),
        (3, 3),
    )
    assert (second.filters, second.kernel) == (64, (1, 1))
    assert (third.filters, third.kernel, third.padding) == (192, (3, 3), (1, 1))
    assert [w.weights.shape[1] for w in stem_weights(192, 0)] == [3, 64, 64]


@settings(max_examples=25)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 7))
def test_any_size_comes_out_exactly(height, width, channels):
    layer = Input(channels, height, width)
    assert picture_size(layer) == (8 * height, 8 * width)
    picture = load_picture("china", 8 * height, 8 * width)
    found = input_values(layer, picture)
    assert found.shape == (channels, height, width)
    assert np.isfinite(found).all() and not found.flags.writeable


def test_a_picture_of_one_colour_gives_no_nonsense():
    found = stem_features(np.full((3, 64, 64), 0.25, np.float32), 16)
    assert np.isfinite(found).all() and found.max() < 10


def test_a_photo_is_its_pixels():
    picture = load_picture("chelsea", 20, 30)
    layer = Input(3, 20, 30, Source.PHOTO)
    assert picture_size(layer) == (20, 30)
    assert np.array_equal(input_values(layer, picture), picture)


@pytest.mark.parametrize("picture", [None, np.zeros((3, 20, 31), np.float32)])
def test_a_wrong_picture_is_refused(picture):
    with pytest.raises(ModelError) as caught:
        input_values(Input(3, 20, 30, Source.PHOTO), picture)
    assert caught.value.code is ErrorCode.WRONG_VALUES


@pytest.mark.parametrize("source", [Source.GRADIENT, Source.NOISE, Source.ONE_HOT])
@pytest.mark.parametrize("shape", [(1, 1, 1), (5, 7, 9), (192, 28, 28)])
def test_made_up_sources(source, shape):
    layer = Input(*shape, source=source, seed=3)
    assert picture_size(layer) is None
    found = input_values(layer)
    assert found.shape == shape and found.dtype == np.float32 and not found.flags.writeable
    assert found.min() >= 0 and found.max() <= 1
    assert np.array_equal(found, input_values(layer))
    if source is Source.ONE_HOT:
        assert found.sum() == 1 and found[3 % shape[0]].any()
    elif shape[0] > 1:
        assert np.ptp(found, axis=(1, 2)).min() > 0.9


def test_noise_keeps_its_cells_when_the_volume_grows():
    small, large = (input_values(Input(n, n, n, Source.NOISE)) for n in (4, 9))
    assert np.array_equal(small, large[:4, :4, :4])


def test_limits_of_a_source():
    assert source_limit(Input(192, 28, 28)) is None
    assert source_limit(Input(64, 112, 112)) is None
    assert source_limit(Input(3, 2_000, 2_000, Source.PHOTO)) == "cells"
    assert source_limit(Input(20_000, 2, 2)) == "weights"
    assert source_limit(Input(8, 400, 400)) == "macs"
    assert source_limit(Input(8, 900, 900, Source.NOISE)) is None


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("photo", PHOTOS)
def test_documents_have_no_dead_filter(document, photo):
    network = set_field(DOCUMENTS[document](), "input", "photo", photo)
    layer = network.node("input").layer
    array = input_values(layer, load_picture(photo, *picture_size(layer)))
    found = evaluate(network, {"input": array})
    assert set(found.outputs) == {node.id for node in network.nodes}
    for node in network.nodes:
        if node.id.startswith("relu"):
            alive = (found.outputs[node.id] > 0).mean(axis=(1, 2))
            # The photo that the document opens with is held to more.
            if document in (
                "googlenet-stem",
                "inception-3a",
            ):  # hundreds of random filters: few may be dead
                assert (alive > 0).mean() > 0.85, node.id
                continue
            low, high = (0.05, 0.95) if photo == "coffee" else (0.01, 0.99)
            assert low < alive.min() and alive.max() < high, node.id


def test_colour_mixing_is_grey_and_sepia():
    picture = load_picture("coffee", 64, 64)
    grey = evaluate(DOCUMENTS["colour-mixing"](), {"input": picture}).outputs["conv1"]
    expected = 0.299 * picture[0] + 0.587 * picture[1] + 0.114 * picture[2]
    assert np.abs(grey[0] - expected).max() < 1e-6
    sepia = evaluate(DOCUMENTS["colour-mixing-sepia"](), {"input": picture}).outputs["conv1"]
    assert sepia.shape == (3, 64, 64)
    assert np.all(sepia[0] >= sepia[1]) and np.all(sepia[1] >= sepia[2])
