"""Weights: each depends on its own place alone, and is of the scale that it should be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.hashing import hashed, normals, text_key, uniforms
from convviz.model.layers import Conv2d, Init
from convviz.model.weights import LUMA, SEPIA, batch_norm_weights, conv_weights

SIZE = st.integers(1, 9)


def pattern(layer, channels, node="conv1"):
    """The weights without He's common scale."""
    weights = conv_weights(layer, node, channels).weights
    return weights / np.sqrt(2 / weights[0].size)


def common(weights, filters, depth, height, width):
    """The middle that a smaller layer shares with a larger one."""
    row = (weights.shape[2] - 1) // 2 - (height - 1) // 2
    column = (weights.shape[3] - 1) // 2 - (width - 1) // 2
    return weights[:filters, :depth, row : row + height, column : column + width]


@settings(max_examples=200)
@given(SIZE, SIZE, SIZE, SIZE, SIZE, SIZE, SIZE, SIZE, st.integers(0, 2**31 - 1))
def test_other_sizes_keep_every_surviving_weight(f, g, c, d, h, i, w, j, seed):
    one = pattern(Conv2d(f, (h, w), seed=seed), c)
    other = pattern(Conv2d(g, (i, j), seed=seed), d)
    shared = (min(f, g), min(c, d), min(h, i), min(w, j))
    assert np.allclose(common(one, *shared), common(other, *shared), rtol=1e-5)


def test_biases_survive_too():
    few, many = (conv_weights(Conv2d(n, (1, 1)), "conv1", 3 * n).bias for n in (4, 9))
    assert np.array_equal(few, many[:4])


@pytest.mark.parametrize("init", list(Init))
def test_the_same_layer_has_the_same_weights(init):
    layer = Conv2d(4, (3, 3), init=init, seed=5)
    one, other = conv_weights(layer, "a", 3), conv_weights(layer, "a", 3)
    assert np.array_equal(one.weights, other.weights) and np.array_equal(one.bias, other.bias)
    assert one.weights.shape == (4, 3, 3, 3) and one.bias.shape == (4,)
    assert one.weights.dtype == one.bias.dtype == np.float32
    assert not one.weights.flags.writeable and not one.bias.flags.writeable
    assert not conv_weights(replace(layer, bias=False), "a", 3).bias.any()


def test_seed_and_node_change_every_weight():
    layer = Conv2d(8, (3, 3))
    one = conv_weights(layer, "conv1", 8).weights
    for other in (
        conv_weights(replace(layer, seed=1), "conv1", 8).weights,
        conv_weights(layer, "conv2", 8).weights,
    ):
        assert not np.any(one == other)
        assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 0.1


def test_he_weights_are_normal_of_the_right_scale():
    weights = conv_weights(Conv2d(32, (5, 5)), "conv1", 192).weights.ravel().astype(float)
    scaled = np.sort(weights / np.sqrt(2 / 4800))
    assert abs(scaled.mean()) < 0.01 and abs(scaled.std() - 1) < 0.01
    for share, deviate in ((0.02275, -2), (0.1587, -1), (0.5, 0), (0.8413, 1), (0.97725, 2)):
        assert abs(np.quantile(scaled, share) - deviate) < 0.03
    assert np.unique(weights).size > 0.99 * weights.size


def test_the_hash_is_the_same_everywhere():
    assert text_key("conv1", 7) == 0x2345_060A_420B_0465
    # The second is what splitmix64 seeded with 1 gives first.
    expected = [6238072747940578789, 0x910A_2DEC_8902_5CC1, 2507104972516670462]
    assert hashed(1, np.array([0, 1, 2**63], dtype=np.uint64)).tolist() == expected
    assert uniforms(1, np.arange(3, dtype=np.uint64)).max() < 1
    assert np.isfinite(normals(1, np.arange(100_000, dtype=np.uint64))).all()


def test_averaging_sums_to_one():
    weights = conv_weights(Conv2d(2, (3, 5), init=Init.AVERAGING), "a", 4).weights
    assert np.allclose(weights.sum(axis=(1, 2, 3)), 1)
    assert np.unique(weights).size == 1


def test_identity_copies_channels():
    weights = conv_weights(Conv2d(4, (3, 3), init=Init.IDENTITY), "a", 3).weights
    assert weights.sum() == 4
    assert [int(w[:, 1, 1].argmax()) for w in weights] == [0, 1, 2, 2]
    depthwise = conv_weights(Conv2d(6, (3, 3), groups=6, init=Init.IDENTITY), "a", 6).weights
    assert depthwise[:, 0, 1, 1].tolist() == [1] * 6


def test_luma_and_sepia():
    luma = conv_weights(Conv2d(1, (1, 1), bias=False, init=Init.LUMA), "a", 3).weights
    assert np.allclose(luma[0, :, 0, 0], LUMA) and abs(sum(LUMA) - 1) < 1e-9
    sepia = conv_weights(Conv2d(3, (1, 1), bias=False, init=Init.SEPIA), "a", 3).weights
    assert np.allclose(sepia[:, :, 0, 0], SEPIA)


def test_edges_answer_to_edges_and_not_to_even_light():
    weights = conv_weights(Conv2d(5, (5, 5), init=Init.GABOR), "conv1", 3).weights
    light = weights.sum(axis=1)
    assert np.abs(light.sum(axis=(1, 2))).max() < 1e-5
    upright, level = light[0], light[1]
    assert np.abs(upright.sum(axis=0)).max() > 10 * np.abs(upright.sum(axis=1)).max()
    assert np.abs(level.sum(axis=1)).max() > 10 * np.abs(level.sum(axis=0)).max()
    flat = weights.reshape(5, -1)
    cosines = flat @ flat.T / np.outer(*[np.linalg.norm(flat, axis=1)] * 2)
    assert np.abs(cosines - np.eye(5)).max() < 0.7  # five different ones


def test_batch_norm_is_near_one_and_zero():
    found = batch_norm_weights(3, "norm1", 500)
    assert found.weights.shape == (500, 1, 1, 1) and found.bias.shape == (500,)
    assert abs(found.weights.mean() - 1) < 0.02 and abs(found.bias.mean()) < 0.02
    assert np.array_equal(batch_norm_weights(3, "norm1", 20).bias, found.bias[:20])
