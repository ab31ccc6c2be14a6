"""A kind is three files: one that nobody knows is added to a copy of the package, and works."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MODEL = '''
from __future__ import annotations
from dataclasses import dataclass
from convviz.model.kind import Kind, Layer
from convviz.model.layers.elementwise import counts_of, formulas_of

@dataclass(frozen=True)
class Halve(Layer):
    """x ÷ 2 of every cell."""

KIND = Kind(
    name="halve", layer=Halve, fields=(), offers=lambda read: (Halve(),), elementwise=True,
    counts=lambda layer, inputs, output: counts_of({"divisions": 1}, output),
    formulas=lambda layer, inputs, output: formulas_of({"divisions": 1}, output),
    values=lambda layer, weights, arrays: arrays[0] / arrays[0].dtype.type(2),
    cell_text=lambda text, numbers: f"({text})/2.0",
)
'''
SHOWN = """
from __future__ import annotations
from convviz.kinds.code import Code
from convviz.kinds.presentation import Elementwise, Presentation
from convviz.kinds.telling import Explanation, Family, OperationKind, Sentence
from convviz.model.layers.halve import KIND

PRESENTATION = Presentation(
    KIND,
    telling=Explanation(Family.EACH, OperationKind.PASSED, curve=lambda _, x: x / 2),
    code=Code(torch=lambda call: f"{call.read} / 2", keras=lambda call: f"{call.read} / 2"),
    after=Elementwise("halve", label="sum-halve", says=Sentence("playback.say.halve")),
)
"""
TEXTS = """
from __future__ import annotations
TEXTS = {
    "kind.halve": "Halve", "kind.halve.about": "Half of it.", "editor.offer.halve": "Halve",
    "playback.say.rest.halve": "Halves.", "playback.label.halve": "half",
    "playback.step.halve": "Halve", "playback.sum.name.halve": "half", "fullscreen.halve": "half",
    "playback.say.halve": "{before} ÷ 2 = {after}", "playback.say.halve.bare": "It is halved.",
    "playback.plot.function.halve": "y = x ÷ 2", "stage.sum-halve": "{before} ÷ 2 = {after}",
}
"""
FILES = {
    "model/layers/halve.py": MODEL,
    "kinds/halve.py": SHOWN,
    "words/layers/halve.py": TEXTS,
}
USE = """
import sys
import numpy as np
from convviz import words
from convviz.files.code import WRITERS
from convviz.files.code_numbers import values_of
from convviz.files.code_plan import plan
from convviz.files.fields import Field
from convviz.files.network_json import network_json, network_of
from convviz.model.counts import count
from convviz.model.documents import chain
from convviz.model.kinds import KINDS
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.layers.halve import Halve
from convviz.model.record import arithmetic_text, output_record
from convviz.model.shape import Shape
from convviz.state.document import Document, History
from convviz.state.resolve import resolve
from convviz.state.resolved import Computed
from convviz.state.settings import Settings
from convviz.state.view import Playback
from convviz.state.workspace import Pane

network = chain(
    ("input", Input(2, 4, 4, source=Source.NOISE)), ("conv1", Conv2d(3, 1)), ("half", Halve())
)
assert KINDS["halve"].offers(Shape(1, 2, 2)) == (Halve(),)
assert count(network).layers["half"].divisions == 48
assert network_of(Field(network_json(network), "", "a"))[0] == network
document = Document("empty", network, sys.argv[1])
values = values_of(document)
record = output_record(network, values, "half", 1, 2, 3)
assert abs(eval(arithmetic_text(record)) - record.after) < 1e-6
for write in WRITERS.values():
    assert "/ 2" in write(plan(network, "a", values))
now = resolve(Pane("a", History(document)), Computed(values), Settings())
assert now.stage.node == sys.argv[1] and now.stage.model.step_label == "sum-halve"
from convviz.panels.caption.sentences import sentence
beats = now.stage.storyboard.beats
ends = [Playback(beat.start + 0.9995 * beat.duration) for beat in beats]
told = [words.plain(sentence(now, end)) for end in ends]
assert any("÷ 2 =" in text for text in told) and all(told)
from convviz.scene.story import Cuts, boxes_of
assert boxes_of(now.stage.model, now.stage.animation_at(Playback(1.0)), Cuts())
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the package with the three files."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "convviz", folder / "convviz", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "resources" / "icons", folder / "resources" / "icons")
    for path, text in FILES.items():
        (folder / "convviz" / path).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, layer: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{USE}"
    return subprocess.run(
        [sys.executable, "-c", code, layer], cwd=folder, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("layer", ["conv1", "half"])
def test_a_kind_is_three_files(copy, layer):
    done = run(copy, layer)
    assert done.returncode == 0, done.stderr


def test_each_of_the_three_is_needed(copy):
    for path, text in FILES.items():
        file = copy / "convviz" / path
        file.unlink()
        assert run(copy, "conv1").returncode != 0, path
        file.write_text(text, encoding="utf-8")
