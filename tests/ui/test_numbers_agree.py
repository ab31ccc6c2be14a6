"""Stage, caption, plot, table, full screen and transport quote one number at one time."""

from __future__ import annotations

import os
import random
import re
from collections import defaultdict

import pytest

from convviz import words
from convviz.app.stage.stage_words import measure, say
from convviz.model.layers import Conv2d, ReLU
from convviz.panels.caption.panel import CaptionBar
from convviz.panels.cell import number_columns as arithmetic_figures
from convviz.panels.cell.arithmetic_panel import ArithmeticPanel
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.cell.term_table import _SIDE
from convviz.panels.fullscreen.caption import FullScreenCaption
from convviz.panels.transport.step_names import present_name
from convviz.state.document import History
from convviz.state.edits import open_document
from convviz.state.explained_cell import explained_cell
from convviz.state.frame import Viewport
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

from ..scene.staged import frame, resolve, valued
from .story_desk import network, resolved

NUMBER = r"(?:−?[\d,]*\.?\d+(?:e−?\d+)?)"
# What each view's English words say of which quantity.
PATTERNS = (
    (
        "summed+sum",
        rf"sum of ([\d,]+)(?: channels?| inputs?| products?| powers| squares)?:? ?≈? ?({NUMBER})",
    ),
    ("result", rf"[Cc]hannel ([\d,]+)[^×]*?: {NUMBER} × {NUMBER} ≈ ({NUMBER})"),
    ("result", rf"[Cc]hannel ([\d,]+) of [\d,]+: input {NUMBER} × weight {NUMBER} ≈ ({NUMBER})"),
    ("result", rf"[Cc]hannel ([\d,]+): [\d,]+ products, summed ≈ ({NUMBER})"),
    (
        "result",
        rf"[Cc]hannel ([\d,]+) of [\d,]+: [\d,]+ products of input × weight come to ({NUMBER})",
    ),
    ("result", rf"^channel ([\d,]+)  ({NUMBER})"),
    ("result", rf"^row ([\d,]+) .*?({NUMBER})$"),
    ("input", rf"[Cc]hannel ([\d,]+)[^×]*?: (?:input )?({NUMBER}) × "),
    ("input", rf"^row ([\d,]+) ({NUMBER}) {NUMBER} {NUMBER}$"),
    ("weight", rf"[Cc]hannel ([\d,]+)[^×]*?: (?:input )?{NUMBER} × (?:weight )?({NUMBER})"),
    ("weight", rf"^row ([\d,]+) {NUMBER} ({NUMBER}) {NUMBER}$"),
    ("in hand", r"^(channels? [\d,]+(?:–[\d,]+)?)"),
    ("bias", rf"bias ({NUMBER})"),
    ("before", rf"ReLU\(({NUMBER})\)"),
    ("before", rf"before ReLU ({NUMBER})$"),
    ("before", rf"^{NUMBER} \+ bias {NUMBER} ≈ ({NUMBER})"),
    ("after", rf"after ReLU ({NUMBER})$"),
    ("after", rf"^output ({NUMBER})$"),
    ("before", rf"^x = ({NUMBER}) → y"),
    ("before", rf"^value ({NUMBER})$"),
    ("after", rf"→ y = ({NUMBER})$"),
    ("after", rf"ReLU\({NUMBER}\) = ({NUMBER})$"),
    ("after", rf"^({NUMBER}) lands in"),
    ("greatest", rf"greatest (?:of [\d,]+ )?so far ({NUMBER})"),
    ("greatest", rf"^cell [\d,]+  {NUMBER}  greatest  ({NUMBER})"),
    ("maximum", rf"max = ({NUMBER})|max\(.*\) = ({NUMBER})|greatest of \d+ =? ?({NUMBER})$"),
    ("mean", rf"÷ \d+ ≈ ({NUMBER})"),
    ("mean", rf"^mean ({NUMBER})"),
)


def quantities(texts):
    """Every quantity that texts tell: {(name, of what): {text: views}}."""
    found = defaultdict(lambda: defaultdict(set))
    for view, text in texts:
        for name, pattern in PATTERNS:
            for match in re.finditer(pattern, text):
                groups = [group for group in match.groups() if group is not None]
                if name == "summed+sum":
                    found["summed", ""][groups[0]].add(view)
                    found["sum", ""][groups[1]].add(view)
                    continue
                of = groups[0] if len(groups) > 1 else ""
                found[name, of][groups[-1]].add(view)
    return found


class Desk:
    """Every view that quotes numbers, and what it really says at a moment."""

    def __init__(self, qtbot, monkeypatch):
        self.caption, self.full_screen = CaptionBar(), FullScreenCaption()
        self.plot, self.table = PlotPanel(), ArithmeticPanel()
        self.drawn = []
        for view in (self.caption, self.full_screen, self.plot, self.table):
            qtbot.addWidget(view)
            view.resize(340, 420)
        begin = arithmetic_figures.Figures.begin

        def noted(figures, text, left, baseline, *more, **named):
            self.drawn.append((baseline, left, text))
            return begin(figures, text, left, baseline, *more, **named)

        monkeypatch.setattr(arithmetic_figures.Figures, "begin", noted)

    def open(self, now):
        self.caption.apply(None, now)
        self.full_screen.apply(now, Playback())
        self.plot.apply(None, now)
        self.table.apply(None, now)

    def texts(self, now, playback):
        for view in (self.caption, self.full_screen, self.plot, self.table):
            view.tick(playback, now)
        viewport = Viewport(1600.0, 900.0, say, measure)
        for label in frame(now, playback, viewport).labels:
            yield "stage", words.plain(label.spans)
        yield "caption", self.caption.text()
        # Sentence and figures are two lines.
        yield "full screen", words.plain(self.full_screen._sentence)
        yield "full screen", words.plain(self.full_screen._figures)
        yield "plot", self.plot.readout.text()
        if self.plot.function._record is not None and now.stage.elementwise:
            yield "plot", self.plot.function.accessibleName()
        self.drawn.clear()
        self.table.sheet.repaint() if self.table.isVisible() else self.table.sheet.grab()
        rows = defaultdict(list)
        for baseline, left, text in self.drawn:
            rows[baseline].append((left, text))
        for row in rows.values():
            line = " ".join(text for _, text in sorted(row))
            if min(left for left, _ in row) == _SIDE:  # else it is of the grid
                yield "table", f"row {line}"
        for line in (*self.table.results.texts(), *self.table.lines.texts()):
            yield "table", line
        if not any(abs(beat.end - playback.time) < 1e-4 for beat in now.stage.storyboard.beats):
            # At the end of a step it names the step, else what is in hand.
            name = present_name(now.stage, playback)
            yield "transport", name.replace("Ch", "ch").replace(" of ", " | ")


def moments(stage, chance, count):
    """Random times, ends of steps, and times close to them, played and at rest."""
    board = stage.storyboard
    times = [chance.uniform(0.0, board.cell_end) for _ in range(count)]
    times += [chance.uniform(board.cell_end, board.duration) for _ in range(count // 4)]
    ends = [beat.end for beat in board.beats[:14]]
    times += chance.sample(ends, min(len(ends), count // 4))
    times += [end - chance.uniform(0.0, 0.2) for end in chance.sample(ends, min(len(ends), 3))]
    return [(time, chance.random() < 0.6) for time in times if time > 0.0]


def documents_stages():
    """Every stage of every document that ships."""
    for id in (
        "seed-bottleneck",
        "seed-direct",
        "five-filters",
        "colour-mixing",
        "colour-mixing-sepia",
        "small-classifier",
        "googlenet-stem",
        "inception-3a",
        "residual-block",
    ):
        document = open_document(id)
        for node in document.network.nodes:
            if node.inputs:
                yield id, node.id


def opened(id, node):
    document = open_document(id)
    from dataclasses import replace

    document = replace(document, selected=node)
    history = History(document)
    values = valued(document.network)
    now = resolve(history, values, False, Selection(), ViewOptions(), Settings())
    chosen = explained_cell(now.stage)
    return resolve(history, values, False, chosen, ViewOptions(), Settings(), before=now)


def check(desk, now, chance, count):
    desk.open(now)
    told = 0
    for time, playing in moments(now.stage, chance, count):
        texts = list(desk.texts(now, Playback(time, playing)))
        for quantity, values in quantities(texts).items():
            told += len(set().union(*values.values())) > 1
            assert len(values) == 1, (now.stage.name, time, playing, quantity, dict(values))
    return told


STAGES = list(documents_stages())
SOAK = bool(os.environ.get("CONVVIZ_SOAK"))


@pytest.mark.parametrize(("id", "node"), STAGES, ids=[f"{a}-{b}" for a, b in STAGES])
def test_every_number_is_told_alike_at_any_moment(qtbot, monkeypatch, id, node):
    desk = Desk(qtbot, monkeypatch)
    now = opened(id, node)
    told = check(desk, now, random.Random(f"{id}{node}"), 200 if SOAK else 24)
    if now.stage.sum is not None:
        assert told > 10  # quantities that several views tell at once


@pytest.mark.parametrize("seed", range(40 if SOAK else 6))
def test_of_random_layers_too(qtbot, monkeypatch, seed):
    chance = random.Random(seed)
    k, cin = chance.choice((1, 1, 3, 5)), chance.choice((1, 3, 8, 9, 40, 192))
    conv = Conv2d(
        chance.choice((1, 4)), (k, k), padding=(k // 2, k // 2), bias=chance.random() < 0.7
    )
    after = chance.choice(((), (ReLU(),)))
    now = resolved(network(conv, cin, 6, after), filter=0, row=2, column=3)
    desk = Desk(qtbot, monkeypatch)
    assert check(desk, now, chance, 60 if SOAK else 30) > 10
