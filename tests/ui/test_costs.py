"""The costs: figures of layer and network that are always in view, and never move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from convviz import words
from convviz.app.window.docks import SIDE, TABS
from convviz.panels.costs.cost_rows import ABOVE, BESIDE, ONE_LINE, WIDEST, Columns, fitting
from convviz.panels.costs.formula_rows import GUTTER, Figure
from convviz.panels.costs.panel import CostsPanel
from convviz.panels.painting import lettering
from convviz.scene.primitives import Span
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.intents import PinBaseline, SelectLayer, SetField
from tests.ui.panel_desk import Desk

LANGUAGES = ["en", "ko"]
SIZES = [(1366, 768), (1024, 640)]


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot, CostsPanel())


def figures(panel, quantity):
    """A row's figures, the layer's and the network's."""
    return tuple(words.plain(each.full) for each in panel.rows[quantity].line().figures)


def shorts(panel, quantity):
    return tuple(words.plain(each.below) for each in panel.rows[quantity].line().figures)


def change(panel, quantity="macs"):
    return words.plain(panel.rows[quantity].line().change).strip()


# ---- figures -------------------------------------------------------------------------------------
def test_layer_and_network_side_by_side(desk):
    panel = desk.panel
    assert figures(panel, "macs") == ("2,408,448", "12,443,648")
    assert shorts(panel, "macs") == ("≈ 2.4M", "≈ 12.4M")
    assert figures(panel, "parameters") == ("3,088", "15,920")
    assert panel.convention.text() == "MAC = one multiply and one add"
    desk.take(SelectLayer("conv2"))
    assert figures(panel, "macs") == ("10,035,200", "12,443,648")
    desk.take(SetField("conv2", "filters", 64))
    assert figures(panel, "macs") == ("20,070,400", "22,478,848")


def test_what_it_was_and_the_ratio_to_what_is_pinned(qtbot, desk):
    panel = desk.panel
    assert change(panel) == ""
    assert "Against" not in panel.baseline.text() and panel.unpin.isHidden()
    desk.take(SetField("conv1", "filters", 8))
    assert change(panel) == "was 12,443,648"
    assert "Against" not in panel.baseline.text()
    qtbot.mouseClick(panel.pin, Qt.MouseButton.LeftButton)
    assert desk.intents[-1] == PinBaseline(True)
    assert "Bottleneck" in panel.baseline.text() and "edited" in panel.baseline.text()
    assert panel.pin.isChecked() and panel.unpin.isVisible()
    assert change(panel) == "no change"
    desk.take(SetField("conv1", "filters", 16))
    assert change(panel) == "was 6,221,824 · +100.0 %, 2.00× as many"
    qtbot.mouseClick(panel.unpin, Qt.MouseButton.LeftButton)
    assert desk.intents[-1] == PinBaseline(False)
    assert not panel.pin.isChecked() and panel.unpin.isHidden()
    assert change(panel) == ""


def test_a_pinned_document_that_ships_is_named(desk):
    desk.take(PinBaseline(True))
    assert desk.panel.baseline.text() == "Against: “Bottleneck: 1×1×192, then 5×5×16”, pinned"
    desk.take(SetField("conv1", "filters", 8))
    assert "Bottleneck" in desk.panel.baseline.text()


def test_what_has_no_room_ends_in_an_ellipsis_and_is_told_by_the_tool_tip(qtbot, desk):
    desk.room.stage.hide()
    desk.room.resize(260, 400)
    desk.take(PinBaseline(True))
    qtbot.waitUntil(lambda: desk.panel.baseline.toolTip() == desk.panel.baseline.text())


# ---- as a screen reader says it ------------------------------------------------------------------
def test_a_row_is_read_with_its_change(desk):
    desk.take(PinBaseline(True))
    desk.take(SetField("conv1", "filters", 8))
    row = QAccessible.queryAccessibleInterface(desk.panel.rows["macs"])
    assert row.role() is QAccessible.Role.Button
    told = row.text(QAccessible.Text.Name)
    assert told == (
        "MACs: conv1 1,204,224, network 6,221,824, was 12,443,648 · −50.0 %, 2.00 times fewer. "
        "Opens into its formula."
    )


# ---- places --------------------------------------------------------------------------------------
@pytest.mark.parametrize("places", [ABOVE, BESIDE])
@pytest.mark.parametrize("width", SIDE)
def test_nine_digits_are_written_out_at_the_tables_own_size(places, width):
    columns = Columns(width, 2, places)
    figure = Figure((Span(WIDEST),), (Span("≈"),))
    assert fitting(figure, columns) == (figure.full, columns.pixels)
    assert columns.pixels >= (22 if places is ABOVE else 16)


@pytest.mark.parametrize("value", [10**9, 10**12, 10**15, 10**18])
def test_a_figure_too_wide_gets_smaller_and_then_brief(value):
    columns = Columns(SIDE[0], 2, BESIDE)
    figure = Figure((Span(words.number(value)),), (Span(words.short(value)),))
    runs, pixels = fitting(figure, columns)
    assert lettering.spans_width(runs, pixels, lettering.SEMIBOLD) <= columns.column
    assert pixels >= lettering.SMALL


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("places", [ABOVE, BESIDE, ONE_LINE])
def test_figures_end_in_one_line_in_each_column(desk, theme, places):
    """The last ink of both rows' figures is in one column of pixels: right-aligned, tabular."""
    desk.dress(theme)
    heights = {ABOVE: 760, BESIDE: 600, ONE_LINE: 300}
    desk.panel.fit(heights[places])
    desk.take(SetField("conv1", "filters", 18))  # 3,474 and 17,906: the same last digit as
    desk.take(SetField("conv2", "filters", 33))  # ...
    row = desk.panel.rows["macs"]
    assert row.places is places
    for quantity in ("macs", "parameters"):
        row = desk.panel.rows[quantity]
        image = row.grab().toImage()
        ground = image.pixelColor(GUTTER + 1, row.height() - 4)  # may be that under the mouse
        columns = Columns(row.width(), 2, places)
        for place in (0, 1):
            right = columns.right(place)
            beyond = [
                x
                for x in range(right + 1, min(right + 6, row.width()))
                for y in range(places.figures - 12, places.figures)
                if image.pixelColor(x, y) != ground
            ]
            inked = [
                x
                for x in range(right - 8, right + 1)
                for y in range(places.figures - 12, places.figures)
                if image.pixelColor(x, y) != ground
            ]
            assert not beyond and inked and max(inked) >= right - 4, (quantity, place)


# ---- in the window -------------------------------------------------------------------------------
def whole_in(window, widget):
    """Whether all of a widget is in view: in the window, and covered by nothing."""
    if not widget.isVisible():
        return False
    size = QWidget.size(widget)  # in the window's pixels, at any text size
    place = QRect(widget.mapTo(window, QPoint(0, 0)), size)
    seen = widget.visibleRegion().boundingRect()
    return window.rect().contains(place) and seen.size() == size


def layout_of(window):
    costs = window.costs
    parts = (costs, costs.heads, *costs.rows.values(), costs.convention, costs.baseline, costs.pin)
    return [QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct", "small-classifier"])
def test_in_view_with_any_tab_and_never_moved(hands, document, size, language):
    window = hands.window
    window.resize(*size)
    hands.do(intents.OpenDocument(document), intents.SetPreference("language", language))
    hands.wait_until_idle()
    where = layout_of(window)
    for node in hands.resolved.document.network.nodes:
        hands.do(intents.SelectLayer(node.id))
        for tab in TABS:
            window.docks.all[tab].show()
            window.docks.all[tab].raise_()
            hands.run(0.01)
            for part in (*window.costs.rows.values(), window.costs.convention, window.costs.heads):
                assert whole_in(window, part), (node.id, tab)
            assert layout_of(window) == where, (node.id, tab)
        window.docks.all["counts"].hide()
    counts = hands.resolved.counts
    selected = hands.resolved.document.selected
    wanted = (counts.layers[selected].macs, counts.totals.macs)
    assert figures(window.costs, "macs") == tuple(words.number(each) for each in wanted)


def test_a_comparison_comes_and_goes_without_moving_anything(hands):
    where = layout_of(hands.window)
    tabs = hands.window.editor.mapTo(hands.window, QPoint(0, 0))
    hands.do(intents.PinBaseline(True), intents.SetField("conv1", "filters", 8))
    assert change(hands.window.costs)
    hands.run(0.02)
    assert layout_of(hands.window) == where
    assert hands.window.editor.mapTo(hands.window, QPoint(0, 0)) == tabs


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("percent", [150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_large_letters_say_the_main_figures(hands, size, percent, language):
    window = hands.window
    window.resize(*size)
    hands.do(
        intents.SetPreference("language", language), intents.SetPreference("text_size", percent)
    )
    hands.wait_until_idle()
    for tab in TABS[:-1]:
        window.docks.show(tab)
        hands.run(0.01)
        for row in window.costs.rows.values():
            assert whole_in(window, row), tab
    assert (window.width(), window.height()) == size
    hands.do(intents.SetPreference("text_size", 100))


def test_a_figure_opens_its_formula_and_the_button_puts_it_away(hands):
    window = hands.window
    docks = window.docks
    assert docks.all["counts"].isHidden()
    docks.show("weights")
    hands.click(window.costs.rows["parameters"])
    hands.until(window.counts.isVisible)
    row = window.counts.headlines["parameters"]
    assert row.opened() and row.body.views()[0].formula().result == 3088
    assert whole_in(window, row.head)
    assert window.costs.formulas.isChecked()
    hands.click(window.costs.formulas)
    hands.run(0.02)
    assert docks.all["counts"].isHidden() and not window.costs.formulas.isChecked()
    assert docks._in_front(docks.all["weights"])


def test_by_keyboard_too(hands):
    row = hands.window.costs.rows["macs"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    hands.until(hands.window.counts.isVisible)
    assert hands.window.counts.isAncestorOf(hands.window.focusWidget())
