"""The stage in the window: frames to the renderer, mouse to intents, hover to the status bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from convviz import words
from convviz.app.controller import Controller
from convviz.app.stage.stage_notice import StageNotice
from convviz.app.stage.stage_words import enlarged_labels, measuring, say, stage_factor
from convviz.app.stage.view_pill import ViewPill
from convviz.scene.picking import Hit, pick
from convviz.scene.primitives import Rounded, Scene
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.frame import Viewport, frame
from convviz.state.resolved import Resolved, Stage

if TYPE_CHECKING:
    from convviz.render.gl.stage_view import StageView
    from convviz.render.gl.tiled_picture import TiledPicture
    from convviz.render.paint.still_view import StillView

    View = StageView | StillView

CLICK = 4.0  # logical pixels that the mouse may move in a click
DEGREES = 0.25  # orbit per logical pixel
NOTCH = 1.12  # zoom per notch of the wheel
PASSED = frozenset({"padding", "map-copy"})  # seen through by the mouse


class StageHost(QWidget):
    """Shows what the controller says and turns the mouse into intents.

    Signals
    -------
    hovered(key, numbers)
        What is under the pointer, for the status bar; an empty key for nothing.
    """

    hovered = Signal(str, object)
    painted = Signal()
    failed = Signal(object)  # the exception why the view cannot paint
    softwareWanted = Signal()

    def __init__(self, controller: Controller, view: View) -> None:
        super().__init__()
        self.scene: Scene | None = None
        self._controller = controller
        self._notice: StageNotice | None = None
        self.least_type = 0.0  # no label is set smaller, logical pixels
        self.quiet = False  # says nothing of what is under the mouse
        self._drawn = False
        self._press: tuple[float, float] | None = None
        self._last = (0.0, 0.0)
        self._button = Qt.MouseButton.NoButton
        self._again = False  # the press is a double click's second
        self._pill = ViewPill(self)
        self._pill.clicked.connect(lambda: controller.dispatch(intents.SetView("reset")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.setMinimumSize(320, 160)
        self._take(view)
        controller.ticked.connect(self.draw)
        controller.viewChanged.connect(self.draw)
        controller.resolvedChanged.connect(self._changed)

    def _take(self, view: View) -> None:
        self.view = view
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(view, 1)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the host has the keyboard
        view.pressed.connect(self._pressed)
        view.doubleClicked.connect(self._pressed_again)
        view.moved.connect(self._moved)
        view.released.connect(self._released)
        view.wheel.connect(self._wheel)
        view.left.connect(self._nothing)
        view.resized.connect(self._resized)
        view.framePainted.connect(self._was_painted)
        view.failed.connect(self.failed)

    def exchange(self, view: View) -> None:
        """Have another view show the same from now on."""
        old = self.view
        old.blockSignals(True)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._drawn, self._press = False, None
        self._take(view)
        view.show()
        if self.scene is not None:
            view.apply(None, self.scene)
            self.draw()

    # ---- frames ------------------------------------------------------------------------------
    def draw(self) -> None:
        """Make the frame of now and give it to the renderer."""
        resolved = self._controller.resolved
        if resolved is None or (self._controller.waiting and self.scene is not None):
            return
        factor = stage_factor(*self._size())
        controller = self._controller
        self._pill.show_view(controller.view, self.least_type)
        self._pill.place(self.view.geometry())
        taken = self._pill.taken(self.view.geometry())
        viewport = Viewport(*self._size(), say, measuring(factor), self.least_type, taken)
        old = self.scene
        moving = controller.moving or not self._drawn  # the first frame is quick, then fine
        moved, shared = controller.reframe.now(), controller.common
        scene = frame(resolved, controller.pane, shared, viewport, moved, moving)
        self.scene = enlarged_labels(scene, factor)
        self.view.apply(old, self.scene)

    def grab_picture(self) -> QImage:
        """The stage as it is on the screen."""
        return self.view.grab_image()

    @property
    def tiles(self) -> Callable[[int, bool], TiledPicture] | None:
        """What begins a picture of the stage as it is now, by width and whether it is clear.

        None where there is no OpenGL.
        """
        begin, scene = getattr(self.view, "tiled", None), self.scene
        if begin is None or scene is None:
            return None
        return lambda width, clear: begin(scene, width, clear)

    def _was_painted(self) -> None:
        if not self._drawn and self.scene is not None:
            self._drawn = True
            QTimer.singleShot(0, self.draw)
        self.painted.emit()

    def _changed(self, old: Resolved | None, new: Resolved) -> None:
        del old, new
        self.draw()

    def _resized(self, width: float, height: float) -> None:
        del width, height
        self._controller.show_in(*self._size())
        self.draw()

    def _size(self) -> tuple[float, float]:
        """The view's; a layout may squeeze it to nothing, which no camera sees."""
        return max(float(self.view.width()), 1.0), max(float(self.view.height()), 1.0)

    def explain(self, reason: str, key: str = "stage.no-gl") -> None:
        """Say above the stage why it is a still picture, with the way out."""
        if self._notice is not None:  # another reason, since the last one
            self._notice.hide()
            self._notice.deleteLater()
        notice = StageNotice(reason, key)
        notice.wanted.connect(self.softwareWanted)
        self._notice = notice
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, notice)
        notice.fit(self.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notice says as much as there is room for."""
        if self._notice is not None:
            self._notice.fit(event.size())
        super().resizeEvent(event)

    def retranslate(self) -> None:
        """Put the labels and the notice into the present language."""
        self.setAccessibleName(words.text("stage.name"))
        if self.scene is not None:
            self.draw()
        if self._notice is not None:
            self._notice.retranslate()
            self._notice.fit(self.size())

    # ---- the mouse ---------------------------------------------------------------------------
    def _pressed(self, x: float, y: float, button: Qt.MouseButton, modifiers: object) -> None:
        del modifiers
        self.setFocus()
        # Another button, while one is held, begins nothing; the same one was let go elsewhere.
        if self._press is None or button == self._button:
            self._press, self._last, self._button = (x, y), (x, y), button
            self._again = False

    def _pressed_again(self, x: float, y: float) -> None:
        """The second press of a double click: a drag may begin with it, but no second click."""
        self._pressed(x, y, Qt.MouseButton.LeftButton, None)
        self._again = True

    def _moved(self, x: float, y: float, buttons: Qt.MouseButton) -> None:
        if buttons == Qt.MouseButton.NoButton and self._press is not None:
            self._let_go()  # where the stage could not see it
        if self._press is None:
            self._hover(x, y)
            return
        dx, dy = x - self._last[0], y - self._last[1]
        far = abs(x - self._press[0]) + abs(y - self._press[1]) > CLICK
        if not far and not self._controller.dragging:
            return
        if not self._controller.dragging:
            self._controller.dispatch(outright.SetDragging(True))
        self._last = (x, y)
        if self._button == Qt.MouseButton.LeftButton:
            self._controller.dispatch(intents.Orbit(-dx * DEGREES, dy * DEGREES))
        else:
            self._controller.dispatch(intents.Pan(dx, dy))

    def _released(self, x: float, y: float, button: Qt.MouseButton, modifiers: object) -> None:
        del modifiers
        if self._press is None or button != self._button:
            return
        if not self._let_go() and button == Qt.MouseButton.LeftButton and not self._again:
            self._clicked(x, y)

    def _let_go(self) -> bool:
        """End what the mouse began; whether that was a drag."""
        dragged, self._press = self._controller.dragging, None
        if dragged:
            self._controller.dispatch(outright.SetDragging(False))
            self.draw()
        return dragged

    def _wheel(self, x: float, y: float, delta: float, modifiers: object) -> None:
        del modifiers
        self._controller.dispatch(intents.Zoom(NOTCH ** (delta / 120.0), x, y))

    def zoom(self, factor: float) -> None:
        """Come nearer to the middle by a factor."""
        self._controller.dispatch(
            intents.Zoom(factor, self.view.width() / 2.0, self.view.height() / 2.0)
        )

    # ---- picking -----------------------------------------------------------------------------
    def _pick(self, x: float, y: float) -> Hit | None:
        if self.scene is None or not self.scene.boxes:
            return None
        return pick(self.scene, x, y, PASSED)

    def _clicked(self, x: float, y: float) -> None:
        hit, stage = self._pick(x, y), self._controller.stage
        if stage is None:
            return
        if hit is None:
            self._controller.dispatch(intents.ShowReaders(None, None))
            return
        column, row, channel = hit.cell
        if hit.boxes_id in ("output", "output-picture"):
            self._controller.dispatch(intents.SelectCell(channel, row, column, play=True))
        elif hit.boxes_id == "filters":
            self._controller.dispatch(intents.SelectCell(filter=self._filter_of(hit, stage)))
        elif hit.boxes_id in ("input", "input-picture"):
            self._controller.dispatch(intents.ShowReaders(row, column))

    def _filter_of(self, hit: Hit, stage: Stage) -> int:
        kh, kw = stage.reading.kernel
        assert stage.model is not None
        return int(hit.index) // (stage.model.layout.plan.depth * kh * kw)

    def _nothing(self) -> None:
        QToolTip.hideText()
        self.hovered.emit("", {})

    def _hover(self, x: float, y: float) -> None:
        hit = None if self.quiet else self._pick(x, y)
        stage = self._controller.stage
        if hit is None or stage is None:
            self._nothing()
            return
        column, row, channel = (int(v) for v in hit.cell)
        place = (row + 1, column + 1, channel + 1)  # people count from 1
        numbers: dict[str, object] = dict(zip(("row", "column", "channel"), place, strict=True))
        names = {
            "input": "input",
            "output": "output",
            "filters": "filter",
            "input-picture": "picture",
            "output-picture": "picture",
        }
        name = names.get(hit.boxes_id)
        assert self.scene is not None  # in which it was hit
        record = next((b for b in self.scene.boxes if b.id == hit.boxes_id), None)
        if name is None or record is None:
            self._nothing()
            return
        if name == "picture" and record.values is None:  # it has no three colours to tell
            name = hit.boxes_id.removesuffix("-picture")
        numbers["value"] = (
            words.text("status.no-value")
            if record.values is None
            else Rounded(float(record.values[hit.index]), _decimals(stage, name))
        )
        if name == "picture" and record.values is not None:
            rgb = (float(record.values[hit.index + i * record.stride[2]]) for i in range(3))
            numbers |= dict(zip(("red", "green", "blue"), rgb, strict=True))
        if name == "input" and len(stage.sources) > 1:
            source = next(each for each in reversed(stage.sources) if each.first <= channel)
            name = "volume"
            numbers |= {"name": source.name, "channel": channel - source.first + 1}
        if name == "filter":
            numbers["filter"] = self._filter_of(hit, stage) + 1
        self.hovered.emit(f"status.{name}", numbers)
        beside = self.view.mapToGlobal(QPoint(round(x) + 14, round(y) + 10))
        QToolTip.showText(beside, words.text(f"status.{name}", **numbers), self.view)


def _decimals(stage: Stage, name: str) -> int:
    """The decimals of what is under the pointer: those of its column in the arithmetic."""
    places = stage.decimals
    if name == "filter":
        return places.factors
    return places.results if name.startswith("output") else places.inputs
