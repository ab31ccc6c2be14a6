"""Which moments the frames of a clip show."""

from __future__ import annotations

import pytest

from convviz.scene.timeline import Phase, storyboard
from convviz.state.filming import Take, span_of, step_animation, step_names, step_span

STORY = storyboard(channels=12, positions=9, filter=0, filters=3, activation=True, bias=True)


def test_frames_go_evenly_from_the_start_to_the_end():
    take = Take(1.0, 3.0, 10.0)
    assert take.count == 21 and take.time(0) == 1.0 and take.time(20) == 3.0
    assert take.time(5) == pytest.approx(1.5)
    assert take.seconds == pytest.approx(2.1)


@pytest.mark.parametrize("speed", [0.5, 1.0, 3.0])
def test_speed_changes_how_long_it_runs_and_not_what_it_shows(speed):
    take = Take(0.0, 6.0, 25.0, speed)
    times = [take.time(i) for i in range(take.count)]
    assert times == sorted(times) and times[0] == 0.0 and times[-1] == 6.0
    assert take.seconds == pytest.approx(6.0 / speed, abs=0.05)


def test_a_moment_is_one_frame():
    assert Take(2.0, 2.0, 20.0).count == 1


def test_spans_are_the_cell_and_the_whole_story():
    assert span_of(STORY, "cell") == (0.0, STORY.cell_end)
    assert span_of(STORY, "sum") == (0.0, STORY.duration)


def test_every_step_has_a_name_of_its_own_and_a_moment_in_it():
    names = step_names(STORY)
    assert len(set(names)) == len(names) == len(STORY.beats)
    assert {"lift", "channel-8", "channels", "bias", "activation", "filter-3"} <= set(names)
    for name, beat in zip(names, STORY.beats, strict=True):
        assert step_span(STORY, name) == (beat.start, beat.end)
        assert beat.start < step_animation(STORY, name) < beat.end
    assert STORY.beat_at(step_animation(STORY, "channel-3")).phase is Phase.CHANNEL


def test_a_step_that_is_not_there_is_none():
    assert step_span(STORY, "channel-9") is None and step_animation(STORY, "nope") is None
