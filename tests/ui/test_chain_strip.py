"""The chain strip driven by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from convviz.model.shape import Shape
from convviz.panels.strip.chain_strip import HEIGHT, ChainStrip
from convviz.scene.palette import Role, hex_of
from convviz.scene.primitives import Span
from convviz.scene.strip_item import StripItem, StripStep
from convviz.scene.themes import Look


def chain(count=3, selected=1):
    return tuple(
        StripItem(
            id=f"node{index}",
            shape=Shape(192 if index == 0 else 16, 28, 28),
            kind="conv2d" if index else "input",
            name=f"layer {index}",
            operation=(Span("16", Role.COUT), Span(" × 1×1×192")) if index else (),
            selected=index == selected,
            description=f"layer {index}: 28×28",
        )
        for index in range(count)
    )


@pytest.fixture
def strip(qtbot):
    made = ChainStrip()
    qtbot.addWidget(made)
    made.resize(1024, HEIGHT)
    made.apply(chain(), Look("dark"))
    return made


def place(strip, index):
    """The middle of a volume's front, in the widget."""
    front = strip.strip.volumes[index].front
    x, y = (sum(point[axis] for point in front) / 4 for axis in (0, 1))
    return QPoint(round(x - strip.offset), round(y))


def test_a_click_opens_the_stage(qtbot, strip):
    with qtbot.waitSignal(strip.opened) as seen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place(strip, 2))
    assert seen.args == ["node2"]
    with qtbot.assertNotEmitted(strip.opened):
        qtbot.mouseClick(strip, Qt.MouseButton.RightButton, pos=place(strip, 0))
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))


def test_a_click_leaves_the_keyboard_where_it_is(qtbot, strip):
    assert strip.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_pointer_shows_what_can_be_clicked(qtbot, strip):
    still = strip.grab().toImage()
    qtbot.mouseMove(strip, place(strip, 2))
    QApplication.processEvents()
    strip._hover(strip._stage_at(QPointF(place(strip, 2))))
    assert strip.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert strip.grab().toImage() != still
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert strip.cursor().shape() is not Qt.CursorShape.PointingHandCursor


def test_arrows_move_and_enter_opens(qtbot, strip):
    opened = []
    strip.opened.connect(opened.append)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "layer 2: 28×28"
    qtbot.keyClick(strip, Qt.Key.Key_Enter)
    qtbot.keyClick(strip, Qt.Key.Key_Right)  # stays at the last
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert opened == ["node1", "node2", "node2", "node0", "node1"]


@pytest.mark.parametrize(
    ("key", "modifiers", "own"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_only_its_own_keys_are_kept_from_the_window(strip, key, modifiers, own):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(strip, event)
    assert event.isAccepted() == own


def test_the_keyboard_follows_what_is_opened_elsewhere(strip):
    strip.apply(chain(selected=2), Look("dark"))
    assert strip.accessibleDescription() == "layer 2: 28×28"
    strip.apply(chain(count=2, selected=0), Look("dark"))
    assert strip.accessibleDescription() == "layer 0: 28×28"


def test_it_is_named_by_its_stages(strip):
    assert strip.accessibleName() == "layer 0: 28×28; layer 1: 28×28; layer 2: 28×28"
    plain = tuple(replace(item, description="") for item in chain(1, selected=0))
    strip.apply(plain, Look("dark"))
    assert strip.accessibleName() == "layer 0, 28×28×192"


class Paints(QObject):
    """Counts a widget's repaints."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_same_again_paints_nothing(qtbot, strip):
    with qtbot.waitExposed(strip):
        strip.show()
    qtbot.wait(50)
    paints = Paints()
    strip.installEventFilter(paints)
    strip.apply(chain(), Look("dark"))
    qtbot.wait(50)
    assert paints.count == 0
    strip.apply(chain(selected=2), Look("dark"))
    qtbot.waitUntil(lambda: paints.count > 0)


def test_a_long_chain_scrolls_to_the_current_layer(qtbot, strip):
    strip.apply(chain(count=30, selected=29), Look("dark"))
    assert strip.strip.content_width > strip.width()
    assert 0 <= place(strip, 29).x() <= strip.width()
    end = strip.offset
    turned = QPoint(0, 120)
    event = QWheelEvent(
        QPointF(40, 40),
        strip.mapToGlobal(QPointF(40, 40)),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, event)
    assert strip.offset < end
    for _ in range(60):
        QApplication.sendEvent(strip, event)
    assert strip.offset == 0.0
    strip.resize(1500, HEIGHT)
    strip.apply(chain(count=3), Look("dark"))
    assert strip.offset == 0.0


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_lit_volume_is_outlined_in_the_active_colour(strip, theme):
    strip.apply(chain(), Look(theme))
    image = strip.grab().toImage()
    ratio = image.devicePixelRatio()
    wanted = hex_of(theme, Role.ACTIVE)

    def drawn(volume):
        (x0, y0), _, (_, y1), _ = volume.front
        row = round((y0 + y1) / 2 * ratio)
        near = range(round((x0 - 2) * ratio), round((x0 + 2) * ratio) + 1)
        return min(_distance(image.pixelColor(x, row).name(), wanted) for x in near)

    assert drawn(strip.strip.volumes[1]) < 40
    assert drawn(strip.strip.volumes[0]) > 60
    assert image.pixelColor(3, 60).name() == hex_of(theme, Role.PANEL)


def test_an_empty_network_is_an_empty_panel(strip):
    strip.apply((), Look("light"))
    assert strip.grab().toImage().pixelColor(300, 40).name() == hex_of("light", Role.PANEL)


def _distance(one, other):
    parts = [(int(c[1:3], 16), int(c[3:5], 16), int(c[5:7], 16)) for c in (one, other)]
    return max(abs(a - b) for a, b in zip(*parts, strict=True))


def stepped():
    items = chain(3, 1)
    steps = (StripStep("norm1", Span("Batch norm")), StripStep("relu1", Span("ReLU")))
    return (items[0], replace(items[1], steps=steps), items[2])


def test_a_click_on_the_name_of_a_step_opens_it_by_itself(qtbot, strip):
    strip.apply(stepped(), Look("dark"))
    for step, (left, top, width, height) in strip.strip.arrows[0].steps:
        middle = QPoint(round(left + width / 2 - strip.offset), round(top + height / 2))
        with qtbot.waitSignal(strip.opened) as seen:
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
        assert seen.args == [step.id]


def test_the_keyboard_comes_to_each_step(qtbot, strip):
    strip.apply(stepped(), Look("dark"))
    strip._cursor = "node0"
    opened = []
    strip.opened.connect(opened.append)
    for _ in range(4):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert opened == ["node1", "norm1", "relu1", "node2"]
    assert strip.accessibleDescription() == "layer 2: 28×28"


def test_the_step_that_has_the_stage_looks_so(strip):
    items = stepped()
    strip.apply(items, Look("dark"))
    whole = strip.grab().toImage()
    steps = tuple(replace(step, selected=step.id == "relu1") for step in items[1].steps)
    strip.apply((items[0], replace(items[1], steps=steps), items[2]), Look("dark"))
    assert strip.grab().toImage() != whole
    assert strip._selected() == "relu1"
