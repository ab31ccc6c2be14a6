"""The window used at random for hours: edits, undos, seeks, languages, documents, keys, mouse.

By hand, on a screen that nobody needs: ``python -m tests.ui.soaked 10000 0``. Ends with 1 at the
first exception; prints the memory every thousand steps.
"""

from __future__ import annotations

import gc
import itertools
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from convviz.app.compute import REST
from convviz.app.heap import give_back
from convviz.app.window.action_ids import ActionId
from convviz.model.documents import DOCUMENTS
from convviz.model.kind import FieldSpec
from convviz.model.kinds import kind_of
from convviz.model.layers import Conv2d, ReLU
from convviz.scene.themes import THEMES
from convviz.state import intents
from convviz.state.document import History
from convviz.state.settings import LANGUAGES, PACES, TEXT_SIZES
from convviz.state.workspace_intents import SetPane

FIXTURES = Path(__file__).parents[1] / "files" / "fixtures"
ADDED = (ReLU(), Conv2d(4, (1, 1)), Conv2d(6, (3, 3), padding="same"))
WIDTHS, HEIGHTS = (800, 1024, 1600), (640, 900)  # of the window, logical pixels
PICTURES = 20  # more than any store of them keeps
SIZES = (-1, 0, 1, 1, 2, 3, 3, 5, 8, 16, 33, 70_000)
ACTS = (
    ActionId.ORTHOGRAPHIC,
    ActionId.GLASS,
    ActionId.CUT,
    ActionId.APART,
    ActionId.CUT_ON,
    ActionId.CUT_BACK,
    ActionId.ZOOM_IN,
    ActionId.ZOOM_OUT,
    ActionId.FASTER,
    ActionId.SLOWER,
    ActionId.THEME,
    ActionId.LANGUAGE,
    ActionId.RESET_LAYOUT,
    ActionId.COPY_ARITHMETIC,
    ActionId.FULL_SCREEN,
    ActionId.BLANK,
    ActionId.START_PAGE,
    ActionId.KEYS,
    ActionId.SETTINGS,
    ActionId.COMMANDS,
    ActionId.COPY_PICTURE,
    ActionId.COPY_TABLE,
)
KEYS = (
    Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown,
    Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_Tab,
)  # fmt: skip
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 3 + (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Soak:
    """One window, and somebody who does at it whatever comes to mind.

    Parameters
    ----------
    hands
        The window's, as the other tests have them.
    seed : int
        The same seed does the same.
    patch : callable
        Sets an attribute: a dialog for files would wait for ever for somebody who chooses.
    """

    def __init__(self, hands: object, seed: int, patch: Callable[..., None] = setattr) -> None:
        for asking in ("getOpenFileName", "getSaveFileName"):
            patch(QFileDialog, asking, lambda *_, **__: ("", ""))
        self.hands, self.window = hands, hands.window
        self.chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        ways: dict[Callable[[], None], int] = {
            self._field: 12, self._layer: 4, self._travel: 12, self._typed: 6, self._select: 6,
            self._play: 14, self._look: 8, self._preference: 4, self._document: 4, self._file: 2,
            self._deed: 6, self._key: 10, self._mouse: 10, self._resize: 1,
        }  # fmt: skip
        self.ways, self.weights = list(ways), list(ways.values())

    def step(self, way: Callable[[], None] | None = None) -> None:
        """Do one thing, this or any, and let the app follow."""
        way = way or self.chance.choices(self.ways, self.weights)[0]
        self.done[way.__name__.strip("_")] += 1
        way()
        QTest.qWait(self.chance.choice((0, 0, 0, 1, 1, 20)))
        self._answer()

    def tour(self) -> None:
        """See everything that is made when first needed and kept for good.

        Letters in all their sizes and languages, icons in all colours, panels of each kind of
        layer. A thousand steps at random meet most of it; what they miss would look like growth.
        """
        show, docks = self.window.appearance.choose, self.window.docks
        for document in DOCUMENTS:
            self._do(intents.OpenDocument(document))
            self.hands.wait_until_idle()
            for node in self.window.controller.history.present.network.nodes:
                self._do(intents.SelectLayer(node.id), intents.Seek(4.0))
                QTest.qWait(1)
        for language in LANGUAGES:
            for theme in THEMES:
                show(language, theme)
                for percent in TEXT_SIZES:
                    self._do(intents.SetPreference("text_size", percent))
                    for name in docks.all:
                        docks.show(name)
                        QTest.qWait(1)
        # The largest product of matrices that is computed: the library keeps the room for it.
        self._do(intents.OpenDocument("seed-direct"), intents.SetField("conv1", "filters", 512))
        self.hands.wait_until_idle()
        for across, down in itertools.product(WIDTHS, HEIGHTS):
            self.window.resize(across, down)
            for percent in TEXT_SIZES:
                self._do(intents.SetPreference("text_size", percent), intents.SelectCell(0, 9, 9))
                for time in (0.0, 4.0, 9.0, 15.0):  # every phase has words of its own
                    self._do(intents.Seek(time))
                    QTest.qWait(1)
        for action in (*ACTS, *ACTS):  # what is turned on is turned off again
            self.window.act(action)
            QTest.qWait(20)
            self._answer()

    def rest(self) -> None:
        """Bring the window to where memory can be compared: the first document, nothing open.

        What could be undone is let go of, too, and what was copied: it is kept on purpose, an
        undo for each edit, a picture of some megabytes until the next copy.
        And what is kept of the last documents and pictures is of the same ones each time.
        """
        self._answer()
        for _ in range(3):
            self.window._back()
        self.window.full_screen.leave()
        self.window.full_screen.wait_until_idle()
        self.window.start.leave_start()
        self.window.appearance.choose("en", "dark")
        self._do(intents.SetPreference("text_size", 100), intents.SetSpeed(1.0))
        self.window.resize(1280, 800)
        for document in (*DOCUMENTS, "seed-bottleneck"):
            self._do(intents.OpenDocument(document))
            self.hands.wait_until_idle()
        QApplication.clipboard().clear()
        controller = self.window.controller
        pane = controller.pane
        self._do(SetPane(replace(pane, history=History(pane.document))))  # without a past
        self.hands.wait_until_idle()
        for number in range(PICTURES):
            self._do(intents.SelectCell(number % 16, number, number), intents.Seek(4.0))
            QTest.qWait(1)
        self._do(intents.Jump(-1))
        gc.collect()
        QTest.qWait(50)

    def wait_until_idle(self) -> None:
        """Wait as long as the app does until it gives back memory, however busy the machine is."""
        QTest.qWait(round(1000 * REST) + 500)
        gc.collect()
        give_back()

    # ---- what can be done --------------------------------------------------------------------
    def _do(self, *intents: object) -> None:
        for intent in intents:
            self.window.controller.dispatch(intent)

    def _node(self) -> object:
        return self.chance.choice(self.window.controller.history.present.network.nodes)

    def _field(self) -> None:
        node = self._node()
        specs = kind_of(node.layer).fields
        if specs:
            spec = self.chance.choice(specs)
            run = self.chance.choice((0, 0, 1))
            self._do(intents.SetField(node.id, spec.name, self._value(spec), run=run))

    def _value(self, spec: FieldSpec) -> object:
        pair = (self.chance.choice(SIZES), self.chance.choice(SIZES))
        values = {
            "int": pair[0],
            "float": self.chance.choice((0.0, 0.5, 1.0, 1e9)),
            "pair": pair,
            "padding": self.chance.choice((pair, "same")),
            "bool": self.chance.random() < 0.5,
            "frame": None,
            "choice": self.chance.choice(spec.choices) if spec.choices else "china",
        }
        return values[spec.form]

    def _layer(self) -> None:
        node = self._node()
        made = self.chance.choice(
            (
                intents.AddLayer(node.id, self.chance.choice(ADDED)),
                intents.RemoveLayer(node.id),
                intents.MoveLayer(node.id, self.chance.choice((-1, 1))),
                intents.RenameLayer(
                    node.id, self.chance.choice(("", "reduce", "박 요셉", "x" * 99))
                ),
            )
        )
        self._do(made)

    def _travel(self) -> None:
        self._do(self.chance.choice((intents.Undo(), intents.Undo(), intents.Redo())))

    def _typed(self) -> None:
        node, place = self._node(), [self.chance.randrange(-1, 6) for _ in range(4)]
        number = self.chance.choice((0.0, -0.5, 1.0, 1e7))
        share = self.chance.choice((0.25, 0.5, 1.0))
        made = (
            intents.SetWeight(node.id, *place, number),
            intents.SetBias(node.id, place[0], number),
            intents.CopyFilter(node.id, place[0], place[1]),
            intents.PasteKernel(node.id, place[0], place[1], ((number, 1.0), (2.0, 3.0))),
            intents.ClearTyped(node.id),
            intents.SetCrop(node.id, (0.0, 0.0, share, share)),
            intents.PinBaseline(self.chance.random() < 0.5),
        )
        self._do(self.chance.choice(made))

    def _select(self) -> None:
        place = [self.chance.randrange(0, 40) for _ in range(3)]
        made = (
            intents.SelectLayer(self._node().id),
            intents.SelectCell(*place, play=self.chance.random() < 0.5),
            intents.ShowReaders(*place[:2]),
            intents.ShowReaders(None, None),
        )
        self._do(self.chance.choice(made))

    def _play(self) -> None:
        unit = self.chance.choice(("span", "channel", "position", "filter"))
        made = (
            intents.TogglePlay(),
            intents.Step(unit, self.chance.choice((-1, 1))),
            intents.Seek(self.chance.uniform(0.0, 120.0)),
            intents.Jump(self.chance.choice((-1, 1))),
            intents.SetSpeed(self.chance.choice((0.1, 1.0, 32.0))),
        )
        self._do(self.chance.choice(made))

    def _look(self) -> None:
        x, y = self.chance.uniform(-90, 90), self.chance.uniform(-90, 90)
        cut = self.chance.choice((None, 0, 3, 300))
        made = (
            intents.Orbit(x, y),
            intents.Pan(x, y),
            intents.Zoom(self.chance.choice((0.5, 0.9, 1.1, 2.0)), 300 + x, 200 + y),
            intents.SetView(self.chance.choice(("reset", "front", "top", "side"))),
            intents.SetOption(self.chance.choice(("cut_row", "cut_column", "cut_channel")), cut),
            intents.SetOption("apart", self.chance.random()),
        )
        self._do(self.chance.choice(made))

    def _preference(self) -> None:
        way, choose = self.chance.randrange(4), self.window.appearance.choose
        if way == 0:
            choose(self.chance.choice(LANGUAGES), self.chance.choice(THEMES))
        elif way == 1:
            choose(theme=self.chance.choice(THEMES))
        elif way == 2:
            self._do(intents.SetPreference("text_size", self.chance.choice(TEXT_SIZES)))
        else:
            self._do(
                intents.SetPreference("reduced_motion", self.chance.random() < 0.5),
                intents.SetPreference("pace", self.chance.choice(PACES)),
            )

    def _document(self) -> None:
        name = self.chance.choice(list(DOCUMENTS))
        if self.chance.random() < 0.5:
            self.window.documents.commands.new(name)
        else:
            self._do(intents.OpenDocument(name))

    def _file(self) -> None:
        files = [*sorted(FIXTURES.glob("*.convviz")), *sorted((FIXTURES / "fuzzed").iterdir())]
        path = self.chance.choice(files)
        if self.chance.random() < 0.5:
            self.window.documents.commands.open_file(str(path))
        else:
            self.window.documents.imports.take(path)

    def _deed(self) -> None:
        self.window.act(self.chance.choice(ACTS))

    def _key(self) -> None:
        self.hands.press(self.chance.choice(KEYS), self.chance.choice(MODIFIERS))

    def _mouse(self) -> None:
        view = self.hands.view
        at = QPoint(self.chance.randrange(view.width()), self.chance.randrange(view.height()))
        way = self.chance.randrange(4)
        if way == 0:
            self.hands.click_stage(at)
        elif way == 1:
            self.hands.move(view, QPointF(at))
        elif way == 2:
            self.hands.drag(at, QPoint(self.chance.randrange(-99, 99), 30))
        else:
            self.hands.wheel(view, at, self.chance.choice((-3, -1, 1, 3)))

    def _resize(self) -> None:
        self.window.resize(self.chance.choice(WIDTHS), self.chance.choice(HEIGHTS))

    # ---- what is asked back ------------------------------------------------------------------
    def _answer(self) -> None:
        """Close whatever has opened in front; changes are thrown away."""
        for _ in range(5):
            box = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            open_now = [box] if box is not None else []
            open_now += [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, QDialog) and each.isVisible()
            ]
            if not open_now:
                return
            found = open_now[0]
            if isinstance(found, QMessageBox) and found.objectName() == "ask-to-save":
                found.button(QMessageBox.StandardButton.Discard).click()
            else:
                found.close()
            QTest.qWait(1)


def resident() -> int:
    """Memory that this process holds now, bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    except (OSError, ValueError):
        return 0


def main() -> None:
    from convviz.app import preferences
    from convviz.app.startup.make_window import make_application

    from .conftest import closed_window, opened_window

    count, seed = int(sys.argv[1]), int(sys.argv[2])
    app = make_application()
    preferences.store().clear()
    first: list[str] = []

    def take(kind: type, fault: BaseException, trace: object) -> None:
        first.append(f"{kind.__name__}: {fault}")
        sys.__excepthook__(kind, fault, trace)

    sys.excepthook = take
    hands = opened_window()
    soak = Soak(hands, seed)
    soak.tour()
    for number in range(count + 1):
        if number % 1000 == 0:
            kept = len(hands.controller.history.past)
            soak.rest()
            soak.wait_until_idle()
            print(f"{number:6} steps {resident() / 1e6:7.1f} MB, after {kept} edits", flush=True)
        if number < count:
            soak.step()
        if first:
            print(f"step {number}: {first[0]}; {dict(soak.done)}", flush=True)
            raise SystemExit(1)
    print(dict(soak.done))
    closed_window(hands)
    del app


if __name__ == "__main__":
    main()
