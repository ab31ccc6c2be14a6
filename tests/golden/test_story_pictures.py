"""The story of real documents at fixed times, drawn by OpenGL, against kept pictures.

CONVVIZ_UPDATE_GOLDEN=1 writes the kept pictures anew; look at them before committing them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from convviz.app.stage.stage_words import measure, say
from convviz.files.photos import load_picture
from convviz.model.layers import Input
from convviz.model.sources import input_values, picture_size
from convviz.model.values import evaluate
from convviz.scene.timeline import Phase
from convviz.state.document import History
from convviz.state.edits import open_document
from convviz.state.frame import Viewport
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

from ..scene.staged import frame, resolve
from .kept import assert_as_kept, shot, shown_stage

KEPT = Path(__file__).parent / "story"
WIDTH, HEIGHT = 640, 320
REST = None
MOMENTS = {
    "rest-dark": ("seed-bottleneck", REST, "dark", ViewOptions()),
    "rest-light": ("seed-bottleneck", REST, "light", ViewOptions()),
    "lift-dark": ("seed-bottleneck", (Phase.LIFT, 0.6), "dark", ViewOptions()),
    "channel-light": ("seed-bottleneck", (Phase.CHANNEL, 0.4), "light", ViewOptions()),
    "channels-dark": ("seed-bottleneck", (Phase.CHANNELS, 0.7), "dark", ViewOptions()),
    "bias-dark": ("seed-bottleneck", (Phase.BIAS, 0.4), "dark", ViewOptions()),
    "land-light": ("seed-bottleneck", (Phase.LAND, 0.5), "light", ViewOptions()),
    "map-dark": ("seed-bottleneck", (Phase.FILTER, 0.6), "dark", ViewOptions()),
    "direct-dark": ("seed-direct", (Phase.CHANNEL, 0.55), "dark", ViewOptions()),
    "direct-light": ("seed-direct", REST, "light", ViewOptions()),
    "cut-dark": ("seed-bottleneck", REST, "dark", ViewOptions(cut_row=14, cut_column=20)),
    "apart-light": ("seed-bottleneck", REST, "light", ViewOptions(apart=1.0)),
    "sepia-dark": ("colour-mixing-sepia", REST, "dark", ViewOptions()),
    "pool-dark": ("small-classifier/pool1", (Phase.MAKE, 0.5), "dark", ViewOptions()),
    "pool-map-light": ("small-classifier/pool1", (Phase.FILTER, 0.5), "light", ViewOptions()),
    "average-light": ("small-classifier/mean", (Phase.TOTAL, 0.55), "light", ViewOptions()),
    "linear-dark": ("small-classifier/linear", REST, "dark", ViewOptions()),
    "softmax-dark": ("small-classifier/softmax", (Phase.DIVIDE, 0.95), "dark", ViewOptions()),
    "concat-light": ("inception-3a", REST, "light", ViewOptions()),
    "concat-join-dark": ("inception-3a", (Phase.JOIN, 0.45), "dark", ViewOptions()),
    "add-dark": ("residual-block", REST, "dark", ViewOptions()),
    "add-total-light": ("residual-block", (Phase.TOTAL, 0.8), "light", ViewOptions()),
    "five-light": ("five-filters", (Phase.MAP, 0.5), "light", ViewOptions()),
}


@pytest.fixture(scope="module")
def stage(qapp):
    yield from shown_stage(qapp, WIDTH, HEIGHT)


@pytest.fixture(scope="module")
def computed():
    """Document and values by name, computed once."""
    found = {}

    def of(name):
        if name not in found:
            document = open_document(name)
            layer = document.network.node("input").layer
            assert isinstance(layer, Input)
            picture = load_picture(layer.photo, *picture_size(layer))
            inputs = {"input": input_values(layer, picture)}
            found[name] = document, evaluate(document.network, inputs)
        return found[name]

    return of


def scene_of(computed, name, moment, theme, view):
    name, _, layer = name.partition("/")
    document, values = computed(name)
    document = replace(document, selected=layer or document.selected)
    chosen = Selection(0, 12, 15)
    resolved = resolve(History(document), values, False, chosen, view, Settings(theme=theme))
    time = 0.0
    if moment is not REST:
        phase, share = moment
        beats = [b for b in resolved.stage.storyboard.beats if b.phase is phase]
        beat = beats[min(3, len(beats) - 1)]
        time = beat.start + beat.duration * share
    viewport = Viewport(WIDTH, HEIGHT, say, measure)
    return frame(resolved, Playback(time), viewport, view=view)


@pytest.mark.parametrize("name", MOMENTS)
def test_moment_is_as_kept(stage, computed, name):
    found = shot(stage, scene_of(computed, *MOMENTS[name]))
    assert_as_kept(found, KEPT / f"{name}.png")
