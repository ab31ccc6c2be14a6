"""The arithmetic of a step in the lecture hall, written on as it happens."""

from __future__ import annotations

import pytest

from convviz import words
from convviz.panels.fullscreen.figures import figures, figures_key, full_screen_sentence
from convviz.scene.timeline import Phase
from convviz.words.lookup import english
from tests.ui.story_desk import at, pointwise, spatial, times, with_batch_norm


@pytest.fixture(autouse=True)
def in_english():
    words.set_translator(english)


def middle(now, phase, number=0, share=0.5, playing=True):
    beats = [beat for beat in now.stage.storyboard.beats if beat.phase is phase]
    return at(beats[number].start + beats[number].duration * share, playing)


def test_the_arithmetic_is_written_on_as_it_happens():
    now = pointwise()
    numbers = now.stage.figures_of(now.stage.record)
    x, w, result, before, total = (
        words.rounded(number)
        for number in (
            numbers.input(2),
            numbers.weight(2),
            numbers.result(2),
            numbers.total(2),
            numbers.total(3),
        )
    )
    lines = [
        words.plain(figures(now, middle(now, Phase.CHANNEL, 2, share))) for share in (0.1, 0.6, 0.9)
    ]
    assert lines[0] == f"{x} × {w}   sum of 2 channels ≈ {before}"
    assert lines[1] == lines[2] == f"{x} × {w} ≈ {result}   sum of 2 channels ≈ {before}"
    end = now.stage.storyboard.beats[3].end  # it has fallen into the sum
    whole = f"{x} × {w} ≈ {result}   sum of 3 channels ≈ {total}"
    assert words.plain(figures(now, at(end))) == whole
    assert not any(
        char.isdigit()
        for char in words.plain(full_screen_sentence(now, middle(now, Phase.CHANNEL, 2))).split(
            ":"
        )[1]
    )


def test_a_kernel_tells_how_many_products_there_are():
    now = spatial()
    assert "9 products" in words.plain(full_screen_sentence(now, middle(now, Phase.CHANNEL, 1)))
    line = words.plain(figures(now, middle(now, Phase.CHANNEL, 1, 0.2)))
    assert line.startswith("Σ 9 products  ")


def test_the_sum_of_many_channels_is_read_out_calmly_and_exactly_at_rest():
    now = pointwise(192, 2)
    beat = now.stage.storyboard.first_of(Phase.CHANNELS)
    moments = [beat.start + beat.duration * i / 160 for i in range(1, 160)]
    assert len({figures_key(now, at(moment, True)) for moment in moments}) <= 14
    rest = at(now.stage.storyboard.channel_time(57))
    assert words.plain(figures(now, rest)).startswith("sum of 57 channels")
    assert words.value(float(now.stage.record.running[56])) in words.plain(figures(now, rest))


def test_bias_activation_and_landing_have_their_numbers():
    now = pointwise()
    record = now.stage.record
    before, after = words.value(record.before), words.value(record.after)
    assert words.plain(figures(now, middle(now, Phase.BIAS))).endswith(f"≈ {before}")
    line = words.plain(figures(now, middle(now, Phase.ACTIVATION)))
    assert line == f"ReLU({before}) = {after}"
    assert after in words.plain(figures(now, middle(now, Phase.LAND)))
    normed = with_batch_norm()
    assert "batch norm" in words.plain(figures(normed, middle(normed, Phase.ACTIVATION)))


@pytest.mark.parametrize("make", [pointwise, spatial])
def test_equal_keys_give_equal_lines(make):
    now = make(30)
    told = {}
    for moment in times(now, 400):
        for playing in (True, False):
            playback = at(moment, playing)
            key = figures_key(now, playback)
            assert told.setdefault(key, figures(now, playback)) == figures(now, playback)


def test_without_values_there_are_no_figures():
    now = pointwise(valued=False)
    for moment in times(now):
        assert figures(now, at(moment)) == ()
        assert full_screen_sentence(now, at(moment))
