"""The flat plot: numbers, cursor, mouse, and that it only repaints what moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.cell.plot_series import (
    Series,
    channel_ticks,
    place_at,
    round_ticks,
    series_of,
)
from convviz.panels.cell.term_rows import known_at
from convviz.scene.palette import Role, hex_of
from convviz.scene.timeline import Phase
from convviz.state.intents import Seek
from convviz.state.outlined import outlined_record
from tests.ui.story_desk import (
    at,
    close,
    in_light,
    pointwise,
    resolved,
    show,
    spatial,
    times,
    without_convolution,
)

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot, now, width=320, height=200):
    panel = PlotPanel()
    panel.asked = show(qtbot, panel, now, width, height)
    QApplication.processEvents()
    return panel


def over(panel, slot):
    """Viewport position of the middle of a bar."""
    view = panel.plot.getPlotItem().getViewBox()
    point = view.mapViewToScene(QPointF(slot + 0.5, 0.0))
    return panel.plot.mapFromScene(point)


@pytest.mark.parametrize("make", [pointwise, spatial])
def test_the_sums_are_the_records(qtbot, make):
    now = make()
    panel = opened(qtbot, now)
    record = now.stage.record
    series = panel._series
    assert series.parts[:-1] == tuple(record.channel_sums)
    assert series.sums[series.channels] == pytest.approx(record.running[-1])
    assert series.sums[-1] == pytest.approx(record.before)


def test_the_cursor_is_where_the_story_is(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    board = now.stage.storyboard
    for channel in range(board.channels + 1):
        panel.tick(at(board.channel_time(channel)), now)
        assert panel.place() == pytest.approx(channel)
    panel.tick(at(board.duration), now)
    assert panel.place() == board.channels + 1  # with the bias


def test_plot_and_arithmetic_say_the_same_sum(qtbot):
    now = spatial(20)
    panel = opened(qtbot, now)
    record = now.stage.record
    for time in times(now):
        if 0.0 < time < now.stage.storyboard.first_of(Phase.BIAS).start:
            panel.tick(at(time), now)
            done = known_at(now.stage, at(time)).done
            so_far = float(record.running[done - 1]) if done else 0.0
            assert panel.readout.text().endswith(words.value(so_far))


def test_at_rest_the_whole_sum_is_shown_without_a_cursor(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    assert panel.readout.text().startswith("12 channels  sum with bias")
    accent = QColor(hex_of("dark", Role.ACCENT)).rgb()
    assert not has_colour(panel.plot, accent)
    panel.tick(at(4.0), now)
    QApplication.processEvents()
    assert has_colour(panel.plot, accent)


@pytest.mark.parametrize("make", [pointwise, spatial])
def test_it_follows_the_cell_that_the_stage_outlines(qtbot, make):
    now = make()
    panel = opened(qtbot, now)
    board = now.stage.storyboard
    for phase in (Phase.MAP, Phase.FILTER):
        beat = [beat for beat in board.beats if beat.phase is phase][-1]
        axes = set()
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            playback = at(beat.start + beat.duration * share)
            panel.tick(playback, now)
            record = outlined_record(now, playback)
            assert panel._series == series_of(record, True)
            assert panel.readout.text().startswith("12 channels  sum with bias")
            assert panel.place() == panel._series.slots
            assert panel._bounds[0] <= panel._series.bounds()[0]
            assert panel._bounds[1] >= panel._series.bounds()[1]
            axes.add(panel._bounds)
        assert len(axes) < 5  # the axis does not jump with every cell
    panel.tick(at(board.channel_time(3)), now)
    assert panel._series == series_of(now.stage.record, True)
    assert panel.place() == pytest.approx(3)


def test_while_maps_play_the_bars_change_at_a_pace_that_can_be_seen(qtbot):
    now = pointwise(64)
    panel = opened(qtbot, now)
    beat = now.stage.storyboard.first_of(Phase.MAP)
    seen = []
    for i in range(60):
        panel.tick(at(beat.start + 0.2 + i / 60, True), now)
        if not seen or seen[-1] is not panel._series:
            seen.append(panel._series)
    assert 10 <= len(seen) <= 21


def has_colour(widget, rgb):
    image = widget.grab().toImage()
    return any(
        image.pixel(x, y) == rgb for y in range(image.height()) for x in range(image.width())
    )


def test_what_is_to_come_is_faint(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    channel = int(abs(now.stage.record.channel_sums[6:]).argmax()) + 6
    value = now.stage.record.channel_sums[channel]
    role = Role.POSITIVE if value > 0 else Role.NEGATIVE
    strong = QColor(hex_of("dark", role))

    def distance():
        seen = panel.plot.grab().toImage().pixelColor(pixel)
        return abs(seen.red() - strong.red()) + abs(seen.blue() - strong.blue())

    view = panel.plot.getPlotItem().getViewBox()
    point = view.mapViewToScene(QPointF(channel + 0.6, value * 0.5))  # clear of the sum's line
    pixel = panel.plot.mapFromScene(point)
    board = now.stage.storyboard
    panel.tick(at(board.channel_time(2)), now)
    assert distance() > 60
    panel.tick(at(board.channel_time(channel + 1)), now)
    assert distance() < 20


def test_moving_the_cursor_builds_nothing_anew(qtbot):
    now = pointwise(192)
    panel = opened(qtbot, now)
    panel.plot.grab()
    bars, points = panel._sweep._bars, panel._sweep._points
    for time in times(now, 40):
        if time <= now.stage.storyboard.cell_end:  # then other cells come
            panel.tick(at(time), now)
            QApplication.processEvents()
    assert panel._sweep._bars is bars
    assert panel._sweep._points is points


def test_the_picture_is_the_same_however_the_time_was_reached(qtbot):
    now = pointwise(40)
    panel = opened(qtbot, now)
    for time in times(now, 30):
        panel.tick(at(time), now)
        QApplication.processEvents()
    panel.tick(at(6.05), now)
    QApplication.processEvents()
    played = panel.plot.grab().toImage()
    fresh = opened(qtbot, now)
    fresh.tick(at(6.05), now)
    assert fresh.plot.grab().toImage() == played


def test_a_click_on_a_bar_goes_to_its_channel(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    board = now.stage.storyboard
    for slot in (0, 5, 11):
        QTest.mouseClick(panel.plot.viewport(), LEFT, pos=over(panel, slot))
        assert close(panel.asked[-1].time, board.channel_time(slot + 1))
    QTest.mouseClick(panel.plot.viewport(), LEFT, pos=over(panel, 12))
    assert panel.asked[-1] == Seek(board.first_of(Phase.BIAS).end)


def test_hover_names_channel_contribution_and_sum(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    record = now.stage.record
    assert panel.slot_at(QPointF(over(panel, 3))) == 3
    text = panel.hint_of(3)
    assert "channel 4 of 12" in text
    assert words.value(float(record.channel_sums[3])) in text
    assert words.value(float(record.running[3])) in text
    assert words.value(record.bias) in panel.hint_of(12)
    assert panel.slot_at(QPointF(2, 2)) is None


def test_wheel_and_drag_do_not_move_the_axes(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    before = panel.plot.viewRange()
    viewport = panel.plot.viewport()
    QTest.mousePress(viewport, LEFT, pos=over(panel, 2))
    QTest.mouseMove(viewport, over(panel, 9))
    QTest.mouseRelease(viewport, LEFT, pos=over(panel, 9))
    assert panel.plot.viewRange() == before


@pytest.mark.parametrize("size", [(260, 140), (340, 110), (1920, 180)])
def test_it_works_in_every_size(qtbot, size):
    now = pointwise(192)
    panel = opened(qtbot, now, *size)
    assert panel.size().toTuple() == size
    panel.tick(at(8.5), now)
    assert panel.plot.height() >= 60
    assert panel.slot_at(QPointF(over(panel, 100))) == 100


def test_without_values_it_says_so(qtbot):
    now = pointwise(valued=False)
    panel = opened(qtbot, now)
    assert not panel.plot.isVisible()
    panel.tick(at(3.0), now)
    panel.apply(now, without_convolution())
    assert not panel.plot.isVisible()
    panel.apply(without_convolution(), pointwise())
    assert panel.plot.isVisible()


def test_while_new_values_are_on_their_way_the_old_ones_stay(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    series = panel._series
    edited = pointwise(filters=6, valued=False, stale=True)
    panel.apply(now, edited)
    assert panel._series is series
    panel.tick(at(3.0), edited)
    panel.apply(edited, pointwise(filters=6, valued=False))
    assert panel._series is None


def test_no_bias_no_bar(qtbot):
    from convviz.model.layers import Conv2d
    from tests.ui.story_desk import network

    now = resolved(network(Conv2d(4, (1, 1), bias=False)))
    panel = opened(qtbot, now)
    assert panel._series.slots == panel._series.channels == 12


def test_both_themes(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    dark = panel.grab().toImage()
    panel.apply(now, in_light(now))
    panel.retranslate()
    light = panel.grab().toImage()
    assert light.pixelColor(QPoint(2, 2)) == QColor(hex_of("light", Role.PANEL))
    assert dark.pixelColor(QPoint(2, 2)) == QColor(hex_of("dark", Role.PANEL))


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=40), st.floats(0, 1))
def test_the_running_sum_is_continuous(parts, share):
    series = Series(tuple(parts), len(parts))
    low, high = series.bounds()
    place = share * series.slots
    assert low <= series.sum_at(place) <= high
    assert series.sum_at(float(series.slots)) == pytest.approx(series.sums[-1])
    for slot in range(series.slots):
        assert series.sum_at(slot) == series.sums[slot]


@given(st.floats(-1e4, 0), st.floats(1e-4, 1e4), st.integers(1, 8))
def test_ticks_are_round_few_and_inside(low, high, most):
    ticks = round_ticks(low, high, most)
    assert len(ticks) <= most or most < 1
    assert all(low - 1e-6 * (high - low) <= t <= high + 1e-6 * (high - low) for t in ticks)


@given(st.integers(1, 4000), st.integers(2, 30))
def test_the_first_and_the_last_channel_are_named(channels, most):
    ticks = channel_ticks(channels, most)
    assert ticks[0] == 1
    assert ticks[-1] == channels
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= most + 1


def test_place_never_leaves_the_plot():
    now = pointwise(3)
    series = Series((1.0, 2.0, 3.0), 3)
    for time in times(now):
        assert 0.0 <= place_at(now.stage.storyboard, series, time) <= series.slots
