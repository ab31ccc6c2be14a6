"""Playing, stepping both ways and seeking all come to the same places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.animation import animation_at
from convviz.scene.timeline import Phase, storyboard
from convviz.state.playing import (
    CLOSE,
    SPEED_RANGE,
    advance,
    jump,
    keep_phase,
    seek,
    set_speed,
    step,
    stops,
    toggle,
)
from convviz.state.view import Playback

few = settings(max_examples=25)
UNITS = ("span", "channel", "position", "filter")
LESSON = storyboard(192, 784, 0, 16, True, True)


@st.composite
def stories(draw):
    filters = draw(st.integers(1, 12))
    return storyboard(
        channels=draw(st.one_of(st.integers(1, 10), st.integers(11, 40))),
        positions=draw(st.integers(1, 60)),
        filter=draw(st.integers(0, filters - 1)),
        filters=filters,
        activation=draw(st.booleans()),
        bias=draw(st.booleans()),
    )


def end_of_step(playback, story, unit, direction):
    """Where a step comes to: a span forwards is played to its end."""
    playback = step(playback, story, unit, direction)
    for _ in range(10_000):
        if not playback.playing:
            return playback
        playback = advance(playback, story, 1.0)
    raise AssertionError("it never stops")


def walk(story, unit, direction, start):
    """Every place that steps of one unit come to, until they come no further."""
    playback, times = Playback(start), [start]
    while True:
        playback = end_of_step(playback, story, unit, direction)
        assert not playback.playing and playback.until is None
        if playback.time == times[-1]:
            return times
        times.append(playback.time)


# ---- the clock -------------------------------------------------------------------------------
@few
@given(stories(), st.floats(0.1, 32.0), st.lists(st.floats(0.0, 0.5), max_size=30))
def test_time_passes_at_the_speed_and_stops_at_the_end(story, speed, ticks):
    playback = Playback(0.0, True, speed)
    for tick in ticks:
        before = playback
        playback = advance(playback, story, tick)
        if playback.playing:
            assert playback.time == before.time + tick * speed
        else:
            assert playback.time == story.duration and playback.until is None
    assert playback.time <= story.duration


@few
@given(stories(), st.floats(0.0, 1.0))
def test_a_paused_story_does_not_move(story, share):
    playback = Playback(share * story.duration)
    assert advance(playback, story, 10.0) is playback


def test_until_is_where_it_stops_and_is_then_forgotten():
    playback = Playback(1.0, True, 1.0, until=2.0)
    assert advance(playback, LESSON, 0.5) == replace(playback, time=1.5)
    assert advance(playback, LESSON, 5.0) == Playback(2.0)


@few
@given(stories(), st.floats(0.0, 1.0), st.booleans())
def test_toggle_plays_pauses_and_starts_again_from_the_end(story, share, playing):
    playback = Playback(share * story.duration, playing)
    toggled = toggle(playback, story)
    assert toggled.playing is not playing
    if playing or playback.time < story.duration - 1e-3:
        assert toggled.time == playback.time
    assert toggle(Playback(story.duration), story) == Playback(0.0, True)


@few
@given(stories(), st.floats(-10.0, 1000.0), st.booleans())
def test_seek_stays_inside_and_leaves_playing_as_it_was(story, time, playing):
    found = seek(Playback(0.5, playing, until=1.0), story, time)
    assert found.time == min(max(time, 0.0), story.duration)
    assert found.playing is playing and found.until is None


@few
@given(stories(), st.booleans())
def test_jumps_go_to_start_and_end_and_rest_there(story, playing):
    playback = Playback(1.0, playing, 4.0, until=1.5)
    assert jump(playback, story, 1) == Playback(story.duration, speed=4.0)
    assert jump(playback, story, -1) == Playback(0.0, speed=4.0)


@given(st.floats(-5.0, 100.0))
def test_the_speed_stays_in_its_range(speed):
    low, high = SPEED_RANGE
    assert (low, high) == (0.1, 32.0)
    assert set_speed(Playback(), speed).speed == min(max(speed, low), high)


# ---- steps -----------------------------------------------------------------------------------
@few
@given(stories(), st.sampled_from(UNITS))
def test_stepping_back_returns_exactly(story, unit):
    forwards = walk(story, unit, 1, 0.0)
    backwards = walk(story, unit, -1, forwards[-1])
    assert backwards[::-1] == forwards
    assert len(set(forwards)) == len(forwards)


@few
@given(stories())
def test_a_span_step_lands_on_every_beat_in_turn(story):
    assert walk(story, "span", 1, 0.0) == list(stops(story))
    assert stops(story) == (0.0, *(beat.end for beat in story.beats))


@few
@given(stories())
def test_a_channel_step_lands_after_each_channel(story):
    places = walk(story, "channel", 1, 0.0)[1:]
    assert [int(animation_at(story, t).summed) for t in places] == list(range(story.channels + 1))
    assert places[-1] == story.channels_end


@few
@given(stories())
def test_a_position_step_lands_on_the_cell_and_then_on_every_position(story):
    places = walk(story, "position", 1, 0.0)[1:]
    assert places[0] == story.cell_end
    filled = [animation_at(story, time).filled for time in places[1:]]
    told = [b.first for b in story.beats if b.phase in (Phase.MAP, Phase.FILTER)]
    expected = [f * story.positions + i + 1 for f in told for i in range(story.positions)]
    assert filled == expected


def test_a_position_step_finds_its_place_among_millions():
    story = storyboard(3, 1_000_000, 0, 8, True, True)
    start = story.first_of(Phase.FILTER).start
    playback = step(Playback(start), story, "position", -1)
    assert animation_at(story, playback.time).filled == 999_999
    for filled in (1_000_000, 1_000_001, 1_000_002):
        playback = step(playback, story, "position", 1)
        assert animation_at(story, playback.time).filled == filled


@few
@given(stories())
def test_a_filter_step_lands_after_each_map(story):
    places = walk(story, "filter", 1, 0.0)[1:]
    for time in places:
        assert animation_at(story, time).filled % story.positions == 0
    assert len(places) == story.filters - story.filter


@few
@given(stories(), st.floats(0.0, 1.0), st.sampled_from(UNITS), st.sampled_from((-1, 1)))
def test_a_step_goes_the_right_way_from_anywhere(story, share, unit, direction):
    start = share * story.duration
    end = end_of_step(Playback(start), story, unit, direction).time
    assert (end - start) * direction >= 0.0
    assert 0.0 <= end <= story.duration


@few
@given(stories(), st.floats(0.0, 0.99))
def test_a_span_step_plays_and_a_second_one_is_there_at_once(story, share):
    playback = Playback(share * story.duration, speed=2.0)
    playing = step(playback, story, "span", 1)
    assert playing.playing and playing.time == playback.time and playing.speed == 2.0
    there = step(playing, story, "span", 1)
    assert there == Playback(playing.until, speed=2.0)


@few
@given(stories(), st.floats(0.0, 1.0), st.sampled_from(UNITS[1:]), st.sampled_from((-1, 1)))
def test_other_steps_pause_and_are_there_at_once(story, share, unit, direction):
    playback = Playback(share * story.duration, playing=True)
    assert not step(playback, story, unit, direction).playing
    assert not step(playback, story, "span", -1).playing


def test_the_lessons_arrow_keys():
    places = walk(LESSON, "span", 1, 0.0)
    phases = [LESSON.beat_at(time - 1e-6).phase for time in places[1:]]
    assert phases == [
        Phase.LIFT,
        *[Phase.CHANNEL] * 8,
        Phase.CHANNELS,
        Phase.BIAS,
        Phase.ACTIVATION,
        Phase.LAND,
        Phase.MAP,
        *[Phase.FILTER] * 15,
    ]


# ---- edits -----------------------------------------------------------------------------------
@few
@given(stories(), stories(), st.floats(0.0, 1.0))
def test_an_edit_keeps_the_phase_or_goes_back_to_the_one_before(old, new, share):
    playback = Playback(share * old.duration, True, 2.0, until=3.0)
    kept = keep_phase(playback, old, new)
    assert not kept.playing and kept.until is None and kept.speed == 2.0
    assert 0.0 <= kept.time <= new.duration
    if playback.time <= CLOSE:
        assert kept.time == 0.0
        return
    was, order = old.beat_at(playback.time), list(Phase)
    twins = [b for b in new.beats if b.phase is was.phase and b.first <= was.first]
    if twins:
        share = was.progress(playback.time)
        assert kept.time == pytest.approx(twins[-1].start + twins[-1].duration * share)
    else:
        before = [b.end for b in new.beats if order.index(b.phase) < order.index(was.phase)]
        assert kept.time == (before[-1] if before else 0.0)


@few
@given(stories(), st.floats(0.0, 1.0))
def test_an_edit_that_changes_no_story_keeps_the_moment(story, share):
    playback = Playback(share * story.duration, playing=True)
    kept = keep_phase(playback, story, story)
    assert kept.time == pytest.approx(playback.time, abs=1e-6)
    now, then = animation_at(story, playback.time), animation_at(story, kept.time)
    assert then.beat == now.beat or abs(now.progress - 1.0) < 1e-9


def test_the_bias_phase_of_a_layer_without_bias_is_the_end_of_its_channels():
    bias = LESSON.first_of(Phase.BIAS)
    without = storyboard(192, 784, 0, 16, True, False)
    kept = keep_phase(Playback(bias.start + 0.4), LESSON, without)
    assert kept.time == without.channels_end


def test_the_last_filters_of_a_smaller_bank_are_its_last_one():
    last = LESSON.beats[-1]
    smaller = storyboard(192, 784, 0, 4, True, True)
    kept = keep_phase(Playback(last.start + 0.3), LESSON, smaller)
    assert smaller.beat_at(kept.time) == smaller.beats[-1]
    assert kept.time - smaller.beats[-1].start == pytest.approx(0.3)
