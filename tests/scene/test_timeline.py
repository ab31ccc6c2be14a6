"""The story's beats: without gaps, in order, at the pace that a lecture bears."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convviz.scene.animation import animation_at, ease
from convviz.scene.timeline import SINGLE_CHANNELS, Phase, storyboard

few = settings(max_examples=25)

FIRST_CELL, REST_OF_MAP, FURTHER_FILTER = 15.0, 5.0, 1.0  # seconds at 1×, at most


@st.composite
def stories(draw):
    """Storyboards of any layer."""
    filters = draw(st.one_of(st.integers(1, 40), st.integers(41, 200)))
    return storyboard(
        channels=draw(st.one_of(st.integers(1, 12), st.integers(13, 4096))),
        positions=draw(st.one_of(st.integers(1, 9), st.integers(10, 50_000))),
        filter=draw(st.integers(0, filters - 1)),
        filters=filters,
        activation=draw(st.booleans()),
        bias=draw(st.booleans()),
        products=draw(st.sampled_from((1, 1, 9, 25, 121))),
    )


@few
@given(stories())
def test_beats_follow_each_other_without_gaps(story):
    assert story.beats[0].start == 0.0
    for before, after in zip(story.beats, story.beats[1:], strict=False):
        assert before.end == after.start
    assert all(beat.duration > 0.0 for beat in story.beats)
    assert story.duration == story.beats[-1].end


@few
@given(stories())
def test_phases_come_in_the_order_of_the_sum(story):
    order = list(Phase)
    ranks = [order.index(beat.phase) for beat in story.beats]
    assert ranks == sorted(ranks)
    once = (Phase.LIFT, Phase.CHANNELS, Phase.BIAS, Phase.ACTIVATION, Phase.LAND, Phase.MAP)
    for phase in once:
        assert ranks.count(order.index(phase)) <= 1
    assert ranks.count(order.index(Phase.LIFT)) == ranks.count(order.index(Phase.LAND)) == 1


@few
@given(st.integers(1, 3000), st.booleans(), st.booleans())
def test_every_channel_is_summed_once_and_the_first_ones_have_their_own_beat(
    channels, activation, bias
):
    story = storyboard(channels, 9, 0, 2, activation, bias)
    beats = [b for b in story.beats if b.phase in (Phase.CHANNEL, Phase.CHANNELS)]
    told = [c for beat in beats for c in range(beat.first, beat.last + 1)]
    assert told == list(range(channels))
    singles = [b for b in beats if b.phase is Phase.CHANNEL]
    assert len(singles) == min(channels, SINGLE_CHANNELS)
    assert all(beat.first == beat.last for beat in singles)
    assert (story.first_of(Phase.BIAS) is not None) == bias
    assert (story.first_of(Phase.ACTIVATION) is not None) == activation


@few
@given(stories())
def test_every_filter_from_the_first_on_fills_its_map_once(story):
    told = [b.first for b in story.beats if b.phase in (Phase.MAP, Phase.FILTER)]
    start = story.filter if story.positions > 1 else story.filter + 1
    assert told == list(range(start, story.filters))


@few
@given(stories())
def test_pace(story):
    assert story.cell_end <= FIRST_CELL
    for beat in story.beats:
        if beat.phase is Phase.MAP:
            assert beat.duration <= REST_OF_MAP
        if beat.phase is Phase.FILTER:
            assert beat.duration <= FURTHER_FILTER


def test_the_lesson_is_told_in_full_within_the_pace():
    story = storyboard(192, 28 * 28, 0, 16, True, True)
    assert len(story.beats) == 1 + 8 + 1 + 1 + 1 + 1 + 1 + 15
    assert story.duration <= FIRST_CELL + REST_OF_MAP + 15 * FURTHER_FILTER


@few
@given(stories(), st.data())
def test_the_beat_at_a_time_is_the_one_that_runs(story, data):
    beat = data.draw(st.sampled_from(story.beats))
    share = data.draw(st.floats(0.0, 0.999))
    assert story.beat_at(beat.start + beat.duration * share) is beat
    assert story.beat_at(beat.start) is beat
    assert story.beat_at(-1.0) is story.beats[0]
    assert story.beat_at(story.duration + 1.0) is story.beats[-1]


@few
@given(stories(), st.data())
@example(storyboard(192, 784, 0, 16, True, True), None)
def test_a_channel_stop_is_where_just_so_many_channels_are_summed(story, data):
    channels = range(story.channels + 1)
    if data is not None:
        channels = [data.draw(st.integers(0, story.channels))]
    for channel in channels:
        time = story.channel_time(channel)
        assert int(animation_at(story, time).summed) == channel
    assert story.channel_time(story.channels) == story.channels_end


@few
@given(stories(), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_nothing_that_has_happened_is_taken_back(story, a, b):
    early, late = sorted((a * story.duration, b * story.duration))
    first, second = animation_at(story, early), animation_at(story, late)
    for name in ("summed", "biased", "activated", "landed", "filled", "blank"):
        assert getattr(first, name) <= getattr(second, name), name
    assert (first.filter, first.position) <= (second.filter, second.position)
    assert first.started <= second.started


@few
@given(stories(), st.floats(0.0, 1.0))
def test_shares_stay_between_none_and_all(story, share):
    now = animation_at(story, share * story.duration)
    for name in ("progress", "glass", "rise", "blank", "biased", "activated", "landed"):
        assert 0.0 <= getattr(now, name) <= 1.0, name
    assert 0.0 <= now.summed <= story.channels
    assert story.filter <= now.filter < story.filters
    assert -1 <= now.position < story.positions
    assert now.filter * story.positions <= now.filled <= story.filters * story.positions


@few
@given(stories())
def test_each_phase_is_over_when_the_next_begins(story):
    landing = story.first_of(Phase.LAND)
    start = animation_at(story, landing.start)
    assert start.summed == story.channels
    assert start.biased == start.activated == 1.0
    assert start.landed == 0.0 and start.rise == 1.0
    end = animation_at(story, story.cell_end)
    assert end.landed == 1.0 and end.rise == 0.0 and end.glass == 0.0
    assert animation_at(story, story.first_of(Phase.CHANNEL).start).rise == 1.0
    done = animation_at(story, story.duration)
    maps = [b for b in story.beats if b.phase in (Phase.MAP, Phase.FILTER)]
    assert done.filled == (story.filters if maps else story.filter) * story.positions


@few
@given(stories(), st.floats(-5.0, 5.0))
def test_times_outside_the_story_are_its_start_and_end(story, beyond):
    time = story.duration + beyond if beyond > 0.0 else beyond
    inside = story.duration if beyond > 0.0 else 0.0
    assert animation_at(story, time) == animation_at(story, inside)


@few
@given(stories(), st.lists(st.floats(0.0, 1.0), min_size=2, max_size=20), st.randoms())
def test_a_moment_depends_on_its_time_alone(story, shares, random):
    times = [share * story.duration for share in shares]
    played = {time: animation_at(story, time) for time in sorted(times)}
    random.shuffle(times)
    for time in times:
        again = animation_at(story, time)
        assert all(
            getattr(again, field.name) == getattr(played[time], field.name)
            for field in fields(again)
        )


@pytest.mark.parametrize("start, end", [(0.0, 1.0), (0.2, 0.7), (0.0, 0.12)])
def test_moves_begin_and_end_at_rest(start, end):
    assert ease(start - 1.0, start, end) == ease(start, start, end) == 0.0
    assert ease(end, start, end) == ease(end + 1.0, start, end) == 1.0
    tiny = (end - start) * 1e-3
    assert ease(start + tiny, start, end) < 1e-7
    assert ease(end - tiny, start, end) > 1.0 - 1e-7
    shares = [ease(start + (end - start) * i / 50, start, end) for i in range(51)]
    assert shares == sorted(shares)
    assert math.isclose(ease((start + end) / 2, start, end), 0.5)
