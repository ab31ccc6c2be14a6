"""Keeps one item per record of the scene, and draws them in the right order and state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from weakref import WeakMethod

from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtGui import QOpenGLContext

from convviz.render.gl.arrangement import STEP, arrange
from convviz.render.gl.background_item import BackgroundItem
from convviz.render.gl.boxes_item import BoxesItem, EdgesItem, GlassItem
from convviz.render.gl.cell_textures import CellTextures, has_cells
from convviz.render.gl.device import Device
from convviz.render.gl.frame import Frame
from convviz.render.gl.labels_item import LabelsItem
from convviz.render.gl.lines_item import LinesItem
from convviz.render.gl.smooth_target import SmoothTarget
from convviz.scene.primitives import Boxes, Lines, Scene

# Cells per pixel from which colours are averaged over more than one cell each way.
_FAR = 1.5


class Pass(IntEnum):
    """The order of drawing; items carry it as the whole part of their depth value."""

    FACES = 0
    BACKGROUND = 1  # after the faces, so that only what they leave is filled
    EDGES = 2
    LINES = 3
    GLASS = 4
    TOP_LINES = 5
    LABELS = 6


class Painter:
    """The items of the stage and what they draw with.

    Parameters
    ----------
    add, remove : callables
        Put an item on the view and take it off.
    """

    device: Device
    textures: CellTextures
    smooth: SmoothTarget
    frame: Frame

    def __init__(
        self,
        add: Callable[[GLGraphicsItem], None],
        remove: Callable[[GLGraphicsItem], None],
    ) -> None:
        # Weak, so that the painter does not keep the view alive.
        self._adder, self._remover = WeakMethod(add), WeakMethod(remove)
        self._boxes: dict[str, tuple[BoxesItem, EdgesItem]] = {}
        self._lines: dict[str, LinesItem] = {}
        self._background = BackgroundItem(self)
        self._glass = GlassItem()
        self._labels = LabelsItem(self)
        self._gone: list[BoxesItem | LinesItem] = []
        self._started = False
        self._textures_stale = True
        self._arranged: object = None
        self._theme = ""
        for item, place in (
            (self._background, Pass.BACKGROUND),
            (self._glass, Pass.GLASS),
            (self._labels, Pass.LABELS),
        ):
            item.setDepthValue(float(place))
            self._add(item)

    @property
    def started(self) -> bool:
        """Whether there is a context to draw with."""
        return self._started

    @property
    def labels(self) -> LabelsItem:
        return self._labels

    def boxes_item(self, name: str) -> BoxesItem:
        """The item of the record with this id."""
        return self._boxes[name][0]

    def lines_item(self, name: str) -> LinesItem:
        """The item of the record with this id."""
        return self._lines[name]

    def take(self, scene: Scene) -> None:
        """Make the items follow `scene`; records that are the same object stay untouched."""
        self._take_boxes(scene.boxes)
        self._take_lines(scene.lines)
        self._labels.set_labels(scene.labels)
        if scene.theme != self._theme:
            self._theme = scene.theme
            self._textures_stale = True

    def start(self, context: QOpenGLContext) -> None:
        """Begin with a context, which must be current."""
        self.device = Device(context)
        self.textures = CellTextures(self.device)
        self.smooth = SmoothTarget(self.device)
        self._textures_stale = True
        self._started = True

    def stop(self) -> None:
        """Free everything that belongs to the context, which must be current."""
        if not self._started:
            return
        self._started = False
        self._labels.release()
        self.device.release()
        for boxes, _ in self._boxes.values():
            boxes.forget()
        for lines in self._lines.values():
            lines.forget()
        self._gone.clear()

    def begin(self, scene: Scene, frame: Frame) -> None:
        """Get ready to draw `scene`, which has been taken; the context must be current."""
        self.frame = frame
        for item in self._gone:
            item.release()
        self._gone.clear()
        if self._textures_stale:
            self.textures.prepare(scene.boxes, scene.theme)
            self._textures_stale = False
        view = (scene.camera, frame.width, frame.height)
        if self._arranged != view:
            records = [boxes for boxes, _ in self._boxes.values() if len(boxes.record.low)]
            arrange(records, self._glass, frame)
            self._arranged = view

    def draw(self, items: Iterable[GLGraphicsItem], target: int, smooth: bool) -> None:
        """Draw `items` into framebuffer `target`, if `smooth` with several samples per pixel."""
        passes: dict[Pass, list[GLGraphicsItem]] = {place: [] for place in Pass}
        for item in sorted(items, key=GLGraphicsItem.depthValue):
            passes[Pass(int(item.depthValue()))].append(item)
        gl, frame = self.device.gl, self.frame
        if smooth:
            self.smooth.bind(frame.width, frame.height)
        else:
            self._background.copy(target)
            passes[Pass.BACKGROUND].clear()
        gl.glViewport(0, 0, frame.width, frame.height)
        gl.glDepthMask(1)
        # Both parts of the packed buffer: clearing one means reading the other back.
        gl.glClear(GL.GL_DEPTH_BUFFER_BIT | GL.GL_STENCIL_BUFFER_BIT)
        for place, members in passes.items():
            if smooth and place is Pass.TOP_LINES:
                self.smooth.resolve(target)  # what follows is smooth by itself
            if members:
                self._enter(place)
            for item in members:
                item.paint()

    def _take_boxes(self, records: tuple[Boxes, ...]) -> None:
        for name in self._boxes.keys() - {each.id for each in records}:
            boxes, edges = self._boxes.pop(name)
            self._remove(boxes)
            self._remove(edges)
            self._gone.append(boxes)
            self._arranged, self._textures_stale = None, True
        for rank, record in enumerate(records):
            found = self._boxes.get(record.id)
            if found is None:
                boxes = BoxesItem(self, record)
                found = self._boxes[record.id] = (boxes, EdgesItem(boxes))
                self._add(found[0])
                self._add(found[1])
                self._arranged, self._textures_stale = None, True
            elif found[0].record is not record:
                self._change(found[0], record)
            found[1].setDepthValue(Pass.EDGES + rank * STEP)

    def _add(self, item: GLGraphicsItem) -> None:
        add = self._adder()
        assert add is not None
        add(item)

    def _remove(self, item: GLGraphicsItem) -> None:
        remove = self._remover()
        assert remove is not None
        remove(item)

    def _change(self, item: BoxesItem, record: Boxes) -> None:
        old = item.record
        if item.set_record(record):
            self._arranged = None
        if has_cells(record) and (
            old.values is not record.values
            or old.colours is not record.colours
            or old.high != record.high
            or old.stride != record.stride
            or old.offset is not record.offset
        ):
            self._textures_stale = True

    def _take_lines(self, records: tuple[Lines, ...]) -> None:
        for name in self._lines.keys() - {each.id for each in records}:
            item = self._lines.pop(name)
            self._remove(item)
            self._gone.append(item)
        for rank, record in enumerate(records):
            found = self._lines.get(record.id)
            if found is None:
                found = self._lines[record.id] = LinesItem(self, record)
                self._add(found)
            elif found.record is not record:
                found.set_record(record)
            place = Pass.TOP_LINES if record.on_top else Pass.LINES
            found.setDepthValue(place + rank * STEP)

    def _enter(self, place: Pass) -> None:
        """Set the state in which a pass is drawn."""
        device, gl = self.device, self.device.gl
        faces, glass = place is Pass.FACES, place is Pass.GLASS
        device.capability(place < Pass.TOP_LINES, GL.GL_DEPTH_TEST)
        device.capability(place not in (Pass.FACES, Pass.BACKGROUND), GL.GL_BLEND)
        # Faces step back, so that lines lying on them are not cut by them.
        device.capability(faces or glass, GL.GL_POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(1.5, 2.0)
        gl.glDepthFunc(GL.GL_LESS if faces else GL.GL_LEQUAL)
        gl.glDepthMask(1 if faces else 0)
        # The picture's own alpha stays 1: the window behind must not shine through.
        gl.glBlendFuncSeparate(
            GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA, GL.GL_ZERO, GL.GL_ONE)
