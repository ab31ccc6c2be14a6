"""The legend: ranges of colour, clipping, dimensions, notes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from convviz import words
from convviz.app.stage.stage_words import say
from convviz.model.layers import AveragePool, Conv2d, Dropout, MaxPool, ReLU
from convviz.panels.caption.sentences import sentence
from convviz.panels.cell.plot_panel import PlotPanel
from convviz.panels.fullscreen.figures import figures
from convviz.panels.legend.item_layout import TYPE
from convviz.panels.legend.items import Hollow, Range, entries, ranges
from convviz.panels.legend.panel import LegendBar
from convviz.panels.painting.lettering import text_width
from convviz.panels.painting.value_runs import outcome
from convviz.scene.animation import animation_at
from convviz.scene.camera import Camera
from convviz.scene.captions import wanted_labels
from convviz.scene.palette import Role, hex_of
from convviz.scene.primitives import Colours
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from tests.ui.story_desk import (
    at,
    in_light,
    network,
    pointwise,
    resolved,
    show,
    times,
    without_convolution,
)


def opened(qtbot, now, width=1280):
    bar = LegendBar()
    show(qtbot, bar, now, width)
    QApplication.processEvents()
    return bar


def test_the_ranges_are_those_of_the_picture():
    stage = pointwise().stage
    shown = {r.key: r for r in ranges(stage)}
    assert list(shown) == ["input", "weights", "output"]
    weights = shown["weights"]
    assert (weights.low, weights.high) == (
        words.value(-stage.weight_high),
        words.value(stage.weight_high),
    )
    assert weights.both_ways
    assert shown["output"].low == "0"
    assert shown["output"].high == words.value(stage.output_high)


def test_clipping_is_marked_where_values_lie_beyond():
    stage = pointwise().stage
    for item, values in zip(
        ranges(stage), (stage.inputs, stage.weights, stage.outputs), strict=True
    ):
        high = {
            "input": stage.input_high,
            "weights": stage.weight_high,
            "output": stage.output_high,
        }[item.key]
        assert item.clipped is bool(np.abs(values).max() > high * 1.0001)


def test_an_output_with_both_signs_is_centred_at_zero():
    stage = resolved(network(Conv2d(4, (1, 1)), after=())).stage
    assert ranges(stage)[-1].both_ways


def test_results_are_coloured_as_the_legend_says():
    """0.353 and 0.532 had one colour on the products' scale."""
    for kernel in ((1, 1), (3, 3)):
        now = resolved(network(Conv2d(4, kernel, padding=(kernel[0] // 2,) * 2)))
        stage, cell = now.stage, now.stage.model.cell
        shown = {item.key: item for item in ranges(stage, ("products", "results"))}
        drawn = {}
        for time in times(now):
            for record in boxes_of(stage.model, animation_at(stage.storyboard, time), Cuts()):
                if record.id.startswith(("bench-result", "bench-sum", "bench-addend", "card-")):
                    drawn.setdefault(record.id, set()).add((record.colours, record.high))
        results = (Colours.RESULTS, cell.running_high)
        assert drawn["bench-results"] == drawn["card-result"] == {results}
        assert results in drawn["bench-sum"]
        assert shown["results"].maps == ("results",) != shown["products"].maps
        assert shown["results"].high == words.value(cell.running_high)
        assert not shown["results"].clipped
        assert cell.running_high >= max(np.abs(cell.sums).max(), np.abs(cell.running).max())


def test_input_and_output_of_one_quantity_have_one_range():
    """Max pooling: the input went to 1.484 and the output to 1.544."""
    pools = (MaxPool((2, 2), stride=(2, 2)), AveragePool((2, 2), stride=(2, 2)), Dropout())
    for pool in pools:
        net = network(Conv2d(4, (1, 1)), after=(ReLU(), pool))
        stage = resolved(net, selected="after1").stage
        assert float(np.abs(stage.outputs).max()) > 0.0
        assert stage.model.output_high == stage.model.input_high
        (only,) = entries(stage, ("input", "output"))
        assert (only.key, only.high) == ("values", words.value(stage.input_high))


def test_a_scale_with_signs_marks_zero(qtbot):
    bar = opened(qtbot, pointwise(), 1280)
    box, item = next((b, i) for b, i in bar._layout.places if isinstance(i, Range) and i.both_ways)
    picture = bar.grab().toImage()
    ground = QColor(hex_of("dark", Role.PANEL))
    left = box.left() + text_width(item.name, TYPE)  # figures do not reach below their line
    seen = [
        picture.pixelColor(x, round(box.top()) + 19) for x in range(int(left), int(box.right()))
    ]
    assert sum(found != ground for found in seen) in (1, 2)


def test_without_values_there_are_no_ranges():
    assert ranges(pointwise(valued=False).stage) == ()


@pytest.mark.parametrize("width", [340, 680, 712, 940, 1280, 1900])
@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 1.0])
def test_nothing_overlaps_and_nothing_leaves_the_bar(qtbot, width, share):
    now = pointwise()
    bar = opened(qtbot, now, width)
    bar.tick(at(now.stage.storyboard.duration * share), now)
    bar.set_notes("filters ×3 across")
    boxes = [box for box, _ in bar._layout.places]
    for i, box in enumerate(boxes):
        assert box.left() >= 0
        assert box.bottom() <= bar.height()
        assert not any(box.intersects(other) for other in boxes[i + 1 :])
        if width >= 680:
            assert box.right() <= width - 8
    if 680 <= width < 840:
        assert bar.height() <= 32


def test_a_wide_bar_names_the_dimensions(qtbot):
    bar = opened(qtbot, pointwise(), 1600)
    texts = [words.plain(item) for _, item in bar._layout.places if not isinstance(item, Range)]
    assert "H height" in texts
    assert "Cin input channels" in texts


def test_notes_are_shown_and_read_out(qtbot):
    bar = opened(qtbot, pointwise(), 1600)
    bar.set_notes("filters ×3 across")
    assert "filters ×3 across" in bar.accessibleDescription()
    assert any(item is bar._notes for _, item in bar._layout.places)
    bar.set_notes("")
    assert "×3" not in bar.accessibleDescription()


def test_tips_explain_letters_and_arrowheads(qtbot):
    bar = opened(qtbot, pointwise(), 700)
    for box, item in bar._layout.places:
        tip = bar.hint_at(box.center())
        assert tip
        if isinstance(item, Range) and item.clipped:
            assert "99.5" in tip
    assert bar.hint_at(QPointF(-5, -5)) == ""


def test_other_stages_and_both_themes(qtbot):
    now = pointwise()
    bar = opened(qtbot, now)
    dark = bar.grab().toImage()
    bar.apply(now, in_light(now))
    assert bar.grab().toImage() != dark
    bar.apply(now, without_convolution())
    assert not any(isinstance(item, Range) for _, item in bar._layout.places)
    bar.retranslate()


def keys_at(bar, now, phase, share):
    beat = now.stage.storyboard.first_of(phase)
    bar.tick(at(beat.start + beat.duration * share), now)
    return [item.key for _, item in bar._layout.places if isinstance(item, Range | Hollow)]


def test_the_bench_has_ranges_of_its_own(qtbot):
    now = pointwise()
    bar = opened(qtbot, now)
    cell = now.stage.model.cell
    assert keys_at(bar, now, Phase.CHANNEL, 0.5) == ["input", "weights", "results"]
    shown = {i.key: i for _, i in bar._layout.places if isinstance(i, Range)}
    assert shown["results"].high == words.value(cell.running_high)
    assert keys_at(bar, now, Phase.LAND, 0.05) == ["input", "weights", "results", "output"]


def test_hollow_cells_are_explained_while_there_are_any(qtbot):
    now = pointwise()
    bar = opened(qtbot, now)
    bar.tick(at(0.0), now)
    assert not any(isinstance(item, Hollow) for _, item in bar._layout.places)
    assert keys_at(bar, now, Phase.MAP, 0.5)[-1] == "empty"
    box = next(box for box, item in bar._layout.places if isinstance(item, Hollow))
    assert "zero" in bar.hint_at(box.center())
    bar.tick(at(now.stage.storyboard.duration), now)
    assert not any(isinstance(item, Hollow) for _, item in bar._layout.places)


def test_the_bar_keeps_its_height_through_a_story(qtbot):
    now = pointwise()
    for width in (712, 940, 1280):
        bar = opened(qtbot, now, width)
        heights = set()
        for time in times(now):
            bar.tick(at(time), now)
            heights.add(bar.height())
        assert len(heights) == 1


def test_at_1280_the_letters_have_their_meaning(qtbot):
    bar = opened(qtbot, pointwise(), 940)  # beside the panels
    texts = [words.plain(i) for _, i in bar._layout.places if not isinstance(i, Range | Hollow)]
    assert {"H height", "W width", "k kernel", "Cin input channels"} <= set(texts)


def test_a_number_has_the_colour_of_its_sign_where_its_cell_has():
    """ "0.846" was orange over a teal cell."""
    rectified, signed = (
        resolved(network(Conv2d(4, (1, 1)), after=after)).stage for after in ((ReLU(),), ())
    )
    for stage, role in ((rectified, Role.TEXT), (signed, Role.POSITIVE)):
        assert [run.role for run in outcome(stage, 0.846)] == [role]
        labels = wanted_at(stage, Phase.LAND, 0.1)
        (label,) = (each for each in labels if "after" in each.numbers)
        runs = say(label.key, {**label.numbers, "after": 0.846})
        assert role in {run.role for run in runs if "0.846" in run.text}


@pytest.mark.parametrize(("selected", "signs"), [("after0", True), ("after2", False)])
def test_a_value_passed_on_has_signs_where_its_scale_has(qtbot, selected, signs):
    """In caption, large line and curve: the second ReLU reads a scale that begins at zero."""
    pool = MaxPool((2, 2), stride=(2, 2))
    net = network(Conv2d(4, (1, 1)), after=(ReLU(), pool, ReLU()))
    places = [(filter, row, column) for filter in range(4) for row in (0, 1) for column in (0, 1)]
    every = (
        resolved(net, selected=selected, filter=f, row=row, column=column)
        for f, row, column in places
    )
    now = next(each for each in every if each.stage.record.before > 0.0)
    stage = now.stage
    assert stage.elementwise and stage.kind == "relu"
    value = words.fixed(stage.record.before, stage.decimals.results)
    beat = stage.storyboard.first_of(Phase.ACTIVATION)
    told = at(beat.end)  # once the picture has shown it
    plot = PlotPanel()
    show(qtbot, plot, now, 400, 300)
    for runs in (sentence(now, told), figures(now, told), plot.function._said()):
        found = {run.role for run in runs if value in run.text}
        assert found == {Role.POSITIVE if signs else Role.TEXT}, runs


def wanted_at(stage, phase, share):
    beat = stage.storyboard.first_of(phase)
    now = animation_at(stage.storyboard, beat.start + beat.duration * share, True)
    camera = Camera()
    return wanted_labels(stage.model, now, camera, 800.0, 500.0, {})
