"""What an intent costs without drawing: a camera move, a tick, a keystroke until its counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from convviz.app.controller import Controller
from convviz.files.projects import Project
from convviz.model.counts import count
from convviz.model.documents import chain
from convviz.model.layers import BatchNorm, Conv2d, Input, ReLU, Source
from convviz.model.network import LAYER_LIMIT, Network
from convviz.state import intents
from convviz.state.document import Document
from convviz.state.reduce import opened_workspace, reduce
from convviz.state.resolve import resolve
from convviz.state.resolved import Computed
from convviz.state.settings import Settings
from convviz.state.workspace_intents import Advance

pytestmark = pytest.mark.benchmark

TURNS = 30


def long_chain(first: int = 0) -> Network:
    """As many layers as there may be: convolutions, each with batch norm and ReLU.

    Their seeds begin with `first`: no two layers are equal.
    """
    layers: list[tuple[str, object]] = [("input", Input(3, 32, 32, Source.NOISE))]
    for number in range((LAYER_LIMIT - 1) // 3):
        seed = first + number
        layers.append((f"conv{number}", Conv2d(8, (3, 3), padding=(1, 1), seed=seed)))
        layers += [(f"norm{number}", BatchNorm(seed)), (f"relu{number}", ReLU())]
    return chain(*layers)


@pytest.fixture(scope="module")
def controllers(qapp: QApplication) -> Iterator[dict[str, Controller]]:
    """A controller without a window for each document: the default one, and a very long one."""
    found = {
        "the default document": Controller("seed-bottleneck", Settings(reduced_motion=True)),
        f"{LAYER_LIMIT} layers": Controller(
            Project(Document("empty", long_chain(), "conv0")), Settings(reduced_motion=True)
        ),
    }
    end = time.monotonic() + 60.0
    while any(each.resolved.stale for each in found.values()) and time.monotonic() < end:
        qapp.processEvents()
    yield found
    for each in found.values():
        each.close()


def milliseconds(act: Callable[[int], object]) -> list[float]:
    """How long each of some turns takes, the first ones left out."""
    found = []
    for turn in range(TURNS + 3):
        start = time.perf_counter()
        act(turn)
        found.append((time.perf_counter() - start) * 1e3)
    return found[3:]


def first_convolution(controller: Controller) -> str:
    network = controller.pane.document.network
    return next(node.id for node in network.nodes if isinstance(node.layer, Conv2d))


def test_a_camera_move_without_drawing(controllers, tell):
    took = {}
    for name, controller in controllers.items():
        before = controller.resolved
        moves = (intents.Orbit(0.5, 0.2), intents.Pan(3.0, 1.0), intents.Zoom(1.01, 300.0, 200.0))
        for move in moves:
            spent = milliseconds(lambda turn, c=controller, m=move: c.dispatch(m))
            took[name, type(move)] = median(spent)
            told = f"{type(move).__name__.lower()} without drawing, {name}"
            tell(told, median(spent), "ms", 1.0)
        assert controller.resolved is before  # nothing was made anew
    small, large = (
        sum(each for (whose, _), each in took.items() if whose == name) for name in controllers
    )
    tell("camera move, very long ÷ default", large / small, "times", 3.0)
    assert large <= 3.0 * small


def test_a_tick_without_drawing(controllers, tell):
    took = []
    for name, controller in controllers.items():
        controller.dispatch(intents.Seek(1.0))
        controller.dispatch(intents.TogglePlay())
        before = controller.resolved
        took.append(median(milliseconds(lambda turn, c=controller: c.dispatch(Advance(1e-4)))))
        tell(f"tick without drawing, {name}", took[-1], "ms", 0.2)
        assert controller.resolved is before and controller.playback.playing
        controller.dispatch(intents.TogglePlay())
    tell("tick, very long ÷ default", took[1] / took[0], "times", 3.0)
    assert took[1] <= 3.0 * took[0]


@pytest.mark.parametrize("which, budget", [(0, 10.0), (1, 16.0)])
def test_a_keystroke_until_its_counts_are_there(controllers, tell, which, budget):
    """In a field of the first layer, so that all that follow are checked and counted."""
    name, controller = list(controllers.items())[which]
    layer, start = first_convolution(controller), controller.pane.document.network

    def typed(turn: int) -> None:
        controller.dispatch(intents.SetField(layer, "filters", 9 + turn % 7, run=1))
        assert controller.resolved.counts.layers[layer].biases == 9 + turn % 7

    spent = milliseconds(typed)
    tell(f"keystroke until its counts are there, {name}", median(spent), "ms", budget)
    tell(f"keystroke until its counts are there, longest of {TURNS}, {name}", max(spent), "ms")
    controller.dispatch(intents.GiveUpTyping(1))
    assert controller.pane.document.network == start


def test_an_edit_counts_what_it_changes(tell):
    """Against counting a network of which nothing is known, in the same run."""
    workspace = opened_workspace(Document("empty", long_chain(), "conv0"), Settings())
    before = resolve(workspace.current, Computed(), workspace.settings)
    known, unknown = [], []
    for turn in range(6):
        fresh = long_chain(1_000 * (turn + 1))
        start = time.perf_counter()
        count(fresh)
        unknown.append(time.perf_counter() - start)
    for turn in range(6):
        start = time.perf_counter()
        workspace = reduce(workspace, intents.SetField("conv300", "filters", 9 + turn))
        before = resolve(workspace.current, Computed(), workspace.settings, before)
        known.append(time.perf_counter() - start)
        assert before.counts == count(workspace.current.document.network)
    share = min(known) / min(unknown)
    told = f"edit of {LAYER_LIMIT} layers until its counts ÷ counting a new network"
    tell(told, share, "times", 1.0)
    assert share <= 1.0
