"""A network that branches in the list of layers and in the strip, by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.app.stage.strip_items import strip_items
from convviz.model.layers import ReLU
from convviz.panels.editor.graph_rows import row_places
from convviz.panels.editor.panel import EditorPanel
from convviz.panels.strip.chain_strip import HEIGHT, ChainStrip
from convviz.scene.themes import Look
from convviz.state.intents import AddLayer, RemoveLayer, SelectLayer

from .panel_desk import Desk


@pytest.fixture(params=["inception-3a", "residual-block"])
def desk(qtbot, request):
    return Desk(qtbot, EditorPanel(dict.fromkeys(("coffee",))), request.param)


@pytest.fixture
def inception(qtbot):
    return Desk(qtbot, EditorPanel(dict.fromkeys(("coffee",))), "inception-3a")


def spoken(desk):
    model = desk.panel.chain.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def last(desk, kind):
    return next(intent for intent in reversed(desk.intents) if isinstance(intent, kind))


def test_every_layer_has_a_row_after_those_that_it_reads(desk):
    model, network = desk.panel.chain.model(), desk.history.present.network
    rows = [model.node(row).id for row in range(model.rowCount())]
    assert sorted(rows) == sorted(node.id for node in network.nodes)
    for row, id in enumerate(rows):
        assert all(rows.index(source) < row for source in network.node(id).inputs)


def test_a_row_says_what_it_reads_where_that_is_not_the_row_above(desk):
    network, places = desk.history.present.network, row_places(desk.resolved)
    above = ()
    for node, text in zip(network.in_order(), spoken(desk), strict=True):
        names = [network.node(source).name for source in node.inputs]
        other = node.inputs not in ((), above)
        assert bool(places[node.id].reads) is other
        assert ("reads" in text) is other
        assert not other or all(name in places[node.id].reads for name in names)
        above = (node.id,)


def test_branches_are_indented_and_what_parts_and_joins_them_is_not(inception):
    places = row_places(inception.resolved)
    assert [id for id, place in places.items() if not place.branch] == ["input", "concat"]
    first = [id for id, place in places.items() if place.branch and place.first]
    assert first == ["conv3x3-reduce", "conv5x5-reduce", "pool"]
    assert places["concat"].reads == "reads relu1x1, relu3x3, relu5x5 and relu-pool"


def test_a_chain_has_no_branch_and_nothing_to_say(qtbot):
    desk = Desk(qtbot, EditorPanel(dict.fromkeys(("coffee",))))
    assert all(not p.branch and not p.reads for p in row_places(desk.resolved).values())


def test_the_keyboard_goes_through_all_branches(qtbot, inception):
    chain = inception.panel.chain
    chain.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chain, Qt.Key.Key_Home)
    seen = [inception.history.present.selected]
    for _ in range(chain.model().rowCount() - 1):
        qtbot.keyClick(chain, Qt.Key.Key_Down)
        seen.append(inception.history.present.selected)
    assert seen == [node.id for node in inception.history.present.network.in_order()]
    qtbot.keyClick(chain, Qt.Key.Key_Up)
    qtbot.keyClick(chain, Qt.Key.Key_Delete)
    assert last(inception, RemoveLayer) == RemoveLayer("relu-pool")
    assert inception.history.present.network.node("concat").inputs[-1] == "conv-pool"


def test_tools_act_where_a_branch_lets_them(inception):
    panel = inception.panel
    for layer, remove, up, down in (
        ("input", False, False, False),
        ("conv1x1", True, False, True),
        ("relu1x1", True, True, False),
        ("conv3x3", True, True, True),
        ("concat", True, False, False),
    ):
        inception.take(SelectLayer(layer))
        assert panel.remove.isEnabled() is remove, layer
        assert (panel.up.isEnabled(), panel.down.isEnabled()) == (up, down), layer


def test_a_layer_is_added_before_all_or_before_one_branch(inception):
    panel = inception.panel
    inception.take(SelectLayer("input"))
    panel.add_menu.aboutToShow.emit()
    menus = [action.menu() for action in panel.add_menu.actions() if action.menu() is not None]
    assert [menu.title() for menu in menus] == [
        f"Only before {name}" for name in ("conv1x1", "conv3x3-reduce", "conv5x5-reduce", "pool")
    ]
    relu = next(action for action in menus[1].actions() if "ReLU" in action.text())
    relu.trigger()
    assert last(inception, AddLayer) == AddLayer("input", ReLU(), "conv3x3-reduce")
    network = inception.history.present.network
    assert network.node("conv3x3-reduce").inputs == ("relu1",)
    assert network.node("conv1x1").inputs == ("input",)


# ---- the strip ---------------------------------------------------------------------------------
@pytest.fixture
def strip(qtbot, inception):
    made = ChainStrip()
    qtbot.addWidget(made)
    made.resize(940, HEIGHT)
    made.apply(strip_items(inception.resolved), Look("dark"), 0.2)
    return made


def test_a_click_on_a_volume_of_a_branch_opens_it(qtbot, strip):
    assert strip.height() > HEIGHT
    for volume in strip.strip.volumes:
        x, y = (sum(point[axis] for point in volume.front) / 4 for axis in (0, 1))
        with qtbot.waitSignal(strip.opened) as seen:
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        assert seen.args == [volume.id]


def test_the_keyboard_goes_from_stage_to_stage(qtbot, strip, inception):
    strip.show()
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    opened = []
    strip.opened.connect(opened.append)
    for _ in inception.resolved.groups:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert opened == [group[0] for group in inception.resolved.groups]


def test_a_chain_after_a_graph_has_its_height_again(strip, qtbot):
    desk = Desk(qtbot, EditorPanel(dict.fromkeys(("coffee",))))
    strip.apply(strip_items(desk.resolved), Look("dark"), 0.2)
    assert strip.height() == HEIGHT and strip.strip.edges == ()
