"""Letters of 100 to 200 %: everything grows, nothing is clipped, and the mouse still hits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from convviz import words
from convviz.app import preferences
from convviz.app.startup.make_window import make_window
from convviz.app.window.action_ids import ActionId
from convviz.app.window.theme import BASE_PIXELS, apply_theme
from convviz.panels.caption.panel import most_lines
from convviz.panels.editor.panel import PageArea
from convviz.panels.painting.lettering import text_width
from convviz.panels.painting.text_size import Painted, enlarged, text_factor
from convviz.state import intents
from convviz.state.settings import TEXT_SIZES

from ..scene.label_checks import assert_clear, silhouettes_of
from .test_app_words import too_narrow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def large(hands):
    hands.do(intents.SetPreference("text_size", 200))
    hands.wait_until_idle()
    yield hands
    hands.do(intents.SetPreference("text_size", 100))


def painted(window):
    return [w for w in window.findChildren(Painted) if w.isVisible()]


def test_everything_grows_and_comes_back(hands):
    def sizes():
        window = hands.window
        return (
            window.costs.baseline.font().pixelSize(),
            window.caption.minimumHeight(),
            window.transport.steps.minimumHeight(),
            hands.find("field-filters").width(),
        )

    before = sizes()
    hands.do(intents.SetPreference("text_size", 200))
    hands.wait_until_idle()
    assert text_factor() == 2.0
    after = sizes()
    assert all(b >= 1.4 * a for a, b in zip(before, after, strict=True)), (before, after)
    hands.do(intents.SetPreference("text_size", 100))
    hands.wait_until_idle()
    assert sizes() == before


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
@pytest.mark.parametrize("percent", TEXT_SIZES[1:])
def test_nothing_is_clipped(hands, language, size, percent):
    window = hands.window
    window.resize(*size)
    hands.do(
        intents.SetPreference("language", language), intents.SetPreference("text_size", percent)
    )
    hands.wait_until_idle()
    assert (window.width(), window.height()) == size
    for dock in ("counts", "editor", "cell"):
        window.docks.show(dock)
        hands.run(0.02)
        for kind in (QLabel, QAbstractButton):
            for widget in window.findChildren(kind):
                if widget.isVisible():
                    assert not too_narrow(widget), (dock, widget.objectName(), widget.text())
    assert window.caption.lines() <= most_lines(window.caption.width())
    assert window.stage.height() >= 0.3 * window.height()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1366, 768), (1600, 900)])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_stage_has_room_for_its_words(hands, size, language):
    def points():
        return max(label.points for label in hands.window.stage.scene.labels)

    hands.window.resize(*size)
    hands.do(intents.SetPreference("language", language))
    hands.wait_until_idle()
    before = points()
    for percent in TEXT_SIZES[1:]:
        hands.do(intents.SetPreference("text_size", percent))
        hands.wait_until_idle()
        scene = hands.window.stage.scene
        assert {label.id for label in scene.labels} >= {"input", "filters", "output"}
        assert not any(label.plate for label in scene.labels)  # none lies over cells
        assert_clear(scene.labels, silhouettes_of(scene), scene.width, scene.height)
        assert points() >= 14.0
    if size[0] == 1600:
        assert points() >= 1.6 * before  # where there is room they grow with the rest


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("document", ["seed-bottleneck", "small-classifier"])
def test_no_panel_scrolls_sideways(large, language, document):
    window = large.window
    window.resize(1024, 640)
    large.do(intents.SetPreference("language", language), intents.OpenDocument(document))
    for node in large.resolved.document.network.nodes:
        large.do(intents.SelectLayer(node.id))
        for name in ("editor", "counts", "weights"):
            window.docks.show(name)
            large.run(0.01)
            for area in getattr(window, name).findChildren(PageArea):
                assert area.horizontalScrollBar().maximum() == 0, (node.id, name)


def test_the_stage_keeps_its_share_and_the_strip_comes_back(hands):
    window = hands.window
    hands.do(intents.SetPreference("text_size", 200))
    hands.wait_until_idle()
    assert not window.strip.isVisible() and not window.legend.isVisible()
    assert window.stage.height() > 0.4 * window.centralWidget().height()
    hands.do(intents.SetPreference("text_size", 100))
    hands.wait_until_idle()
    assert window.strip.isVisible() and window.legend.isVisible()


def test_full_screen_and_large_letters_do_not_quarrel(large):
    window = large.window
    window.act(ActionId.FULL_SCREEN)
    large.until(window.isFullScreen)
    assert text_factor() == 1.0  # the hall's own sizes grow with it
    assert window.full_screen.floor.steps._sizes.text_size == 200
    assert not window.strip.isVisible() and not window.transport.isVisible()
    window.act(ActionId.FULL_SCREEN)
    large.until(lambda: not window.isFullScreen())
    large.run(0.02)
    assert text_factor() == 2.0
    assert window.transport.isVisible() and not window.strip.isVisible()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("document", ["seed-bottleneck", "seed-direct"])
def test_the_timeline_keeps_its_words(large, size, language, document):
    window = large.window
    window.resize(*size)
    large.do(intents.OpenDocument(document), intents.SetPreference("language", language))
    large.wait_until_idle()
    bar = window.transport.scrub
    track, _ = bar.tracks()
    said = bar.named
    assert len(said.texts) == len(track.edges) - 1
    for phase in ("lift", "bias", "relu", "land"):
        assert words.text(f"playback.label.{phase}") in said.texts
    rest = ("playback.label.map", "playback.label.map.short")
    assert said.texts[-1] in {words.text(key) for key in rest}
    assert any("192" in text for text in said.texts)
    assert said.pixels >= 11
    for text, left, right in zip(said.texts, track.edges, track.edges[1:], strict=False):
        assert text_width(text, said.pixels) <= right - left - 2, text


def test_the_mouse_hits_what_it_points_at(large):
    bar = large.window.transport.scrub
    upper, lower = bar.tracks()
    y = 36 * 2  # on the filters' track
    x = (lower.edges[4] + lower.edges[5]) / 2 * 2
    QTest.mouseClick(bar, LEFT, pos=QPoint(round(x), y))
    assert large.resolved.stage.selection.filter == 4
    time = upper.time_at(200)
    QTest.mouseClick(bar, LEFT, pos=QPoint(400, 30))
    assert large.playback.time == pytest.approx(time, abs=1e-6)


def test_a_term_is_clicked_where_it_is_painted(large):
    window = large.window
    large.do(intents.Seek(8.0))
    window.docks.show("cell")
    large.until(window.arithmetic.sheet.isVisible)
    sheet = window.arithmetic.sheet
    line = next(i for i, channel in enumerate(sheet.channels()) if channel is not None)
    channel = sheet.channels()[line]
    window.grab()
    y = round((sheet._rows_top + (line + 0.5) * 21) * 2)
    QTest.mouseClick(sheet, LEFT, pos=QPoint(60, y))
    board = large.resolved.stage.storyboard
    assert large.playback.time == pytest.approx(board.channel_time(channel + 1))


@pytest.mark.parametrize("before", [100, 175])
@pytest.mark.parametrize("after", [100, 175])
def test_a_size_chosen_before_a_window_is_shown_is_everywhere(app, before, after):
    kept = preferences.load()
    preferences.save(replace(kept, text_size=before))
    window = make_window("five-filters", "en", "dark")
    window.controller.dispatch(intents.SetPreference("text_size", after))
    window.ensurePolished()
    found = {
        bar: bar.font().pixelSize() for bar in (window.menuBar(), window.statusBar(), window.tools)
    }
    preferences.save(kept)
    window.close()
    window.deleteLater()
    wanted, _ = QApplication.font().pixelSize(), apply_theme(app, "dark")
    assert wanted == enlarged(BASE_PIXELS * after / 100)
    assert set(found.values()) == {wanted}, found
