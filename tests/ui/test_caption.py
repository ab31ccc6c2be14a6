"""The caption: one sentence for every moment, and room for it in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import words
from convviz.model.documents import DOCUMENTS
from convviz.model.documents import document as document_spec
from convviz.model.layers import Conv2d
from convviz.model.network import rename, shapes
from convviz.model.values import evaluate
from convviz.panels.caption.panel import CaptionBar, type_size
from convviz.panels.caption.sentences import moment_key, sentence
from convviz.panels.caption.text_layout import kept_together
from convviz.resources import resource
from convviz.scene.palette import Role
from convviz.scene.timeline import Phase
from convviz.state.document import Document, History
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions
from tests.ui.story_desk import (
    at,
    in_light,
    network,
    pointwise,
    resolved,
    show,
    spatial,
    times,
    with_batch_norm,
    without_convolution,
)

from ..scene.staged import opened, resolve, shown


@pytest.fixture
def korean():
    """Korean, straight from the shipped translation."""
    root = ElementTree.parse(Path(resource("i18n", "convviz_ko.ts"))).getroot()
    table = {
        (context.findtext("name"), message.findtext("source")): message.findtext("translation")
        for context in root.iter("context")
        for message in context.iter("message")
    }
    words.set_translator(lambda context, source: table.get((context, str(source))) or source)
    yield
    words.set_translator(lambda context, source: source)


def said(now, playback):
    return words.plain(sentence(now, playback))


def middle(now, phase):
    beat = now.stage.storyboard.first_of(phase)
    return at((beat.start + beat.end) / 2, True)


def done(now, phase):
    """At rest after a step."""
    return at(now.stage.storyboard.first_of(phase).end)


def test_at_rest_it_says_what_is_seen_and_invites():
    now = pointwise(12, 4)
    text = said(now, at(0.0))
    assert "4 filters" in text
    for shape in ("1×1×12", "6×6×12", "6×6×4", "Space"):
        assert shape in text
    assert said(pointwise(12, 1, filter=0), at(0.0)).startswith("One filter")


def test_every_size_has_its_depth():
    assert "3×3×12" in said(spatial(), at(0.0))
    assert said(spatial(), middle(spatial(), Phase.LIFT)).count("3×3×12") == 2


def test_a_channel_is_told_with_its_numbers():
    now = pointwise()
    figures, board = now.stage.figures_of(now.stage.record), now.stage.storyboard
    for channel in range(8):
        text = said(now, at(board.beats[channel + 1].end))
        assert text.startswith(f"Channel {channel + 1} of 12")
        for number in (
            figures.input(channel),
            figures.weight(channel),
            figures.result(channel),
        ):
            assert words.rounded(number) in text


@pytest.mark.parametrize("now", [pointwise(), spatial(), with_batch_norm()])
def test_no_result_is_told_before_the_stage_has_made_it(now):
    stage, seen = now.stage, set()
    figures = stage.figures_of(stage.record)
    for beat in stage.storyboard.beats:
        for part in (0.02, 0.2, 0.4, 0.6, 0.8, 0.98):
            playback = at(beat.start + part * (beat.end - beat.start), True)
            so_far, text = stage.progress(playback), said(now, playback)
            if beat.phase is Phase.CHANNEL:
                told = words.rounded(figures.result(beat.first)) in text
                assert told is so_far.made
                seen.add(told)
            if beat.phase is Phase.BIAS and not so_far.biased:
                assert " becomes " not in text
            if beat.phase is Phase.ACTIVATION and not so_far.activated:
                assert not any(figure.isdecimal() and figure != "0" for figure in text)
    assert seen == {True, False}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_total_is_told_before_the_last_cell_has_come_to_it(document):
    """Of means, softmax and add: the total follows a colon."""
    found = opened(document)
    for node in found.document.network.nodes:
        now = shown(replace(found.document, selected=node.id))
        board = now.stage.storyboard
        beat = board.first_of(Phase.TOTAL)
        if now.stage.node != node.id or beat is None:
            continue
        told = []
        for part in (*np.linspace(0.02, 0.98, 25), 0.9999):
            playback = at(beat.start + part * beat.duration, True)
            whole = now.stage.progress(playback).summed == board.cells
            told.append(": " in said(now, playback))
            assert told[-1] is whole, (node.id, part)
        assert set(told) == {True, False}


def test_relu_has_two_outcomes():
    seen = set()
    for column in range(6):
        now = pointwise(column=column)
        text = said(now, done(now, Phase.ACTIVATION))
        passes = now.stage.record.before >= 0
        assert ("stays" in text) is passes
        assert ("becomes 0" in text) is not passes
        seen.add(passes)
    assert seen == {True, False}


def test_batch_norm_is_told():
    now = with_batch_norm()
    text = said(now, done(now, Phase.ACTIVATION))
    norm, relu = now.stage.record.steps
    _, _, gamma, mean, deviation, beta = norm.numbers
    assert gamma * (norm.before - mean) / deviation + beta == pytest.approx(norm.after, abs=1e-6)
    assert text.startswith("Batch norm: γ·(x − μ) ÷ σ + β = ")
    for number in (gamma, mean, deviation, beta, norm.before, norm.after):
        assert words.value(number) in text
    assert text.endswith("ReLU makes it 0." if relu.before < 0 else f"{words.value(relu.before)}.")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_begins_with_what_to_look_at(name):
    net = DOCUMENTS[name]()
    opened = document_spec(name).selected
    history = History(Document(name, net, opened))
    inputs = {"input": np.zeros(tuple(shapes(net)["input"]), np.float32)}

    def rest(document):
        values = evaluate(document.network, inputs)
        made = resolve(History(document), values, False, Selection(), ViewOptions(), Settings())
        return said(made, at(0.0))

    assert "Space" not in rest(history.present)
    edited = replace(history.present, network=rename(net, opened, "other"))
    assert rest(edited) != rest(history.present)
    assert len(net.node(opened).inputs) > 1 or "Press Space" in rest(edited)


def test_grey_is_told_with_the_filters_own_weights():
    net = DOCUMENTS["colour-mixing"]()
    values = evaluate(net, {"input": np.zeros((3, 64, 64), np.float32)})
    history = History(Document("colour-mixing", net, "conv1"))
    made = resolve(history, values, False, Selection(), ViewOptions(), Settings())
    assert "0.299 R + 0.587 G + 0.114 B" in said(made, at(0.0))


def test_a_1x1_filter_on_padding_reads_zeros():
    padded = network(Conv2d(4, (1, 1), padding=(1, 1)))
    now = resolved(padded, row=0, column=0)
    assert "lies in the padding" in said(now, middle(now, Phase.LIFT))


def test_the_end_says_what_came_about():
    now = pointwise()
    text = said(now, at(now.stage.storyboard.duration))
    assert "6×6×4" in text
    assert "4 filters" in text


def test_at_rest_after_a_step_the_step_is_told():
    now = pointwise()
    for beat in now.stage.storyboard.beats[:-1]:
        running = said(now, at(beat.end - 1e-6, True))  # its result is told once it is there
        assert said(now, at(beat.end)) == running


def test_an_input_position_says_which_outputs_read_it():
    now = spatial(reader=(2, 3))
    text = said(now, at(0.0))
    assert "(3, 4)" in text  # counted from 1
    assert "9 output positions" in text
    assert "rows 2–4, columns 3–5" in text
    stride = resolved(network(Conv2d(4, (1, 1), stride=(2, 2))), row=0, column=0, reader=(1, 1))
    assert "no output" in said(stride, at(0.0))


def test_the_words_of_a_dimension_have_its_colour():
    now = pointwise()
    runs = sentence(now, at(0.0))
    assert any(run.role is Role.COUT and "4 filters" in run.text for run in runs)
    assert any(run.role is Role.CIN and run.text == "12" for run in runs)


@pytest.mark.parametrize("valued", [True, False])
@pytest.mark.parametrize("make", [pointwise, spatial])
def test_there_is_a_sentence_for_every_moment(make, valued):
    now = make(valued=valued)
    for time in times(now):
        for playing in (True, False):
            text = said(now, at(time, playing))
            assert text.endswith(".")
            assert "{" not in text
    assert said(without_convolution(), at(0.0))


def test_equal_keys_give_equal_sentences():
    now = spatial(30)
    told = {}
    for time in times(now, 300):
        key = moment_key(now, at(time))
        assert told.setdefault(key, said(now, at(time))) == said(now, at(time))


@pytest.mark.parametrize("width", [680, 960, 1280, 1920])
def test_two_lines_hold_every_sentence(qtbot, width):
    _fits(qtbot, width)


@pytest.mark.parametrize("width", [680, 960, 1280, 1920])
def test_two_lines_hold_every_sentence_in_korean(qtbot, korean, width):
    _fits(qtbot, width)


def _fits(qtbot, width):
    bar = CaptionBar()
    now = resolved(
        network(Conv2d(192, (11, 11), padding=(5, 5)), 1024, 3), filter=100, row=1, column=1
    )
    show(qtbot, bar, now, width)
    height = bar.height()
    for time in times(now, 40):
        bar.tick(at(time), now)
        assert bar.lines() <= 2
        assert bar.height() == height
    assert bar._set().height <= height


def test_type_grows_with_the_window(qtbot):
    assert type_size(1280) >= 18
    assert type_size(680) < type_size(1280) < type_size(1920)


def test_the_bar_follows_and_holds(qtbot):
    bar = CaptionBar()
    now = pointwise()
    show(qtbot, bar, now, 900)
    rest = bar.text()
    bar.tick(Playback(3.0, True), now)
    running = bar.text()
    assert running != rest
    edited = pointwise(filters=6, valued=False, stale=True)
    bar.apply(now, edited)
    assert bar.text() == running  # the numbers are on their way
    light = in_light(pointwise(filters=6))
    bar.apply(edited, light)
    bar.tick(Playback(0.0), light)
    assert "6 filters" in bar.text()
    assert bar.accessibleName() == bar.text()


@given(st.text(alphabet="가나다힣 ab1(),.", max_size=40))
def test_binding_changes_no_letter(text):
    bound = kept_together(text)
    assert bound.replace("\N{WORD JOINER}", "") == text
    assert "\N{WORD JOINER} " not in bound
    assert " \N{WORD JOINER}" not in bound
