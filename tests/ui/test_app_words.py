"""Two languages and two themes, switched at run time; and room for both in a small window."""

from __future__ import annotations

import re
import sys
from itertools import chain

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from convviz import words
from convviz.app import preferences
from convviz.app.stage.stage_words import say
from convviz.panels.painting import lettering
from convviz.scene.palette import Role
from convviz.scene.timeline import Phase
from convviz.state import intents
from convviz.words.marking import Source
from convviz.words.tables import TEXTS

Key = Qt.Key
WORD = re.compile(r"[A-Za-z]{3,}")
HANGUL = re.compile(r"[가-힣]")
MARKUP = re.compile(r"\[[a-z_/-]*\]|\{[^}]*\}|<[^>]*>|&(?:amp;|lt;|gt;)?")
KEYS = re.compile(r"\s*\([^()]*\)$")  # keys are named by what is on them
OWN_NAMES = {"english"}  # a language is named in itself


def texts(window):
    """Everything that the window says, seen or heard, with the widget that says it."""
    for widget in chain((window,), window.findChildren(QWidget)):
        if widget.objectName().startswith("qt_dockwidget"):
            continue  # never shown: our docks have no title bar
        if isinstance(widget.parentWidget(), QTabBar):
            continue  # Qt's own scroll buttons
        yield widget, widget.accessibleName()
        yield widget, widget.accessibleDescription()
        yield widget, KEYS.sub("", widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        if isinstance(widget, QDockWidget):
            yield widget, widget.windowTitle()
        if isinstance(widget, QMenu):
            yield widget, widget.title()
            yield from ((widget, action.text()) for action in widget.actions())
        if isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(place)) for place in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from ((widget, widget.itemText(place)) for place in range(widget.count()))
    for action in window.actions_by_id.values():
        yield window, action.text()
        yield window, KEYS.sub("", action.toolTip())
    yield window, window.windowTitle()
    yield window.statusBar(), window.statusBar().currentMessage()
    yield window.caption, window.caption.text()
    yield window.plot, window.plot.readout.text()
    yield from ((window.transport, text) for text in window.transport.steps.texts())
    yield from ((window.arithmetic, text) for text in window.arithmetic.title.texts())
    for label in window.stage.scene.labels:
        yield window.stage, words.plain(label.spans)


def english_words():
    """Words of the English texts that no Korean text has."""
    english: set[str] = set()
    korean: set[str] = set(OWN_NAMES)
    for source in TEXTS.values():
        context = source.context if isinstance(source, Source) else ""
        other = QCoreApplication.translate(context, source)
        for text, found in ((source, english), (other, korean)):
            found.update(word.lower() for word in WORD.findall(MARKUP.sub(" ", text)))
    return english - korean


def spoken(window):
    return [text for _, text in texts(window)]


MOMENTS = [None, Phase.CHANNEL, Phase.CHANNELS, Phase.BIAS, Phase.ACTIVATION, Phase.LAND, Phase.MAP]


def go_to(hands, phase):
    """To the middle of a phase of the story."""
    if phase is not None:
        beat = hands.resolved.stage.storyboard.first_of(phase)
        hands.do(intents.Seek(beat.start + beat.duration / 2))


# ---- language ------------------------------------------------------------------------------------
@pytest.mark.parametrize("phase", MOMENTS, ids=str)
def test_every_text_follows_the_language(hands, phase):
    go_to(hands, phase)
    before = spoken(hands.window)
    assert not any(HANGUL.search(text) for text in before if text != "한국어")
    hands.press(Key.Key_F10)
    assert hands.resolved.settings.language == "ko"
    names = {node.name for node in hands.resolved.document.network.nodes}
    left = english_words() - {name.lower() for name in names}
    assert len(left) > 100
    stayed = [
        (widget.objectName() or type(widget).__name__, text)
        for widget, text in texts(hands.window)
        if left & set(WORD.findall(MARKUP.sub(" ", text).lower()))
    ]
    assert not stayed
    hands.press(Key.Key_F10)
    after = spoken(hands.window)
    assert sorted(after) == sorted(before)  # panels may have been raised in between


def test_a_language_is_switched_in_the_middle_of_the_story(hands):
    hands.do(intents.SelectCell(3, 4, 5, play=True))
    hands.until(lambda: hands.playback.time > 0.3)
    hands.press(Key.Key_F10)
    assert hands.playback.playing and hands.resolved.stage.selection.filter == 3
    assert any(HANGUL.search(text) for text in spoken(hands.window))


def test_an_error_at_a_field_follows_the_language(hands):
    hands.field("kernel-h")
    hands.type("99")
    message = hands.find("message-kernel")
    english = message.text()
    assert english and not HANGUL.search(english)
    hands.do(intents.SetPreference("language", "ko"))
    assert HANGUL.search(message.text())
    hands.do(intents.SetPreference("language", "en"))
    assert message.text() == english


def test_the_choice_is_in_the_menu_and_remembered(hands):
    assert preferences.load().language_choice == "en"
    hands.press(Key.Key_F10)
    hands.press(Key.Key_F9)
    kept = preferences.load()
    assert (kept.language, kept.language_choice) == ("ko", "ko")
    assert (kept.theme, kept.theme_choice) == ("light", "light")
    hands.window.appearance.choose(language="system")
    assert preferences.load().language_choice == "system"
    assert hands.resolved.settings.language == preferences.system_language()


# ---- theme ---------------------------------------------------------------------------------------
def lightness(picture):
    """Mean lightness, 0..255, of a picture made small."""
    small = picture.scaled(16, 16, mode=Qt.TransformationMode.SmoothTransformation)
    points = [small.pixelColor(x, y).lightness() for x in range(16) for y in range(16)]
    return sum(points) / len(points)


def test_every_part_follows_the_theme(hands):
    window = hands.window
    parts = {
        name: getattr(window, name)
        for name in ("caption", "legend", "strip", "transport", "costs", "editor", "plot",
                     "arithmetic")
    }  # fmt: skip
    parts["menus"], parts["status"] = window.menuBar(), window.statusBar()

    def seen():
        found = {name: lightness(part.grab().toImage()) for name, part in parts.items()}
        return found | {"stage": lightness(window.stage.view.grab_image())}

    dark = seen()
    hands.press(Key.Key_F9)
    assert hands.scene.theme == "light"
    light = seen()
    for name in dark:
        assert dark[name] < 110 and light[name] > 150, (name, dark[name], light[name])
    hands.press(Key.Key_F9)
    assert hands.scene.theme == "projector"
    shown = seen()
    assert all(shown[name] > light[name] - 8.0 for name in dark)
    hands.press(Key.Key_F9)
    assert seen() == pytest.approx(dark, abs=1.0)


# ---- room ----------------------------------------------------------------------------------------
def shown(hands, kind):
    """Widgets of a kind that can be seen or scrolled to."""
    return [widget for widget in hands.window.findChildren(kind) if widget.isVisible()]


def too_narrow(widget):
    """Whether a label or button has no room for its text."""
    if isinstance(widget, QToolButton):
        iconic = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if not widget.text() or (iconic and not widget.icon().isNull()):
            return False
    if isinstance(widget, QAbstractButton) and not widget.text():
        return False
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    wanted, given = widget.sizeHint(), widget.size()
    if wraps:
        return widget.heightForWidth(given.width()) > given.height() + 1
    return wanted.width() > given.width() or wanted.height() > given.height() + 1


def shortenings(monkeypatch):
    """Texts that panels paint shortened from now on."""
    found: list[str] = []
    real = lettering.shortened

    def noting(text, *rest, **named):
        result = real(text, *rest, **named)
        if result != text:
            found.append(text)
        return result

    for name, module in list(sys.modules.items()):
        if name.startswith("convviz.panels") and getattr(module, "shortened", None) is real:
            monkeypatch.setattr(module, "shortened", noting)
    return found


@pytest.fixture(params=["en", "ko"])
def small(request, hands):
    """The window of an XGA projector."""
    hands.window.resize(1024, 640)
    hands.do(intents.SetPreference("language", request.param))
    hands.until(lambda: hands.window.size().width() == 1024)
    hands.wait_until_idle()
    return hands


@pytest.mark.parametrize("dock", ["counts", "editor", "cell", "weights"])
def test_nothing_is_clipped_in_a_small_window(small, dock, monkeypatch):
    window = small.window
    assert (window.width(), window.height()) == (1024, 640)
    window.docks.all[dock].show()
    window.docks.all[dock].raise_()
    small.run(0.02)
    cut = shortenings(monkeypatch)
    for phase in MOMENTS:
        go_to(small, phase)
        window.docks.all[dock].raise_()
        window.grab()
        for kind in (QLabel, QAbstractButton):
            for widget in shown(small, kind):
                assert not too_narrow(widget), (phase, widget.objectName(), widget.text())
        for panel in (window.counts, window.editor):
            page, view = panel.area.widget(), panel.area.viewport()
            assert not panel.isVisible() or page.width() <= view.width(), (phase, page.width())
        for box, item in window.legend._layout.places:
            assert box.right() <= window.legend.width(), (phase, item)
        assert window.caption.lines() <= 2
        assert not cut, (phase, cut)
    for bar in shown(small, QTabBar):
        for place in range(bar.count()):
            room = bar.tabRect(place).width()
            assert bar.fontMetrics().horizontalAdvance(bar.tabText(place)) + 8 <= room
        assert bar.tabRect(bar.count() - 1).right() <= bar.width()
    assert window.stage.height() >= 160 and window.stage.width() >= 480


def test_every_layer_has_room_for_its_form(small):
    for node in small.resolved.document.network.nodes:
        small.do(intents.SelectLayer(node.id))
        small.window.docks.all["editor"].raise_()
        small.wait_until_idle()
        for widget in chain(shown(small, QLabel), shown(small, QAbstractButton)):
            assert not too_narrow(widget), (node.id, widget.objectName(), widget.text())
        for box in small.window.editor.findChildren(QComboBox):
            if box.isVisible():
                widest = max(
                    box.fontMetrics().horizontalAdvance(box.itemText(place))
                    for place in range(box.count())
                )
                assert widest + 30 <= box.width(), (node.id, box.objectName())


def test_all_panels_but_the_costs_are_tabs_of_one_place(small):
    docks = small.window.docks.all
    assert small.window.tabifiedDockWidgets(docks["costs"]) == []
    assert set(small.window.tabifiedDockWidgets(docks["editor"])) == {
        docks["cell"], docks["weights"],
    }  # fmt: skip
    small.window.docks.show_formulas()
    assert docks["counts"] in small.window.tabifiedDockWidgets(docks["editor"])


def visited(hands, key):
    """What the tab key comes to, once around, and which of it is out of sight then."""
    found: list[QWidget] = []
    unseen: list[QWidget] = []
    for _ in range(200):
        hands.press(key)
        widget = QApplication.focusWidget()
        if widget is None or widget in found:
            break
        found.append(widget)
        if not in_sight(widget):
            unseen.append(widget)
    return found, unseen


def in_sight(widget):
    """Whether some of a widget is within everything that it is in."""
    area, parent = widget.rect(), widget
    while not parent.isWindow():
        area.translate(parent.pos())
        parent = parent.parentWidget()
        area &= parent.rect()
    return widget.isVisible() and not area.isEmpty()


INPUTS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


@pytest.mark.parametrize("dock", ["counts", "editor", "cell", "weights"])
def test_the_tab_key_comes_everywhere_and_never_out_of_sight(hands, dock):
    hands.window.resize(1024, 640)
    hands.wait_until_idle()
    hands.window.docks.all[dock].show()
    hands.window.docks.all[dock].raise_()
    hands.run(0.05)
    hands.window.stage.setFocus()
    seen, unseen = visited(hands, Key.Key_Tab)
    assert not unseen
    panel = hands.window.docks.all[dock].widget()
    for kind in INPUTS:
        for widget in panel.findChildren(kind):
            able = widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if able and widget.isVisible():
                assert widget in seen, widget
    for button in hands.window.transport.findChildren(QAbstractButton):
        assert button in seen or not button.isEnabled(), button
    assert hands.window.strip in seen
    back, unseen = visited(hands, Key.Key_Backtab)
    assert set(back) == set(seen) and not unseen


def test_no_input_is_out_of_reach_of_the_keyboard(hands):
    excused = (QMenuBar, QAbstractSlider, QTabBar, QTableView)
    for kind in INPUTS:
        for widget in shown(hands, kind):
            parents = [widget.parentWidget()]
            while parents[-1] is not None:
                parents.append(parents[-1].parentWidget())
            if any(isinstance(parent, excused) for parent in parents):
                continue  # a table has the focus, not its headers
            in_tools = widget.property("popupMode") is not None and widget.focusPolicy() == (
                Qt.FocusPolicy.NoFocus
            )
            action = isinstance(widget, QToolButton) and widget.defaultAction() is not None
            if in_tools and action:
                continue  # tools are actions with a key of their own
            assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus, (
                widget.objectName(), type(widget), widget.parentWidget(),
            )  # fmt: skip


@pytest.mark.parametrize("key", ["stage.output", "stage.output-brief"])
def test_an_output_is_titled_in_the_colour_of_its_channels(app, key):
    spans = say(key, {"name": "conv1", "h": 28, "w": 28, "c": 16})
    assert [span.role for span in spans if span.text == "16"] == [Role.COUT]
