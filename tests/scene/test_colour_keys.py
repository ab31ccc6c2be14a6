"""Which colour ranges a story shows, moment by moment."""

from __future__ import annotations

from dataclasses import replace

from convviz.scene.animation import animation_at
from convviz.scene.colour_keys import RESTING, SUMMING, colour_keys, key_sets
from convviz.scene.timeline import Phase

from .staged import opened


def keys_at(stage, phase, share):
    beat = stage.storyboard.first_of(phase)
    now = animation_at(stage.storyboard, beat.start + beat.duration * share, True)
    return colour_keys(stage.model, now)


def test_the_bench_takes_the_place_of_the_output():
    stage = opened("seed-bottleneck").stage
    assert colour_keys(stage.model, animation_at(stage.storyboard, 0.0)) == RESTING
    assert keys_at(stage, Phase.LIFT, 0.1) == (*RESTING, "empty")
    assert keys_at(stage, Phase.CHANNEL, 0.5) == SUMMING
    assert keys_at(stage, Phase.BIAS, 0.5) == SUMMING
    # The sum wears the output's colours, the results beside it keep theirs.
    assert keys_at(stage, Phase.LAND, 0.05) == (*SUMMING, "output")
    assert keys_at(stage, Phase.MAP, 0.5) == (*RESTING, "empty")


def test_products_have_a_range_where_they_are_drawn_and_only_then():
    stage = opened("seed-direct").stage
    assert keys_at(stage, Phase.PRODUCTS, 0.5) == ("input", "weights", "products")
    assert keys_at(stage, Phase.CHANNEL, 0.5) == ("input", "weights", "products", "results")
    assert keys_at(stage, Phase.BIAS, 0.5) == SUMMING  # all are results by now


def test_a_storys_widest_sets_hold_every_set():
    for name in ("seed-direct", "seed-bottleneck"):
        stage = opened(name).stage
        widest = [set(keys) for keys in key_sets(stage.model)]
        for step in range(200):
            now = animation_at(stage.storyboard, stage.storyboard.duration * step / 199, True)
            assert any(set(colour_keys(stage.model, now)) <= keys for keys in widest)


def test_nothing_is_hollow_when_all_is_computed():
    stage = opened("seed-bottleneck").stage
    end = animation_at(stage.storyboard, stage.storyboard.duration)
    assert colour_keys(stage.model, end) == RESTING


def test_a_layer_without_values_says_so():
    stage = opened("seed-bottleneck").stage
    model = replace(stage.model, outputs=None)
    assert colour_keys(model, animation_at(stage.storyboard, 0.0))[-1] == "unvalued"
