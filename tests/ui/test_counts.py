"""The counts panel driven by mouse and keyboard, and by edits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from convviz import words
from convviz.model.formulas import formulas
from convviz.model.layers import BatchNorm
from convviz.panels.costs.formula_lines import DETAILS, detail, detail_lines
from convviz.panels.costs.formula_view import FormulaView, pieces_of
from convviz.panels.costs.formulas_panel import CountsPanel
from convviz.panels.costs.layer_bars import share
from convviz.scene.palette import Role
from convviz.state.intents import AddLayer, SelectLayer, SetField, Undo
from tests.ui.panel_desk import Desk


@pytest.fixture
def desk(qtbot):
    made = Desk(qtbot, CountsPanel())
    made.room.resize(420, 1400)
    return made


def figure(row, place=0):
    """A row's figure as text: 0 is the rightmost, in a table the network's."""
    return words.plain(row.head._line.figures[place].full)


def shown(row):
    """The formulas that a row has opened into."""
    return [] if row.body is None else [view.formula() for view in row.body.views()]


# ---- figures ---------------------------------------------------------------------------------
def test_the_lessons_figures(desk):
    panel = desk.panel
    assert figure(panel.headlines["macs"]) == "2,408,448"
    assert figure(panel.headlines["parameters"]) == "3,088"
    assert figure(panel.totals["macs"]) == "12,443,648"
    assert figure(panel.totals["weights"]) == "15,872"
    desk.take(SelectLayer("conv2"))
    assert figure(panel.headlines["macs"]) == "10,035,200"
    assert figure(panel.details["padding_macs"], 1) == "841,728"
    assert words.plain(panel.details["padding_macs"].head._line.figures[0].below) == "6.76 %"
    assert figure(panel.details["output"], 1) == "28×28×32"
    assert figure(panel.details["receptive_field"], 1) == "5×5×192"


def test_the_direct_layers_figures_and_their_short_form(qtbot):
    panel = Desk(qtbot, CountsPanel(), "seed-direct").panel
    line = panel.headlines["macs"].head._line
    assert words.plain(line.figures[0].full) == "120,422,400"
    assert words.plain(line.figures[0].below) == "≈ 120.4M"
    assert words.plain(line.below) == "MAC = one multiply and one add"
    assert figure(panel.headlines["parameters"]) == "153,632"
    assert words.plain(panel.details["padding_macs"].head._line.figures[1].below) == "8.39 %"


def test_every_figure_is_the_snapshots(desk):
    for node in desk.history.present.network.in_order():
        desk.take(SelectLayer(node.id))
        counts, totals = desk.resolved.counts.layers[node.id], desk.resolved.counts.totals
        for quantity, line in detail_lines(desk.resolved).items():
            if quantity in ("output", "receptive_field", "peak_bytes"):
                continue
            whole, part = line.figures
            assert words.plain(whole.full) == words.number(getattr(totals, quantity))
            assert words.plain(part.full) == words.number(getattr(counts, quantity))


def test_counts_follow_each_edit(desk):
    desk.take(SetField("conv1", "filters", 3, 7))
    assert figure(desk.panel.headlines["macs"]) == words.number(28 * 28 * 192 * 3)
    desk.take(SetField("conv1", "filters", 32, 7))
    assert figure(desk.panel.headlines["macs"]) == words.number(28 * 28 * 192 * 32)
    desk.take(Undo())
    assert figure(desk.panel.headlines["macs"]) == "2,408,448"


def test_an_impossible_edit_changes_no_figure(desk):
    desk.take(SetField("conv1", "filters", 0))
    assert desk.problem is not None
    assert figure(desk.panel.totals["macs"]) == "12,443,648"


def test_groups_hide_the_receptive_fields_depth(desk):
    desk.take(SetField("conv1", "groups", 16))
    assert figure(desk.panel.details["receptive_field"], 1) == "1×1"


# ---- opening ---------------------------------------------------------------------------------
@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_opens_into_its_formula_and_closes(qtbot, desk, key):
    row = desk.panel.details["weights"]

    def press():
        if key is None:
            qtbot.mouseClick(row.head, Qt.MouseButton.LeftButton)
        else:
            row.head.setFocus()
            qtbot.keyClick(row.head, key)

    assert shown(row) == []
    press()
    assert row.opened()
    network = desk.history.present.network
    own, whole = shown(row)
    assert own == formulas(network, "conv1")["weights"]
    assert whole.result == 15872
    assert row.body.isVisible()
    press()
    assert not row.body.isVisible()


def test_every_row_opens_and_its_formula_gives_its_figure(qtbot, desk):
    desk.take(AddLayer("conv2", BatchNorm()))
    for node in desk.history.present.network.in_order():
        desk.take(SelectLayer(node.id))
        for quantity, row in desk.panel.details.items():
            if row.isHidden():
                continue
            row.set_opened(True)
            assert shown(row) or row.body.told.text()
            for made in shown(row):
                assert sum(term.value for term in made.terms) == made.result
            if quantity not in ("output", "receptive_field", "peak_bytes") and shown(row):
                whole, part = detail(quantity, desk.resolved)
                results = {words.number(made.result) for made in shown(row)}
                assert results <= {words.plain(whole.full), words.plain(part.full)}


def test_open_formulas_follow_an_edit(qtbot, desk):
    assert words.plain(desk.panel.headlines["macs"].head._line.figures[0].full) == "2,408,448"
    assert shown(desk.panel.headlines["macs"])[0].result == 2408448
    desk.take(SetField("conv1", "filters", 32))
    assert shown(desk.panel.headlines["macs"])[0].result == 2 * 2408448


def test_the_peak_opens_into_the_two_volumes_that_are_alive(desk):
    row = desk.panel.details["peak_bytes"]
    row.set_opened(True)
    (made,) = shown(row)
    assert made.result == 4 * 28 * 28 * (192 + 16) == desk.resolved.counts.peak_activation_bytes
    assert [term.value for term in made.terms] == [4 * 28 * 28 * 192, 4 * 28 * 28 * 16]
    assert "while conv1 runs" in row.body.told.text()


def test_closed_rows_make_no_formula(desk):
    assert all(desk.panel.details[quantity].body is None for quantity in DETAILS)


def test_sizes_open_into_their_sentence(qtbot, desk):
    row = desk.panel.details["output"]
    desk.take(SelectLayer("conv2"))
    row.set_opened(True)
    told = row.body.told.text()
    assert "÷ 1) + 1" in told
    desk.take(SelectLayer("relu2"))
    assert row.body.told.text() == "The same size as its input."
    desk.take(SelectLayer("input"))
    assert row.body.told.text() == "As set in the editor."


# ---- bars ------------------------------------------------------------------------------------
def test_a_bar_for_each_layer_that_costs(qtbot, desk):
    bars = [bar for bar in desk.panel.bars.bars if not bar.isHidden()]
    assert [bar.layer for bar in bars] == ["conv1", "conv2"]
    assert bars[0].shares() == (2408448 / 12443648, 3088 / 15920)
    assert sum(bar.shares()[0] for bar in bars) == pytest.approx(1)
    qtbot.mouseClick(bars[1], Qt.MouseButton.LeftButton)
    assert desk.intents[-1] == SelectLayer("conv2")
    bars[0].setFocus()
    qtbot.keyClick(bars[0], Qt.Key.Key_Return)
    assert desk.intents[-1] == SelectLayer("conv1")
    assert "19.35 %" in bars[0].accessibleName() or "19.4 %" in bars[0].accessibleName()


def test_shares_of_nothing_are_nothing():
    assert share(0, 0) == 0


# ---- the look --------------------------------------------------------------------------------
def test_a_formula_has_its_symbols_and_colours(desk):
    made = formulas(desk.history.present.network, "conv1")["weights"]
    pieces = pieces_of(made)
    assert [piece.number for piece in pieces] == ["1", "1", "192", "16", "3,072"]
    assert pieces[2].symbol == (("C", False), ("in", True))
    assert [piece.role for piece in pieces[:4]] == [Role.K, Role.K, Role.CIN, Role.COUT]
    assert [piece.sign for piece in pieces] == ["", "×", "×", "×", "="]


def test_a_narrow_formula_takes_more_lines(qtbot, desk):
    view = FormulaView()
    qtbot.addWidget(view)
    view.show_formula(formulas(desk.history.present.network, "conv2")["additions"], "dark")
    assert view.heightForWidth(120) > view.heightForWidth(300) > view.heightForWidth(3000)


def test_a_language_switch_translates_closed_and_open_rows(desk):
    row = desk.panel.details["weight_bytes"]
    row.set_opened(True)
    row.set_opened(False)
    words.set_translator(lambda _context, source: source.replace("bytes", "octets"))
    try:
        desk.panel.retranslate()
        desk._show()
        assert row.head._line.label == "Parameters, octets"
        row.set_opened(True)
        symbols = {piece.symbol for piece in row.body.views()[0]._pieces}
        assert (("octets", False),) in symbols
    finally:
        words.set_translator(lambda _context, source: source)


class Watcher(QObject):
    """Counts widgets that are made or thrown away below a panel."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved):
            self.seen += 1
        return False


def test_an_edit_rebuilds_nothing(qtbot, desk):
    desk.take(SetField("conv1", "filters", 17, 1))
    watcher = Watcher()
    for widget in desk.panel.findChildren(QObject):
        widget.installEventFilter(watcher)
    for filters in range(18, 40):
        desk.take(SetField("conv1", "filters", filters, 1))
    assert watcher.seen == 0


def test_a_clickers_keys_reach_the_window(qtbot, desk):
    head = desk.panel.headlines["macs"].head
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_PageDown)
    assert desk.room.keys == [Qt.Key.Key_PageDown]


def test_both_themes_paint(desk):
    dark = desk.panel.grab().toImage()
    desk.dress("light")
    assert desk.panel.grab().toImage() != dark


def test_figures_too_wide_for_the_table_go_below_their_label(qtbot, desk):
    desk.room.stage.hide()
    desk.room.resize(322, 800)
    head = desk.panel.details["output"].head
    low = head.height()
    desk.take(SetField("input", "height", 20000))
    desk.take(SetField("input", "width", 20000))
    qtbot.waitUntil(lambda: head.height() > low)
    assert figure(desk.panel.details["output"]) == "20,000×20,000×32"
