"""What a panel of the story needs: real values of a small network, and a window to be shown in."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from convviz.app.window.theme import apply_theme
from convviz.model.documents import chain
from convviz.model.layers import BatchNorm, Conv2d, Input, ReLU, Source
from convviz.model.network import Network
from convviz.model.sources import input_values
from convviz.model.values import evaluate
from convviz.state.document import Document, History
from convviz.state.resolve import resolve
from convviz.state.resolved import Resolved
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

RELU = (ReLU(),)


def network(conv: Conv2d, cin: int = 12, side: int = 6, after=RELU) -> Network:
    """Noise through one convolution, and what follows it."""
    layers = [("input", Input(cin, side, side, Source.NOISE)), ("conv1", conv)]
    layers += [(f"after{i}", layer) for i, layer in enumerate(after)]
    return chain(*layers)


def resolved(
    net: Network,
    *,
    filter: int = 1,
    row: int = 2,
    column: int = 3,
    theme: str = "dark",
    valued: bool = True,
    stale: bool = False,
    reader=None,
    selected: str = "conv1",
) -> Resolved:
    """The snapshot of a network whose active cell is given, with real values or none."""
    values = None
    if valued:
        inputs = {n.id: input_values(n.layer) for n in net.nodes if isinstance(n.layer, Input)}
        values = evaluate(net, inputs)
    history = History(Document("test", net, selected))
    chosen = Selection(filter, row, column, reader)
    return resolve(history, values, stale, chosen, ViewOptions(), Settings(theme=theme))


def pointwise(cin: int = 12, filters: int = 4, **more) -> Resolved:
    """A 1×1 layer with ReLU."""
    return resolved(network(Conv2d(filters, (1, 1)), cin), **more)


def spatial(cin: int = 12, filters: int = 4, k: int = 3, **more) -> Resolved:
    """A k×k layer with padding and ReLU."""
    return resolved(network(Conv2d(filters, (k, k), padding=(k // 2, k // 2)), cin), **more)


def with_batch_norm() -> Resolved:
    """A 1×1 layer with batch norm and ReLU."""
    return resolved(network(Conv2d(4, (1, 1)), after=(BatchNorm(), ReLU())))


def without_convolution() -> Resolved:
    """A network that is only an input."""
    net = chain(("input", Input(3, 6, 6, Source.NOISE)))
    history = History(Document("test", net, "input"))
    return resolve(history, None, False, Selection(), ViewOptions(), Settings())


def show(qtbot, panel, now: Resolved, width: int, height: int = 0) -> list[object]:
    """Show a panel in a window; the list fills with its intents."""
    apply_theme(QApplication.instance(), now.settings.theme)
    asked: list[object] = []
    panel.intent.connect(asked.append)
    qtbot.addWidget(panel)
    panel.apply(None, now)
    panel.resize(width, height or panel.sizeHint().height())
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return asked


def at(time: float, playing: bool = False) -> Playback:
    """Playback at a time."""
    return Playback(time, playing)


def in_light(now: Resolved) -> Resolved:
    """The same in the light theme."""
    return replace(now, settings=replace(now.settings, theme="light"))


def times(now: Resolved, count: int = 60) -> list[float]:
    """Story times from start to end."""
    duration = now.stage.storyboard.duration
    return [duration * i / count for i in range(count + 1)]


def close(a: float, b: float) -> bool:
    """Whether two story times are the same."""
    return math.isclose(a, b, abs_tol=1e-6)
