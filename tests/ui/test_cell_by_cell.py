"""Alt with the arrows: cell by cell, as the window, the neighbours or the channels are told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from convviz import words
from convviz.model.layers import (
    AveragePool,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    MaxPool,
    ReLU,
    ResponseNorm,
    Softmax,
)
from convviz.panels.caption.sentences import sentence
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.fullscreen.figures import figures, figures_key, full_screen_sentence
from convviz.panels.transport.step_names import name, present_name
from convviz.scene.animation import animation_at
from convviz.scene.operation import compared, total_done
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state import intents
from convviz.state.frame import frame
from convviz.state.playing import step
from convviz.state.view import Playback, Selection
from tests.scene.staged import (
    network_of,
    of_network,
    opened,
    record_of,
    shown,
    speaking,
    viewport,
)

from .story_desk import at, show

KINDS = {
    "max": (MaxPool((3, 3), (2, 2), (1, 1)), "Window cell {} of {}", 9),
    "mean": (AveragePool((2, 2), (2, 2)), "Window cell {} of {}", 4),
    "lrn": (ResponseNorm(), "Neighbour {} of {}", 5),
    "softmax": (Softmax(), "Channel {} of {}", 6),
}


def now_of(layer, *after, shape=(6, 8, 9), cell=(3, 2, 2)):
    return shown(of_network(network_of(layer, shape, *after)), Selection(*cell))


def stops_of(now, unit="channel", most=60):
    """Every moment that steps forward come to."""
    found, playback = [], Playback()
    for _ in range(most):
        playback = step(playback, now.stage.storyboard, unit, 1)
        if found and playback.time == found[-1].time:
            return found
        found.append(playback)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_it_stops_at_every_cell_and_comes_back_the_same_way(kind):
    layer, said, count = KINDS[kind]
    now = now_of(layer)
    there = stops_of(now)
    board, operation = now.stage.storyboard, now.stage.model.operation
    counted = []
    for playback in there:
        told = animation_at(board, playback.time, playback.playing)
        if told.beat is not board.counting:
            continue
        done = (
            compared(operation, told)[0]
            if told.beat.phase is Phase.MAKE
            else total_done(operation, told)
        )
        counted.append(done)
        if told.progress < 1.0:
            assert present_name(now.stage, playback) == said.format(done, count)
    assert sorted(set(counted)) == list(range(1, count + 1))
    back, playback = [], there[-1]
    while playback.time > 0.0:
        back.append(playback.time)
        playback = step(playback, board, "channel", -1)
    assert back[::-1] == [each.time for each in there]


def test_padding_is_no_cell_of_the_window():
    now = now_of(KINDS["max"][0], cell=(0, 0, 0))
    first = stops_of(now)[1]
    assert present_name(now.stage, first) == "Window cell 1 of 4"
    assert "greatest of 1 so far" in words.plain(figures(now, first))


def test_at_a_stop_no_cell_is_on_its_way_but_while_it_plays_some_are():
    now = now_of(KINDS["mean"][0])
    board = now.stage.storyboard
    for playback in stops_of(now)[1:4]:
        flying = [
            record_of(
                boxes_of(now.stage.model, animation_at(board, playback.time, playing), Cuts()), id
            )
            for playing in (False, True)
            for id in ["work-flying"]
        ]
        assert flying[0] is None
        assert flying[1] is not None


@pytest.mark.parametrize("layer", [Dropout(), ReLU()])
def test_what_has_no_parts_stops_at_its_steps(layer):
    now = now_of(layer)
    ends = [b.end for b in now.stage.storyboard.beats if b.end < now.stage.storyboard.cell_end]
    assert [playback.time for playback in stops_of(now)] == ends


def test_flatten_goes_on_by_a_channel_of_its_input_and_by_a_cell():
    now = now_of(Flatten(), shape=(3, 2, 4), cell=(0, 0, 0))
    board = now.stage.storyboard
    filters = [animation_at(board, p.time, False).filter for p in stops_of(now, "filter")]
    assert filters == [7, 15, 23]
    cells = [animation_at(board, p.time, False).filter for p in stops_of(now, "position")]
    assert cells == list(range(24))


def test_the_plot_agrees_with_the_stage_at_every_stop(qtbot):
    for layer, _, count in KINDS.values():
        now = now_of(layer)
        panel = PlotPanel()
        show(qtbot, panel, now, 480, 240)
        board, operation = now.stage.storyboard, now.stage.model.operation
        for playback in stops_of(now):
            told = animation_at(board, playback.time, False)
            if told.beat is not board.counting or told.progress >= 1.0:
                continue
            panel.tick(playback, now)
            if told.beat.phase is Phase.MAKE:
                seen, best = compared(operation, told)
                value = float(operation.taken[best])
            else:
                seen = total_done(operation, told)
                value = float(operation.results[operation.told[seen - 1]])
            assert 0 < seen <= count
            places = now.stage.decimals
            decimals = places.inputs if told.beat.phase is Phase.MAKE else places.factors
            assert panel.readout.text().split()[-1] == words.fixed(value, decimals)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_hall_has_an_arithmetic_of_every_step(kind, language):
    now = now_of(KINDS[kind][0], ReLU())
    told = {}
    with speaking(language):
        for beat in now.stage.storyboard.beats[:7]:
            for share in (0.02, 0.2, 0.36, 0.5, 0.7, 0.95, 1.0):
                for playing in (True, False):
                    playback = at(beat.start + share * beat.duration, playing)
                    line = figures(now, playback)
                    assert told.setdefault(figures_key(now, playback), line) == line
                    assert "{" not in words.plain(line)
                    assert words.plain(full_screen_sentence(now, playback))
            end = at(beat.end)
            assert bool(figures(now, end)) == (
                beat.phase not in (Phase.LIFT, Phase.MAP, Phase.FILTER)
            )


def test_the_halls_figures_are_those_of_the_record():
    now = now_of(Softmax())
    record, board = now.stage.record, now.stage.storyboard
    places = now.stage.decimals
    own, total, share = (
        words.fixed(number, decimals)
        for number, decimals in (
            (float(record.exponentials[record.channel]), places.factors),
            (record.total, places.factors),
            (record.before, places.results),
        )
    )
    line = words.plain(figures(now, at(board.first_of(Phase.DIVIDE).end)))
    assert line == f"{own} ÷ {total} ≈ {share}"
    line = words.plain(figures(now, at(board.first_of(Phase.TOTAL).end)))
    assert line == f"sum of 6 exponentials ≈ {total}"
    now = now_of(MaxPool((2, 2), (2, 2)))
    cells = ", ".join(words.value(float(cell)) for cell in now.stage.record.cells)
    line = words.plain(figures(now, at(now.stage.storyboard.first_of(Phase.MAKE).end)))
    assert line == f"max({cells}) = {words.value(now.stage.record.before)}"


def test_a_group_counts_its_channels_and_those_of_the_input(qtbot):
    now = now_of(Conv2d(4, (1, 1), groups=2), shape=(8, 4, 4))
    beat = [b for b in now.stage.storyboard.beats if b.phase is Phase.CHANNEL][2]
    playback = at(beat.start + 0.5 * beat.duration, True)
    assert name(beat, now.stage) == "Channel 3 of 4 (7 of 8)"
    assert "Channel 3 of 4 (7 of 8)" in words.plain(sentence(now, playback))
    assert "Channel 3 of 4 (7 of 8)" in words.plain(full_screen_sentence(now, playback))
    panel = PlotPanel()
    show(qtbot, panel, now, 480, 240)
    panel.tick(at(beat.end), now)
    assert panel.readout.text().startswith("channel 3 of 4 (7 of 8)")
    assert panel.hint_of(0).startswith("channel 1 of 4 (5 of 8)")


def test_many_channels_are_named_one_by_one_at_rest():
    now = now_of(Conv2d(4, (1, 1)), shape=(40, 4, 4))
    assert present_name(now.stage, stops_of(now)[20]) == "Channel 20 of 40"


def test_a_linear_layer_speaks_of_inputs():
    now = now_of(Linear(4), shape=(16, 1, 1), cell=(2, 0, 0))
    stops = stops_of(now)
    assert present_name(now.stage, stops[3]) == "Input 3 of 16"
    assert present_name(now.stage, stops[12]) == "Input 12 of 16"
    assert words.plain(figures(now, stops[12])).startswith("sum of 12 products")
    assert name(now.stage.storyboard.beats[-1], now.stage) == "Output 4 of 4"


@pytest.mark.parametrize("before", [(), (ReLU(),)])
def test_dropout_after_a_convolution_is_told_as_doing_nothing(before):
    network = network_of(Conv2d(4, (1, 1)), (3, 5, 5), *before, Dropout(0.4))
    last = network.nodes[-1].id
    first = shown(of_network(network)).stage
    assert last not in first.nodes  # it has a stage of its own
    now = shown(of_network(network, last), Selection(1, 2, 2))
    stage = now.stage
    assert stage.kind == "dropout" and (stage.inputs == stage.outputs).all()
    playback = at(stage.storyboard.first_of(Phase.MAKE).end)
    value = words.value(stage.record.before)
    assert f"does nothing: {value} passes unchanged" in words.plain(sentence(now, playback))
    assert words.plain(figures(now, playback)) == f"{value} → {value}"
    assert "40.0 %" in words.plain(sentence(now, at(0.0)))


def painted_texts(monkeypatch, widget):
    """What a widget paints, as it is put on the picture."""
    seen = []
    draw = QPainter.drawText
    with monkeypatch.context() as watched:

        def note(painter, *arguments):
            seen.append(arguments[-1])
            return draw(painter, *arguments)

        watched.setattr(QPainter, "drawText", note)
        widget.grab()
    return seen


def test_a_linear_layer_sums_inputs_not_channels(hands, monkeypatch):
    hands.do(intents.OpenDocument("small-classifier"), intents.SelectLayer("linear"))
    hands.wait_until_idle()
    window = hands.window
    window.docks.show("cell")
    assert "inputs" in window.plot.readout.text()
    hands.do(intents.SelectCell(2, 0, 0), intents.Seek(6.0))
    hands.wait_until_idle()
    told = window.plot.readout.text()
    assert told.startswith("input ") and "channel" not in told
    assert window.plot.hint_of(4).startswith("input 5 of ")
    heads = painted_texts(monkeypatch, window.arithmetic.sheet)
    assert {"input", "value"} <= set(heads) and "channel" not in heads
    lines = window.arithmetic.results.texts()
    assert any(line.startswith("sum of") and "input" in line for line in lines)
    ticks = [text for level in window.plot.plot.getAxis("bottom")._tickLevels for _, text in level]
    assert ticks[0] == "input 1"
    assert window.plot.plot.accessibleName().endswith("each input")
    hands.do(intents.OpenDocument("five-filters"))
    hands.wait_until_idle()
    assert window.plot.plot.accessibleName().endswith("each channel")


@pytest.mark.parametrize("share", [0.3, 0.35, 0.5, 0.77, 0.95])
@pytest.mark.parametrize("document", ["seed-direct", "seed-bottleneck"])
def test_stopped_within_the_sweep_stage_and_transport_name_one_channel(document, share):
    now = opened(document)
    sweep = now.stage.storyboard.first_of(Phase.CHANNELS)
    playback = Playback(sweep.start + sweep.duration * share)
    labels = {label.id: label for label in frame(now, playback, viewport(1280.0, 500.0)).labels}
    told = "".join(span.text for span in labels["product"].spans)
    assert told.startswith(present_name(now.stage, playback).split(" of ")[0].lower() + ":")
