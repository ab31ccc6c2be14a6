"""The stage of a network without a layer: the input volume, in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from convviz.scene.camera import Camera, fit
from convviz.scene.label_collector import LabelCollector
from convviz.scene.labels import Measure, Wanted, silhouettes
from convviz.scene.layout import PITCH, YAW, Floats, Layout, Plan, corners, lay_out, vector
from convviz.scene.pieces import Part, Skin, volume
from convviz.scene.primitives import Boxes, Colours, Scene

MARGIN = 0.16  # of the picture, around the volume
FIELD = 20.0  # degrees


@dataclass(frozen=True, eq=False)
class Alone:
    """What is drawn.

    Attributes
    ----------
    shape : (C, H, W)
    values : flat float32 or None
    picture : bool
        A photo's three channels, with the picture that they make in front of them.
    high : float
        Upper end of the colour range.
    signed : bool
        Whether some values are below zero.
    source : str
        Key of what the input is.
    """

    shape: tuple[int, int, int]
    values: Floats | None
    picture: bool
    high: float
    signed: bool
    source: str


@lru_cache(maxsize=2)
def _layout(alone: Alone) -> Layout:
    shape, pictures = alone.shape, (alone.picture, False)
    return lay_out(Plan(shape, shape, (1, 1), shape[0], 0, (0, 0, 0, 0), pictures))


@lru_cache(maxsize=2)
def _boxes(alone: Alone) -> tuple[Boxes, ...]:
    layout, (_, h, w) = _layout(alone), alone.shape
    colours = Colours.CHANNELS if alone.picture else Colours.ACTIVATION
    skin = Skin(alone.values, Colours.RESULTS if alone.signed else colours, alone.high)
    parts = [Part((0, w), (0, h), (s.first, s.stop), s.shift) for s in layout.input_slabs]
    made = [volume("input", alone.shape, layout.input_low, layout.unit, skin, parts)]
    if alone.picture and alone.values is not None:
        whole = Skin(alone.values, Colours.PICTURE, 1.0, grid=0.35)
        front = Part((0, w), (0, h), (0, 1), (0.0, 0.0, -layout.plate))
        low = layout.input_low
        made.append(volume("input-picture", alone.shape, low, layout.unit, whole, [front]))
    return tuple(made)


def alone_scene(alone: Alone, width: float, height: float, theme: str, palette: str) -> Scene:
    """The input in the three-quarter view, without labels."""
    layout = _layout(alone)
    front = vector(0, 0, layout.plate)
    points = corners((layout.input_low - front)[None], (layout.input_size + front)[None])
    across, down = width * MARGIN, height * MARGIN
    seen = Camera(yaw=YAW, pitch=PITCH, field=FIELD)
    camera = fit(seen, points, width, height, (across, down, across, down))
    return Scene(camera, width, height, theme, _boxes(alone), palette=palette)


def alone_labels(alone: Alone, scene: Scene, least: float, measure: Measure) -> tuple[Wanted, ...]:
    """Its title and dimensions."""
    layout, (c, h, w) = _layout(alone), alone.shape
    hulls = silhouettes(scene.boxes, scene.camera, scene.width, scene.height)
    collector = LabelCollector(scene.camera, scene.width, scene.height, hulls, least, measure)
    top = "input-picture" if alone.picture and alone.values is not None else "input"
    collector.over("input", "input", {"source": alone.source, "h": h, "w": w, "c": c}, 0)
    x, y, z = (float(v) for v in layout.input_low + layout.input_size)
    front = -layout.plate if top != "input" else 0.0
    collector.along("axis-h", {"h": h}, vector(0, 0, front), vector(0, y, front), top)
    collector.along("axis-w", {"w": w}, vector(0, y, front), vector(x, y, front), top)
    collector.along("axis-cin", {"c": c}, vector(x, y, 0), vector(x, y, z), "input")
    return tuple(collector.wanted)
