"""Stages for the tests: shipped documents and random layers, with their real values."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import lru_cache
from xml.etree import ElementTree

import numpy as np
from hypothesis import strategies as st

from convviz import words
from convviz.files.photos import load_picture
from convviz.model.documents import document
from convviz.model.layers import BatchNorm, Conv2d, Input, ReLU, Source
from convviz.model.network import Network, Node
from convviz.model.shape import Shape
from convviz.model.sources import input_values, picture_size
from convviz.model.values import Values, evaluate
from convviz.resources import resource
from convviz.scene.palette import Role
from convviz.state.document import Document, History
from convviz.state.edits import open_document
from convviz.state.frame import Viewport
from convviz.state.frame import frame as frame_of
from convviz.state.resolve import resolve as resolved_of
from convviz.state.resolved import Computed, Resolved
from convviz.state.settings import Settings
from convviz.state.shared_scale import common_between
from convviz.state.view import Selection, ViewOptions
from convviz.state.workspace import Pane
from convviz.words.lookup import english

PLAIN = ViewOptions()

DOCUMENT_IDS = (
    "seed-bottleneck",
    "seed-direct",
    "five-filters",
    "colour-mixing",
    "colour-mixing-sepia",
)
VIEWPORTS = ((700.0, 330.0), (960.0, 460.0), (1600.0, 900.0))
THEMES = ("dark", "light")
EM, EM_HANGUL = 0.55, 0.9  # mean advance of a character, in type sizes
LINE = 1.2  # line height, in type sizes


@lru_cache(maxsize=8)
def source_values(layer: Input):
    """An input's array, as the app makes it."""
    size = picture_size(layer)
    return input_values(layer, None if size is None else load_picture(layer.photo, *size))


@lru_cache(maxsize=32)
def valued(network: Network) -> Values:
    """Everything that a network computes."""
    inputs = {
        node.id: source_values(node.layer)
        for node in network.nodes
        if isinstance(node.layer, Input)
    }
    values = evaluate(network, inputs)
    assert values is not None
    return values


def shown(
    document: Document,
    selection: Selection | None = None,
    view: ViewOptions | None = None,
    theme: str = "dark",
    values: Values | None = None,
) -> Resolved:
    """The snapshot of a document with its own values (or those given)."""
    return resolve(
        History(document),
        valued(document.network) if values is None else values,
        False,
        selection or Selection(),
        view or ViewOptions(),
        Settings(theme=theme),
    )


def resolve(history, values, stale, selection, view, settings, problem=None, before=None):
    """The snapshot of a pane with this in it."""
    pane = Pane("a", history, selection, view=view, problem=problem)
    return resolved_of(pane, Computed(values, stale), settings, before)


def frame(resolved, playback, viewport, transition=None, moving=False, view=PLAIN):
    """The picture of a snapshot alone at a moment, in a view."""
    pane = Pane("a", History(resolved.document), playback=playback, view=view)
    return frame_of(resolved, pane, common_between((resolved,)), viewport, transition, moving)


@lru_cache(maxsize=32)
def opened(document_id: str, theme: str = "dark") -> Resolved:
    """A shipped document as it is opened, with a cell in the middle."""
    found = open_document(document_id)
    first = shown(found)
    _, height, width = first.stage.output_shape
    return shown(found, Selection(0, int(height * 0.45), int(width * 0.55)), theme=theme)


def of_network(network: Network, selected: str = "conv") -> Document:
    """A document that is open on one layer of a network."""
    return Document("drawn", network, selected)


def network_of(layer, shape, *after, source=Source.NOISE) -> Network:
    """Input → layer → what follows it."""
    nodes = [Node("input", "input", Input(*shape, source=source))]
    for number, each in enumerate((layer, *after)):
        name = "conv" if number == 0 else f"after{number}"
        nodes.append(Node(name, name, each, (nodes[-1].id,)))
    return Network(tuple(nodes))


def lesson() -> Network:
    """The lesson's network."""
    return document("seed-bottleneck").network


@st.composite
def networks(draw, most_channels=40, most_filters=24):
    """Networks of one stage: kernel 1..5, stride, padding, dilation, groups, what follows."""
    groups = draw(st.sampled_from((1, 1, 1, 2, 3)))
    depth = draw(st.one_of(st.integers(1, 4), st.integers(5, most_channels // groups)))
    filters = groups * draw(
        st.one_of(st.integers(1, 3), st.integers(4, max(4, most_filters // groups)))
    )
    kernel, stride, dilation, padding, size = [], [], [], [], []
    square = draw(st.booleans())
    same = draw(st.integers(0, 4)) == 0
    for axis in range(2):
        again = square and axis == 1
        kernel.append(kernel[0] if again else draw(st.integers(1, 5)))
        stride.append(stride[0] if again else draw(st.integers(1, 3)))
        dilation.append(dilation[0] if again else draw(st.integers(1, 3)))
        padding.append(padding[0] if again else draw(st.integers(0, 3)))
        extent = dilation[axis] * (kernel[axis] - 1) + 1
        needed = extent - (0 if same else 2 * padding[axis])
        size.append(max(1, needed) + draw(st.integers(0, 12)))
    layer = Conv2d(
        filters,
        tuple(kernel),
        stride=tuple(stride),
        dilation=tuple(dilation),
        padding="same" if same else tuple(padding),
        groups=groups,
        bias=draw(st.booleans()),
        seed=draw(st.integers(0, 99)),
    )
    after = draw(
        st.sampled_from(((), (ReLU(),), (BatchNorm(),), (BatchNorm(), ReLU()), (ReLU(), ReLU())))
    )
    source = draw(st.sampled_from((Source.NOISE, Source.GRADIENT, Source.ONE_HOT)))
    return network_of(layer, (groups * depth, *size), *after, source=source)


@dataclass(frozen=True, eq=False, repr=False)
class Drawn(Resolved):
    """A snapshot that hypothesis can tell of in one line."""

    def __repr__(self) -> str:
        stage = self.stage
        layer, after = stage.layer, tuple(step.word for step in stage.after)
        return f"{layer} on {tuple(stage.input_shape)}, {after}, at {stage.selection}"

    def _repr_pretty_(self, printer, cycle):
        printer.text(repr(self))


@st.composite
def stages(draw, **limits):
    """Snapshots of random stages with their values and a random active cell."""
    network = draw(networks(**limits))
    document = of_network(network)
    first = shown(document)
    filters, height, width = first.stage.output_shape
    place = (
        draw(st.integers(0, filters - 1)),
        draw(st.integers(0, height - 1)),
        draw(st.integers(0, width - 1)),
    )
    resolved = shown(document, Selection(*place))
    return Drawn(**{field.name: getattr(resolved, field.name) for field in fields(resolved)})


@st.composite
def times(draw, story):
    """Story times: inside beats, at their ends and at the stops of every step."""
    beat = draw(st.sampled_from(story.beats))
    share = draw(st.one_of(st.sampled_from((0.0, 0.5, 1.0)), st.floats(0.0, 1.0)))
    return beat.start + beat.duration * share


def say(key, numbers):
    """The words of a stage label, shapes in the colours of their dimensions, as the app says it."""
    values = dict(numbers)
    if "kh" in values:
        values["shape"] = words.kernel_spans(values["kh"], values["kw"], values["c"])
    elif "h" in values and "w" in values:
        role = Role.COUT if key == "stage.output" else Role.CIN
        values["shape"] = words.shape_spans(Shape(values["c"], values["h"], values["w"]), role)
    values |= words.grouped(values)
    if "source" in values:
        values["source"] = words.text(f"source.{values['source']}")
    return words.spans(key, **values)


def measure(spans, points, weight):
    """Width and height of a text: mean advances of Latin and of Hangul."""
    advances = (EM_HANGUL if "\uac00" <= c <= "\ud7a3" else EM for s in spans for c in s.text)
    return sum(advances) * points, points * LINE


@lru_cache(maxsize=1)
def korean_texts():
    """Every translation, (context, English) to Korean."""
    tree = ElementTree.parse(resource("i18n/convviz_ko.ts"))
    return {
        (context.findtext("name"), message.findtext("source")): message.findtext("translation")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


@contextmanager
def speaking(language):
    """Let the words be English ("en") or Korean ("ko")."""
    if language == "ko":
        words.set_translator(lambda context, text: korean_texts().get((context, text)) or text)
    try:
        yield
    finally:
        words.set_translator(english)


def viewport(width: float = 960.0, height: float = 460.0) -> Viewport:
    """A viewport whose labels are measured without a font."""
    return Viewport(width, height, say, measure)


def record_of(boxes, record_id):
    """The record of that id, None when there is none."""
    return next((record for record in boxes if record.id == record_id), None)


def indices(record, box):
    """Indices in `values` of the cells of one box, (z, y, x)."""
    x, y, z = (
        np.arange(first, first + count)
        for first, count in zip(record.first[box], record.count[box], strict=True)
    )
    sx, sy, sz = record.stride
    return int(record.offset[box]) + z[:, None, None] * sz + y[:, None] * sy + x * sx


def cells(record, box=0):
    """What the cells of one box show, (z, y, x)."""
    return record.values[indices(record, box)]


def known(record, size):
    """Which of `size` values a record shows: those that are not blanked out."""
    index = np.arange(size)
    return (index < record.shown_until) | (index == record.also_shown)
