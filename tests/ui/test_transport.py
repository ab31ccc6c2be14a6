"""The transport bar driven by mouse, and what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.panels.painting.lettering import text_width
from convviz.panels.transport.panel import TransportBar
from convviz.panels.transport.step_names import label, name, next_name, present_name
from convviz.panels.transport.tracks import cell_beats, cell_end, cell_track, filter_track, shared
from convviz.scene.timeline import Phase, storyboard
from convviz.state.intents import Jump, Seek, SelectCell, SetSpeed, Step, TogglePlay
from convviz.state.settings import SPEEDS
from tests.ui.story_desk import at, close, in_light, pointwise, show, times, without_convolution

STEPS_Y, FILTERS_Y = 16, 36
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    panel = TransportBar()
    panel.now = pointwise()
    panel.asked = show(qtbot, panel, panel.now, 680)
    return panel


def upper(bar, x_share_of=None, index=0):
    edges = bar.scrub.tracks()[0].edges
    return QPoint(round((edges[index] + edges[index + 1]) / 2), STEPS_Y)


def lower(bar, index):
    edges = bar.scrub.tracks()[1].edges
    return QPoint(round((edges[index] + edges[index + 1]) / 2), FILTERS_Y)


def drag(widget, start, *through):
    QTest.mousePress(widget, LEFT, pos=start)
    for place in through:
        QTest.mouseMove(widget, place)
        QApplication.processEvents()
    QTest.mouseRelease(widget, LEFT, pos=through[-1])


@pytest.mark.parametrize(
    ("button", "intent"),
    [
        ("start", Jump(-1)),
        ("back", Step("span", -1)),
        ("play", TogglePlay()),
        ("forward", Step("span", 1)),
        ("end", Jump(1)),
    ],
)
def test_each_button_asks_for_one_thing(bar, button, intent):
    QTest.mouseClick(bar.buttons[button], LEFT)
    assert bar.asked == [intent]


def test_the_large_button_says_what_it_will_do(bar):
    assert bar.buttons["play"].accessibleName() == "Play"
    bar.tick(at(1.0, True), bar.now)
    assert bar.buttons["play"].accessibleName() == "Pause"
    assert bar.buttons["play"].width() > bar.buttons["end"].width()


def test_a_press_on_a_step_seeks_into_it(bar):
    board = bar.now.stage.storyboard
    for index in range(cell_beats(board)):
        QTest.mouseClick(bar.scrub, LEFT, pos=upper(bar, index=index))
        seek = bar.asked[-1]
        assert isinstance(seek, Seek)
        assert board.index_at(seek.time) == index


def test_dragging_seeks_both_ways(bar):
    drag(
        bar.scrub,
        upper(bar, index=1),
        upper(bar, index=4),
        upper(bar, index=7),
        upper(bar, index=2),
    )
    found = [intent.time for intent in bar.asked]
    assert all(isinstance(intent, Seek) for intent in bar.asked)
    assert found[0] < found[1] < found[2] > found[3]


def test_dragging_past_the_ends_stays_in_the_story(bar):
    drag(bar.scrub, upper(bar, index=1), QPoint(-50, STEPS_Y), QPoint(5000, STEPS_Y))
    board = bar.now.stage.storyboard
    assert bar.asked[1].time == 0.0
    assert close(bar.asked[2].time, cell_end(board))


def test_a_click_on_a_filter_selects_it(bar):
    for index in (3, 0, 2):
        QTest.mouseClick(bar.scrub, LEFT, pos=lower(bar, index))
        assert bar.asked[-1] == SelectCell(filter=index)
    assert len(bar.asked) == 3


def test_dragging_over_the_filters_seeks_through_their_maps(bar):
    drag(bar.scrub, lower(bar, 1), lower(bar, 2), lower(bar, 3))
    assert all(isinstance(intent, Seek) for intent in bar.asked)
    assert bar.asked[-1].time > cell_end(bar.now.stage.storyboard)


def test_the_tip_names_step_and_time(bar):
    place = upper(bar, index=3)
    assert bar.scrub.hint_at(STEPS_Y, place.x()).startswith("Channel 3 of 12 · 0:0")
    assert "Filter 3 of 4" in bar.scrub.hint_at(FILTERS_Y, lower(bar, 2).x())


def test_the_slider_serves_assistive_technology(bar):
    board = bar.now.stage.storyboard
    assert bar.scrub.maximum() == round(board.duration * 1000)
    bar.tick(at(2.0), bar.now)
    assert bar.scrub.value() == 2000
    assert not bar.asked
    bar.scrub.setValue(3500)
    assert bar.asked == [Seek(3.5)]
    assert bar.scrub.accessibleName()


def test_speed_has_a_menu_and_a_wheel(bar):
    menu = bar.speed.menu()
    assert [action.data() for action in menu.actions()] == sorted(SPEEDS, reverse=True)
    menu.actions()[0].trigger()
    assert bar.asked == [SetSpeed(32.0)]
    centre = QPointF(bar.speed.rect().center())
    for turn in (120, -120):
        event = QWheelEvent(
            centre,
            bar.speed.mapToGlobal(centre),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(bar.speed, event)
    assert bar.asked[1:] == [SetSpeed(2.0), SetSpeed(0.5)]


def test_the_speed_shown_is_the_playbacks(bar):
    from convviz.state.view import Playback

    for speed, text in ((0.1, "0.1×"), (3.0, "3×"), (32.0, "32×")):
        bar.tick(Playback(speed=speed), bar.now)
        assert bar.speed.text() == text


def test_now_and_next_follow_the_story(bar):
    stage = bar.now.stage
    board = stage.storyboard
    assert present_name(stage, at(0.0)) == "Ready: Space plays"
    assert next_name(stage, at(0.0)) == name(board.beats[0], stage)
    for index, beat in enumerate(board.beats[:-1]):
        middle = at((beat.start + beat.end) / 2, True)
        bar.tick(middle, bar.now)
        present = name(beat, stage)
        if beat.phase is Phase.CHANNELS:  # the channel in hand, as stage and plot say
            present = f"Channel {stage.progress(middle).channel + 1} of {board.channels}"
        assert bar.steps.texts()[0] == present
        assert bar.steps.texts()[1].endswith(name(board.beats[index + 1], stage))
    bar.tick(at(board.duration), bar.now)
    assert bar.steps.texts() == ("Output complete", "")


def test_at_rest_after_a_step_that_step_is_told(bar):
    """A clicker's → ends a step and stops: what was just shown is still what is named."""
    stage = bar.now.stage
    for beat in stage.storyboard.beats[:-1]:
        assert present_name(stage, at(beat.end)) == name(beat, stage)


@pytest.mark.parametrize("width", [680, 1040, 1600])
def test_every_label_fits_its_segment(bar, width):
    bar.resize(width, bar.height())
    now = pointwise(192, 16)
    bar.apply(None, now)
    stage, (steps, _) = now.stage, bar.scrub.tracks()
    assert stage.storyboard.beats[9].phase is Phase.CHANNELS
    for index in range(len(steps.edges) - 1):
        room = steps.edges[index + 1] - steps.edges[index] - 2
        assert text_width(label(stage.storyboard.beats[index], stage), 11) <= room


def test_the_bar_fits_a_small_window(bar):
    assert bar.minimumSizeHint().width() <= 600
    assert bar.height() <= 110


def test_a_network_without_a_convolution_has_nothing_to_play(qtbot):
    bar = TransportBar()
    asked = show(qtbot, bar, without_convolution(), 680)
    QTest.mouseClick(bar.scrub, LEFT, pos=QPoint(200, STEPS_Y))
    QTest.mouseClick(bar.buttons["play"], LEFT)
    assert not asked
    assert bar.steps.texts()[0] == words.text("playback.none")


def test_theme_and_language_change_at_run_time(bar):
    dark = bar.grab().toImage()
    light = in_light(bar.now)
    bar.apply(bar.now, light)
    assert bar.grab().toImage() != dark
    words.set_translator(lambda context, source: f"<{source}>")
    try:
        bar.retranslate()
        bar.apply(light, light)
        assert bar.buttons["end"].accessibleName() == "<To the end>"
        assert bar.steps.texts()[0] == "<Ready: Space plays>"
    finally:
        words.set_translator(lambda context, source: source)


def test_the_picture_is_the_same_however_the_time_was_reached(bar):
    for time in times(bar.now, 12):
        bar.tick(at(time), bar.now)
    bar.tick(at(7.0), bar.now)
    played = bar.scrub.grab().toImage()
    bar.tick(at(0.0), bar.now)
    bar.tick(at(7.0), bar.now)
    assert bar.scrub.grab().toImage() == played


BOARDS = st.builds(
    lambda channels, positions, filters, first, relu, bias: storyboard(
        channels, positions, first % filters, filters, relu, bias
    ),
    st.integers(1, 300),
    st.integers(1, 900),
    st.integers(1, 64),
    st.integers(0, 63),
    st.booleans(),
    st.booleans(),
)


@given(BOARDS, st.floats(0.0, 1.0), st.floats(200.0, 2000.0))
def test_times_and_places_agree(board, share, width):
    for track, end in (
        (cell_track(board, 8.0, width, [9.0] * cell_beats(board)), cell_end(board)),
        (filter_track(board, 8.0, width), board.duration),
    ):
        time = share * end
        assert close(track.time_at(track.x_at(time)), time)
        assert list(track.times) == sorted(track.times)
        assert close(track.edges[-1], 8.0 + width)


@given(
    st.lists(st.tuples(st.floats(0.1, 5.0), st.floats(0.0, 40.0)), min_size=1, max_size=20),
    st.floats(50.0, 2000.0),
)
def test_shares_fill_the_whole_and_hold_the_smallest(parts, whole):
    weights, smallest = zip(*parts, strict=True)
    widths = shared(weights, smallest, whole)
    assert sum(widths) == pytest.approx(whole)
    if sum(smallest) < whole:
        assert all(w >= s - 1e-6 for w, s in zip(widths, smallest, strict=True))
