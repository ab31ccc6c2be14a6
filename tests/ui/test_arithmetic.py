"""The arithmetic panel: what it shows at each moment, and what it copies."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.app.window.docks import SIDE
from convviz.model.layers import Conv2d
from convviz.panels.cell import product_grid as arithmetic_grid
from convviz.panels.cell import term_table as arithmetic_sheet
from convviz.panels.cell.arithmetic_panel import ArithmeticPanel
from convviz.panels.cell.product_grid import grid_of
from convviz.panels.cell.term_rows import known_at, shown_channels
from convviz.panels.painting.lettering import SMALL, text_width
from convviz.scene.palette import Role, colour, contrast
from convviz.scene.themes import THEMES
from convviz.scene.timeline import Phase
from convviz.state.intents import Seek, SelectCell
from convviz.state.outlined import outlined_cell, outlined_record
from convviz.state.view import Playback
from tests.scene import staged
from tests.ui.story_desk import (
    at,
    in_light,
    network,
    pointwise,
    resolved,
    show,
    spatial,
    times,
    with_batch_norm,
    without_convolution,
)

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot, now, height=460):
    panel = ArithmeticPanel()
    panel.asked = show(qtbot, panel, now, 320, height)
    QApplication.processEvents()
    return panel


def copied():
    return QApplication.clipboard().text()


def agrees(text, record):
    """Whether Python evaluates the copied text to the cell's value."""
    value = eval(text, {"__builtins__": {"max": max, "float": float}})
    size = float(np.abs(record.products).sum()) + abs(record.bias)
    return abs(value - record.after) <= 1e-6 * max(size, 1e-30)


@pytest.mark.parametrize("make", [pointwise, spatial, with_batch_norm])
def test_the_copied_text_is_the_cells_value(qtbot, make):
    now = make()
    panel = opened(qtbot, now)
    QApplication.clipboard().clear()
    QTest.mouseClick(panel.copy_button, LEFT)
    assert agrees(copied(), now.stage.record)


@pytest.mark.parametrize("kernel", [3, 5, 7])
def test_the_terms_keep_their_height_whether_a_scroll_bar_is_there_or_not(qtbot, kernel):
    """Qt showed the bar, for it was needed, and hid it, for then it was not, until it crashed."""
    panel = opened(qtbot, spatial(k=kernel))
    for width in range(250, 420, 2):
        for height in range(200, 620, 40):
            panel.resize(width, height)
            QApplication.processEvents()
    assert panel.sheet.height() > 0


@pytest.mark.parametrize(("make", "count"), [(pointwise, 13), (spatial, 109)])
def test_it_says_how_many_terms_were_copied(qtbot, make, count):
    now = make()
    panel = opened(qtbot, now)
    assert panel.title.texts()[1] == ""
    QTest.mouseClick(panel.copy_button, LEFT)
    assert panel.title.texts()[1] == f"Copied {count} terms"
    other = make(row=0)
    panel.apply(now, other)
    assert panel.title.texts()[1] == ""


def test_the_keys_copy_where_the_page_has_the_focus(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    QApplication.clipboard().clear()
    QTest.mouseClick(panel.sheet, LEFT, pos=QPoint(4, 4))
    assert panel.sheet.hasFocus()
    QTest.keyClick(panel.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert agrees(copied(), now.stage.record)


def test_the_title_names_cell_and_filter(qtbot):
    panel = opened(qtbot, pointwise(filter=2, row=4, column=1))
    assert panel.title.texts()[0] == "Output (5, 2) of filter 3"


def test_groups_say_which_channels_are_read(qtbot):
    now = resolved(network(Conv2d(4, (1, 1), groups=2)), filter=3)
    panel = opened(qtbot, now)
    assert panel.title.texts()[1] == "reads input channels 7–12"
    depthwise = resolved(network(Conv2d(12, (3, 3), groups=12)), filter=4)
    panel.apply(now, depthwise)
    assert panel.title.texts()[1] == "reads input channel 5"


def test_before_the_story_everything_is_known(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    record = now.stage.record
    assert panel.results.texts() == [
        f"sum of 12 channels {words.value(float(record.running[-1]))}",
        "added unrounded, then rounded",
        f"+ bias {words.value(record.bias)}",
        f"before ReLU {words.value(record.before)}",
        f"after ReLU {words.value(record.after)}",
    ]


def test_the_results_come_with_the_story(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    board, record = now.stage.storyboard, now.stage.record
    for channel in range(1, 9):
        panel.tick(at(board.channel_time(channel)), now)
        lines = panel.results.texts()
        assert lines[0].endswith(words.value(float(record.running[channel - 1])))
        assert lines[3].endswith("…")
        assert panel.sheet.known().current == channel - 1
    panel.tick(at(board.first_of(Phase.BIAS).end), now)
    assert panel.results.texts()[3].endswith(words.value(record.before))
    assert panel.results.texts()[4].endswith("…")
    panel.tick(at(board.first_of(Phase.ACTIVATION).end), now)
    assert panel.results.texts()[4].endswith(words.value(record.after))


def test_without_an_activation_one_line_is_the_output(qtbot):
    now = resolved(network(Conv2d(4, (1, 1), bias=False), after=()))
    panel = opened(qtbot, now)
    lines = panel.results.texts()
    assert len(lines) == 3
    assert lines[2] == f"output {words.value(now.stage.record.after)}"


def test_batch_norm_is_named(qtbot):
    panel = opened(qtbot, with_batch_norm())
    assert panel.results.texts()[-1].startswith("after batch norm, ReLU")
    step = with_batch_norm().stage.record.steps[0]
    numbers = dict(zip("γμσβ", step.numbers[2:], strict=True))
    told = panel.results.texts()[-2]
    for letter, number in numbers.items():
        written = words.bracketed if letter in "μβ" else words.value
        assert f"{letter} {written(number)}" in told
    widest = "γ −1.234·(x − μ (−1.234)) ÷ σ 56.78 + β (−1.234)"
    assert text_width(widest, SMALL) <= SIDE[0] - 2 * 16


def test_the_present_channel_is_always_in_view(qtbot):
    now = pointwise(192)
    panel = opened(qtbot, now)
    for time in times(now, 80):
        panel.tick(at(time, True), now)
        known = panel.sheet.known()
        if known.current >= 0:
            assert known.current in panel.sheet.channels()


def test_knowledge_never_shrinks_while_the_story_goes_on():
    now = spatial(20)
    until = now.stage.storyboard.cell_end
    known = [known_at(now.stage, at(time)) for time in times(now, 200)[1:] if time <= until]
    assert len(known) > 50
    for a, b in pairwise(known):
        assert (a.current, a.done, a.bias, a.after) <= (b.current, b.done, b.bias, b.after)
        assert a.done <= b.done


def test_a_click_on_a_line_goes_to_its_channel(qtbot):
    now = pointwise(192)
    panel = opened(qtbot, now)
    channels = panel.sheet.channels()
    for line in (0, 2, len(channels) - 1):
        QTest.mouseClick(panel.sheet, LEFT, pos=panel.sheet._line(line).center())
        assert panel.asked[-1] == Seek(now.stage.storyboard.channel_time(channels[line] + 1))
    QTest.mouseClick(panel.sheet, LEFT, pos=panel.sheet._line(channels.index(None)).center())
    assert len(panel.asked) == 3


def test_a_low_panel_still_shows_the_results(qtbot):
    panel = opened(qtbot, pointwise(192), 220)
    low, high = panel.results.geometry(), panel.rect()
    assert high.contains(low)
    assert len(panel.sheet.channels()) >= 3


@pytest.mark.parametrize("k", [3, 5, 7, 11])
def test_the_grid_fits_the_narrowest_panel(qtbot, k):
    panel = ArithmeticPanel()
    show(qtbot, panel, spatial(4, k=k), 260, 420)
    panel.tick(at(4.0), spatial(4, k=k))
    assert panel.sheet.width() <= 260
    assert not panel.grab().isNull()


def test_the_page_repaints_only_what_changed_and_stays_right(qtbot):
    now = pointwise(192)
    panel = opened(qtbot, now)
    for time in times(now, 70):
        panel.tick(at(time, True), now)
        QApplication.processEvents()
    panel.tick(at(9.3), now)
    QApplication.processEvents()
    played = panel.sheet.grab().toImage()
    fresh = opened(qtbot, now)
    fresh.tick(at(9.3), now)
    QApplication.processEvents()
    assert fresh.sheet.grab().toImage() == played


def test_without_values_it_says_why(qtbot):
    now = pointwise(valued=False)
    panel = opened(qtbot, now)
    assert not panel.copy_button.isEnabled()
    assert panel.sheet.channels() == ()
    assert panel.sheet._empty == words.text("playback.sum.unvalued")
    panel.copy()
    panel.apply(now, without_convolution())
    assert panel.sheet._empty == words.text("playback.say.nothing")


def test_while_new_values_are_on_their_way_the_old_ones_stay(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    lines = panel.results.texts()
    edited = pointwise(filters=6, valued=False, stale=True)
    panel.apply(now, edited)
    assert panel.results.texts() == lines
    assert panel.copy_button.isEnabled()
    done = pointwise(filters=6)
    panel.apply(edited, done)
    assert panel.copy_button.isEnabled()


def test_both_themes_and_another_language(qtbot):
    now = spatial()
    panel = opened(qtbot, now)
    dark = panel.grab().toImage()
    panel.apply(now, in_light(now))
    assert panel.grab().toImage() != dark
    words.set_translator(lambda context, source: f"<{source}>")
    try:
        panel.retranslate()
        assert panel.copy_button.text() == "<Copy>"
        assert panel.title.texts()[0].startswith("<Output")
    finally:
        words.set_translator(lambda context, source: source)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", [Role.POSITIVE, Role.NEGATIVE, Role.TEXT, Role.MUTED])
@pytest.mark.parametrize("ground", [Role.POSITIVE, Role.NEGATIVE])
def test_numbers_stand_out_from_every_tint(theme, role, ground):
    from convviz.panels.cell import product_grid as grid

    def mixed(a, b, share):
        first, second = colour(theme, a), colour(theme, b)
        return tuple(x + (y - x) * share for x, y in zip(first, second, strict=True))

    text = mixed(role, Role.TEXT, grid._TOWARDS_TEXT)
    assert contrast(text, mixed(Role.RAISED, ground, grid._TINT)) >= 4.5


@given(st.integers(1, 600), st.integers(0, 599), st.integers(3, 15))
def test_lines_of_terms(channels, current, rows):
    current = min(current, channels - 1)
    lines = shown_channels(channels, current, rows)
    named = [line for line in lines if line is not None]
    assert len(lines) == min(rows, channels)
    assert current in named
    assert named == sorted(set(named))
    if rows >= 5:
        assert named[0] == 0
        assert named[-1] == channels - 1
        for i, line in enumerate(lines):
            if line is None:  # "…" stands for something
                assert lines[i + 1] - lines[i - 1] > 1


def test_the_copied_text_of_a_large_cell_is_finite(qtbot):
    now = spatial(64, k=5)
    panel = opened(qtbot, now)
    panel.copy()
    assert math.isfinite(now.stage.record.after)
    assert agrees(copied(), now.stage.record)


def scanned(now, phase, share):
    """A moment of a map, and the cell that the stage outlines then."""
    beat = [beat for beat in now.stage.storyboard.beats if beat.phase is phase][-1]
    playback = at(beat.start + beat.duration * share)
    return playback, outlined_cell(now.stage, playback)


@pytest.mark.parametrize("make", [pointwise, spatial, with_batch_norm])
@pytest.mark.parametrize("phase", [Phase.MAP, Phase.FILTER])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.98])
def test_it_follows_the_cell_that_the_stage_outlines(qtbot, make, phase, share):
    now = make()
    panel = opened(qtbot, now)
    playback, cell = scanned(now, phase, share)
    panel.tick(playback, now)
    title = f"Output ({cell.row + 1}, {cell.column + 1}) of filter {cell.filter + 1}"
    assert panel.title.texts()[0] == title
    after = float(now.stage.outputs[cell.filter, cell.row, cell.column])
    decimals = now.stage.decimals.results
    assert panel.results.texts()[-1].endswith(" " + words.fixed(after, decimals))
    panel.copy()
    assert agrees(copied(), outlined_record(now, playback))
    panel.tick(at(now.stage.storyboard.channel_time(3)), now)
    assert panel.title.texts() == ("Output (3, 4) of filter 2", "")


def test_a_click_on_a_term_of_a_scanned_cell_chooses_that_cell(qtbot):
    now = pointwise()
    panel = opened(qtbot, now)
    playback, cell = scanned(now, Phase.FILTER, 0.5)
    panel.tick(playback, now)
    QTest.mouseClick(panel.sheet, LEFT, pos=panel.sheet._line(1).center())
    assert panel.asked[-2:] == [
        SelectCell(cell.filter, cell.row, cell.column),
        Seek(now.stage.storyboard.channel_time(2)),
    ]


@pytest.mark.parametrize("width", [280, 307])
@pytest.mark.parametrize("k", [2, 3, 5, 7])
def test_a_grid_has_one_form_of_numbers_that_fit_and_no_minus_zero(qtbot, k, width):
    stage = spatial(12, k=k).stage
    figures = stage.figures_of(stage.record)
    grid = grid_of((k, k), width)
    room = grid.across - 2 * arithmetic_grid._INSET
    for channel in range(12):
        texts = arithmetic_grid._texts(figures, channel, grid.across)
        for text in texts:
            assert not re.fullmatch(r"−[0.,]*", text.product)
            ample = room + (arithmetic_grid._INSET if text.pixels < arithmetic_grid._TERMS else 0)
            assert sum(text_width(run, text.pixels) for run in text.terms) <= ample
            assert text_width(text.product, 12 if text.terms else 11, 600) <= room
        digits = {len(text.product.partition(".")[2]) for text in texts if text.product != "0"}
        assert len(digits) == 1
        assert len({bool(text.terms) for text in texts}) == 1


def test_the_hint_names_the_cell_of_the_grid_under_the_pointer(qtbot):
    now = spatial(12, row=0)
    panel = opened(qtbot, now)
    panel.tick(at(now.stage.storyboard.channel_time(5)), now)
    record, sheet = now.stage.record, panel.sheet
    grid = sheet._grid(record)
    corner = QPointF(arithmetic_sheet._SIDE, arithmetic_sheet._HEAD)
    hint = sheet.hint_at(grid.box(corner, 1, 2).center())
    assert f"({record.rows[1]}, {record.columns[2]})" in hint
    assert words.rounded(now.stage.figures_of(record).product(4, 1, 2)) in hint
    assert sheet.hint_at(grid.box(corner, 0, 1).center()).startswith("padding: 0 ×")
    assert sheet.hint_at(QPointF(2, 2)) == ""


def test_the_table_tells_nothing_before_the_stage_does(qtbot, monkeypatch):
    """Head, tool tip, rows and bias: each number only once the picture has told it."""
    conv = Conv2d(2, (3, 3), padding=(1, 1))
    now = resolved(network(conv, 3, 8), filter=0, row=0, column=1)
    panel = opened(qtbot, now, 640)
    board, figures, sheet = (
        now.stage.storyboard,
        now.stage.figures_of(now.stage.record),
        panel.sheet,
    )
    grid, corner = (
        sheet._grid(now.stage.record),
        QPointF(arithmetic_sheet._SIDE, arithmetic_sheet._HEAD),
    )
    drawn, begin = [], arithmetic_sheet.Figures.begin

    def noted(self, text, left, baseline, *more, **named):
        drawn.append((baseline, text))
        return begin(self, text, left, baseline, *more, **named)

    monkeypatch.setattr(arithmetic_sheet.Figures, "begin", noted)

    def told(playback):
        """What head, rows, and the hints of a cell and of padding say."""
        panel.tick(playback, now)
        drawn.clear()
        sheet.grab()
        head = {text for baseline, text in drawn if baseline == 14}
        rows = [text for baseline, text in drawn if baseline > sheet._rows_top]
        hints = [sheet.hint_at(grid.box(corner, row, 1).center()) for row in (0, 1)]
        return head, rows, hints

    results = [words.rounded(figures.result(channel)) for channel in range(3)]
    assert len(set(results)) == 3
    beat = board.first_of(Phase.PRODUCTS)
    head, rows, hints = told(Playback(beat.start + 0.1 * beat.duration, True))
    assert "…" in head and results[0] not in head
    assert rows.count("…") == 3 and not {*results} & {*rows}
    assert all(hint.endswith("not multiplied yet") for hint in hints)
    head, rows, hints = told(Playback(beat.start + 0.95 * beat.duration, True))
    assert results[0] in head  # as the stage says: their sum
    assert rows.count("…") == 2 and results[0] in rows
    assert hints[0].endswith("= 0") and words.rounded(figures.product(0, 1, 1)) in hints[1]
    assert told(Playback(beat.end))[0] == head
    for channel in range(3):
        _, rows, _ = told(at(board.channel_time(channel + 1)))
        assert [text for text in results if text in rows] == results[: channel + 1]
        assert panel.results.texts()[2] == "+ bias …"
    bias = board.first_of(Phase.BIAS)
    told(Playback(bias.start + 0.5 * bias.duration, True))
    assert panel.results.texts()[2] == f"+ bias {words.rounded(figures.bias)}"
    told(Playback())
    assert panel.results.texts()[2] == f"+ bias {words.rounded(figures.bias)}"


def test_nothing_of_the_grid_is_out_of_sight_in_the_height_that_it_wants(qtbot):
    for k in (2, 3, 5, 7):
        panel = opened(qtbot, spatial(12, k=k))
        panel.resize(320, panel.sizeHint().height())
        QApplication.processEvents()
        assert panel.height() == panel.sizeHint().height()
        assert panel.sheet.height() <= panel.terms_area.height()


def read(text):
    return Decimal(text.replace("\N{MINUS SIGN}", "-"))


@pytest.mark.parametrize("document", ["seed-direct", "seed-bottleneck", "googlenet-stem"])
@pytest.mark.parametrize("across", [49.0, 60.0, 72.0, 94.0, 110.0])
def test_the_terms_of_a_cell_multiply_to_the_product_under_them(document, across):
    layer = "conv2" if document == "seed-bottleneck" else "conv1"
    stage = staged.opened(document, layer).stage
    figures, told = stage.figures_of(stage.record), 0
    for channel in range(0, stage.storyboard.channels, 3):
        for text in arithmetic_grid._texts(figures, channel, across):
            if text.terms:
                x, _, w = text.terms
                unit = Decimal(1).scaleb(-stage.decimals.results)
                assert abs(read(x) * read(w) - read(text.product)) <= unit / 2, (channel, text)
                told += 1
    assert told or across < 94.0  # in a narrow cell only the product has room


def test_a_total_says_that_it_was_added_unrounded(qtbot):
    panel = opened(qtbot, pointwise())
    assert panel.results.texts()[1] == "added unrounded, then rounded"
    assert "unrounded" not in " ".join(opened(qtbot, pointwise(1)).results.texts())


def test_the_grid_shows_no_product_before_the_stage_does(qtbot, monkeypatch):
    """One record says how many products of the first channel there are."""
    now = resolved(network(Conv2d(2, (5, 5)), 3, 8), filter=0, row=1, column=1)
    panel = ArithmeticPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 500)
    panel.apply(None, now)
    beat = now.stage.storyboard.first_of(Phase.PRODUCTS)
    drawn = []
    monkeypatch.setattr(arithmetic_sheet, "draw_grid", lambda *given: drawn.append(given[-1]))
    seen = []
    for share in (0.1, 0.5, 0.7, 0.95):
        panel.tick(Playback(beat.start + share * beat.duration, True), now)
        panel.sheet.grab()
        seen.append(drawn[-1])
    assert seen[0] == 0 and 0 < seen[1] < seen[2] < 25 == seen[3]
