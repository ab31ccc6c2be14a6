"""Groups: their borders on the input, and channels counted as the filter counts them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz import words
from convviz.model.layers import Conv2d, ReLU
from convviz.panels.caption.sentences import sentence
from convviz.panels.transport.step_names import label, name, present_name
from convviz.scene.animation import animation_at
from convviz.scene.outlines import lines_of
from convviz.scene.timeline import Phase
from convviz.state.frame import frame
from convviz.state.view import Playback, Selection, ViewOptions

from .label_checks import assert_clear, silhouettes_of
from .staged import network_of, of_network, shown, speaking, stages, viewport

SIZES = ((700.0, 330.0), (1005.0, 380.0), (1600.0, 900.0))


def grouped(groups, channels, filters, filter=0, kernel=(1, 1), **view):
    """The snapshot of a convolution in groups."""
    layer = Conv2d(filters, kernel, groups=groups)
    document = of_network(network_of(layer, (channels, 9, 9), ReLU()))
    return shown(document, Selection(filter, 2, 3), ViewOptions(**view))


def lines_at_rest(resolved):
    """The lines of the stage at rest, by their ids."""
    stage = resolved.stage
    return {each.id: each for each in lines_of(stage.model, animation_at(stage.storyboard, 0.0))}


def texts_at(resolved, playback, size=(1005.0, 380.0)):
    """What the labels say, by their ids."""
    labels = frame(resolved, playback, viewport(*size)).labels
    return {each.id: "".join(span.text for span in each.spans) for each in labels}


# ---- borders ------------------------------------------------------------------------------------
@pytest.mark.parametrize("groups, channels", [(2, 12), (4, 48), (16, 192), (12, 12)])
def test_every_border_lies_between_two_groups(groups, channels):
    resolved = grouped(groups, channels, groups * 2, filter=3)
    unit = resolved.stage.model.layout.unit
    border = lines_at_rest(resolved)["groups-in"]
    depths = sorted({round(float(z), 3) for z in border.start[:, 2]})
    each = channels // groups
    assert depths == pytest.approx([g * each * unit for g in range(1, groups)], abs=2e-3)
    assert np.array_equal(border.start[:, 2], border.end[:, 2])


def test_the_active_group_is_outlined_on_input_and_output():
    resolved = grouped(4, 48, 8, filter=5)  # filters 4 and 5 read group 2
    unit = resolved.stage.model.layout.unit
    drawn = lines_at_rest(resolved)
    for id, first, last in (("groups-in-active", 24, 36), ("groups-out-active", 4, 6)):
        z = np.concatenate((drawn[id].start, drawn[id].end))[:, 2]
        assert z.min() == pytest.approx(first * unit, abs=1e-3)
        assert z.max() == pytest.approx(last * unit, abs=1e-3)


def test_of_very_many_groups_only_the_active_one_has_a_border():
    drawn = lines_at_rest(grouped(192, 192, 192, filter=7))
    assert "groups-in" not in drawn and len(drawn["groups-in-active"].start) == 7


def test_without_groups_there_is_no_border():
    assert not [id for id in lines_at_rest(grouped(1, 12, 4)) if id.startswith("groups")]


@settings(max_examples=25)
@given(stages(), st.data())
def test_borders_are_there_exactly_where_a_layer_has_groups(resolved, data):
    drawn = lines_at_rest(resolved)
    groups = resolved.stage.layer.groups
    assert ("groups-in-active" in drawn) == (groups > 1)
    assert resolved.stage.model.layout.groups == groups


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_stage_says_how_many_groups_there_are(size, language):
    said = {
        "en": {(4, 48): "4 groups of 12 channels", (48, 48): "48 groups of one channel"},
        "ko": {(4, 48): "채널 12개씩 그룹 4개", (48, 48): "채널 하나씩 그룹 48개"},
    }[language]
    with speaking(language):
        for (groups, channels), text in said.items():
            resolved = grouped(groups, channels, groups)
            assert texts_at(resolved, Playback(), size)["groups"] == text
            scene = frame(resolved, Playback(), viewport(*size))
            assert_clear(scene.labels, silhouettes_of(scene), *size)


# ---- numbers ------------------------------------------------------------------------------------
def test_stage_caption_and_transport_count_as_the_filter_and_as_the_input():
    resolved = grouped(16, 192, 32, filter=5)  # group 2 reads channels 25 to 36
    story = resolved.stage.storyboard
    beat = [each for each in story.beats if each.phase is Phase.CHANNEL][2]
    end = Playback(beat.end)
    assert texts_at(resolved, end)["product"].startswith("channel 3 of 12 (27 of 192): ")
    assert "Channel 3 of 12 (27 of 192): " in words.plain(sentence(resolved, end))
    assert present_name(resolved.stage, end) == "Channel 3 of 12 (27 of 192)"
    assert label(beat, resolved.stage) == "3"
    with speaking("ko"):
        assert texts_at(resolved, end)["product"].startswith("채널 3/12(전체 27/192): ")
        assert "채널 3/12(전체 27/192)" in words.plain(sentence(resolved, end))
        assert present_name(resolved.stage, end) == "채널 3/12(전체 27/192)"


def test_a_range_is_counted_in_both_ways_too():
    resolved = grouped(16, 192, 32, filter=5)
    beat = resolved.stage.storyboard.first_of(Phase.CHANNELS)
    assert name(beat, resolved.stage) == "Channels 9–12 of 12 (33–36 of 192)"
    assert label(beat, resolved.stage) == "9–12"
    told = words.plain(sentence(resolved, Playback(beat.start + beat.duration / 2, True)))
    assert "Channels 9 to 12 of 12 (33–36 of 192) in the same way" in told


def test_a_channel_that_is_read_alone_has_one_number():
    resolved = grouped(192, 192, 192, filter=26)
    beat = next(b for b in resolved.stage.storyboard.beats if b.phase is Phase.CHANNEL)
    assert name(beat, resolved.stage) == "Channel 27 of 192"
    assert texts_at(resolved, Playback(beat.end))["product"].startswith("channel 27: ")


@given(st.integers(0, 20), st.integers(1, 12), st.integers(2, 20), st.data())
def test_group_words_tell_the_same_channel_everywhere(index, depth, groups, data):
    index, channel = index % groups, data.draw(st.integers(1, depth))
    group = words.Group(index * depth, depth, depth * groups)
    own = index * depth + channel
    told, n = group.counted(channel)
    if depth == 1:
        assert (told, n, group.name(channel)) == (own, groups, own)
    else:
        assert f"{told} of {n}" == f"{channel} of {depth} ({own} of {depth * groups})"
        assert group.name(channel) == f"{told} of {n}"
        assert group.short(channel) == f"{channel} ({own})"


def test_without_groups_nothing_is_said_twice():
    group = words.Group(0, 12, 12)
    assert group.counted(3) == (3, 12) and group.name(3) == 3 and group.ends(3, 5) == (3, 5)
