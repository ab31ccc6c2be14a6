"""Keeps one item per record of the scene, and draws them in the right order and state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from weakref import WeakMethod

from OpenGL import GL
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtGui import QOpenGLContext

from convviz.render.gl.arrangement import Arrangement
from convviz.render.gl.background_item import BackgroundItem
from convviz.render.gl.boxes_item import BoxesItem, EdgesItem, GlassItem
from convviz.render.gl.cell_colours import cell_key, has_cells
from convviz.render.gl.cell_textures import CellTextures
from convviz.render.gl.device import Device
from convviz.render.gl.frame import Frame
from convviz.render.gl.labels_item import LabelsItem
from convviz.render.gl.lines_item import LinesItem
from convviz.render.gl.passes import STEP, Pass
from convviz.render.gl.smooth_target import Region, SmoothTarget
from convviz.render.gl.visibility import region_of, stacked
from convviz.scene.primitives import Boxes, Lines, Scene
from convviz.scene.themes import Look


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
        self._arrangement = Arrangement(self._glass)
        self._labels = LabelsItem(self)
        self._gone: list[BoxesItem | LinesItem] = []
        self._started = self._clear = False
        self._textures_stale = True
        self._look: Look | None = None
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
        if scene.look != self._look:
            self._look = scene.look
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
        self._labels.release()
        self.device.release()
        self.forget()

    def forget(self) -> None:
        """Drop everything that belonged to a context that is gone, without a word to it."""
        self._started = False
        self._labels.forget()
        self._background.forget()
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
            self.textures.prepare(scene.boxes, scene.look)
            self._textures_stale = False
        records = [boxes for boxes, _ in self._boxes.values() if len(boxes.record.low)]
        self._arrangement.update(records, frame, scene.moving)

    def draw(self, items: Iterable[GLGraphicsItem], target: int, smooth: bool) -> None:
        """Draw `items` into framebuffer `target`, if `smooth` with several samples per pixel."""
        passes = _passes(items)
        gl, frame = self.device.gl, self.frame
        gl.glViewport(0, 0, frame.width, frame.height)
        self._background.copy(target)
        if smooth:
            region = self._region()
            self.smooth.bind(frame.width, frame.height, region)
            self._draw_passes(passes, Pass.BACKGROUND, Pass.GLASS)
            self.smooth.resolve(target, region)
        else:
            gl.glDepthMask(1)
            # Both parts of the packed buffer: clearing one means reading the other back.
            gl.glClear(GL.GL_DEPTH_BUFFER_BIT | GL.GL_STENCIL_BUFFER_BIT)
            self._draw_passes(passes, Pass.FACES, Pass.GLASS)
        self._draw_passes(passes, Pass.TOP_LINES, Pass.LABELS)  # smooth by themselves
        self.textures.finish()

    def draw_solid(self, items: Iterable[GLGraphicsItem], clear: bool) -> None:
        """Draw what wants several samples per pixel, where it is bound to be drawn.

        With `clear` there is no background, and the picture's alpha says so.
        """
        gl, self._clear = self.device.gl, clear
        first = Pass.BACKGROUND
        if clear:
            gl.glDepthMask(1)
            gl.glClearColor(0.0, 0.0, 0.0, 0.0)
            gl.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
            first = Pass.FACES
        self._draw_passes(_passes(items), first, Pass.GLASS)
        self._clear = False

    def draw_flat(self, items: Iterable[GLGraphicsItem], clear: bool) -> None:
        """Draw what is smooth by itself, over what is solid."""
        self._clear = clear
        self._draw_passes(_passes(items), Pass.TOP_LINES, Pass.LABELS)
        self.textures.finish()
        self._clear = False

    def _draw_passes(
        self, passes: dict[Pass, list[GLGraphicsItem]], first: Pass, last: Pass
    ) -> None:
        for place in Pass:
            if first <= place <= last and passes[place]:
                self._enter(place)
                for item in passes[place]:
                    item.paint()
                if place is Pass.FACES:
                    self.device.gl.glFlush()  # filling starts while the rest is being prepared

    def _region(self) -> Region:
        """Where several samples per pixel make a difference."""
        records = [boxes.record for boxes, _ in self._boxes.values()]
        lines = [item.record for item in self._lines.values() if not item.record.on_top]
        widest = max([1.0, *(each.width for each in lines), *(each.edge_width for each in records)])
        low = [*(each.low for each in records), *(each.start for each in lines)]
        high = [*(each.low + each.size for each in records), *(each.end for each in lines)]
        return region_of(stacked(low), stacked(high), self.frame, widest * self.frame.ratio + 2.0)

    def _take_boxes(self, records: tuple[Boxes, ...]) -> None:
        for name in self._boxes.keys() - {each.id for each in records}:
            boxes, edges = self._boxes.pop(name)
            self._remove(boxes)
            self._remove(edges)
            self._gone.append(boxes)
            self._arrangement.change(boxes, len(boxes.glass) > 0)
            self._textures_stale = True
        for rank, record in enumerate(records):
            found = self._boxes.get(record.id)
            if found is None:
                boxes = BoxesItem(self, record)
                found = self._boxes[record.id] = (boxes, EdgesItem(boxes))
                self._add(found[0])
                self._add(found[1])
                self._arrangement.change(boxes, len(boxes.glass) > 0)
                self._textures_stale = True
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
        old, glass = item.record, len(item.glass) > 0
        if item.set_record(record):
            self._arrangement.change(item, glass or len(item.glass) > 0)
        before, after = (
            cell_key(each, Look("")) if has_cells(each) else None for each in (old, record)
        )
        self._textures_stale |= before != after

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
        solid = place in (Pass.BACKGROUND, Pass.FACES)
        device.capability(place < Pass.TOP_LINES, GL.GL_DEPTH_TEST)
        device.capability(not solid, GL.GL_BLEND)
        # Faces step back, so that lines lying on them are not cut by them.
        device.capability(place in (Pass.FACES, Pass.GLASS), GL.GL_POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(1.5, 2.0)
        # The background clears the depth on its way.
        functions = {Pass.BACKGROUND: GL.GL_ALWAYS, Pass.FACES: GL.GL_LESS}
        gl.glDepthFunc(functions.get(place, GL.GL_LEQUAL))
        gl.glDepthMask(int(solid))
        gl.glBlendFuncSeparate(GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA, *self.alpha_blending)

    @property
    def alpha_blending(self) -> tuple[int, int]:
        """How the picture's own alpha is blended.

        It stays 1 on the screen, where the window behind must not shine through.
        """
        return (GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA) if self._clear else (GL.GL_ZERO, GL.GL_ONE)


def _passes(items: Iterable[GLGraphicsItem]) -> dict[Pass, list[GLGraphicsItem]]:
    """Items by pass, in the order of drawing."""
    found: dict[Pass, list[GLGraphicsItem]] = {place: [] for place in Pass}
    for item in sorted(items, key=GLGraphicsItem.depthValue):
        found[Pass(int(item.depthValue()))].append(item)
    return found
