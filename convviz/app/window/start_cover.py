"""The start page over the window: laid over it, taken away, and what is chosen on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from convviz.app import preferences
from convviz.app.controller import Controller
from convviz.app.window.action_ids import ActionId
from convviz.app.window.actions import Handlers
from convviz.model.documents import EMPTY, known
from convviz.state import intents

if TYPE_CHECKING:
    from convviz.app.dialogs.start_page import StartPage

# What can be asked for without leaving the start page.
BESIDE_START = frozenset(
    (
        ActionId.START_PAGE,
        ActionId.SETTINGS,
        ActionId.COMMANDS,
        ActionId.KEYS,
        ActionId.ABOUT,
        ActionId.THEME,
        ActionId.LANGUAGE,
        ActionId.BLANK,
        ActionId.QUIT,
        ActionId.OPEN,
        ActionId.RECOVER,
    )
)


class StartCover(QObject):
    """Covers one window with the start page, which is made when it is first asked for.

    Signals
    -------
    chosen(document)
        Open a document and play its sum.
    resumed(document)
        Open it and leave it at rest.
    fileChosen(path)
        Open one of the files opened last.
    fileWanted()
        Ask for a file.
    """

    chosen, resumed, fileChosen = Signal(str), Signal(str), Signal(str)
    fileWanted = Signal()

    def __init__(self, window: QMainWindow, controller: Controller, stage: QWidget) -> None:
        super().__init__(window)
        self._window, self._controller, self._stage = window, controller, stage
        self._page: StartPage | None = None
        window.installEventFilter(self)

    def handlers(self) -> Handlers:
        """What carries out which action."""
        return {ActionId.START_PAGE: self.show_start}

    @property
    def starting(self) -> bool:
        """Whether the start page lies over the window."""
        return self._page is not None and not self._page.isHidden()

    def show_start(self) -> None:
        """Lay the start page over all but the menus and the status bar."""
        page = self._made()
        page.show()
        self.dress()
        self._place()
        page.raise_()
        page.begin()

    def show_at_first(self) -> None:
        """Begin with the start page, unless the user would rather not."""
        if self._controller.settings.start_page:
            self.show_start()

    def _made(self) -> StartPage:
        if self._page is None:
            from convviz.app.dialogs.start_page import StartPage

            self._page = page = StartPage(self._window)
            page.chosen.connect(self.chosen)
            page.resumed.connect(self.resumed)
            page.left.connect(self.leave_start)
            page.again.connect(self._again)
            page.empty.clicked.connect(lambda: self.resumed.emit(EMPTY))
            page.recent.opened.connect(self.fileChosen)
            page.recent.wanted.connect(self.fileWanted)
        return self._page

    def leave_start(self) -> bool:
        """Uncover the stage; whether it was covered."""
        if self._page is None or not self.starting:
            return False
        self._page.hide()
        self.take_focus()
        return True

    def before(self, action: ActionId) -> None:
        """Make way for what an action is about to do."""
        if action not in BESIDE_START:
            self.leave_start()

    def _again(self, on: bool) -> None:
        self._controller.dispatch(intents.SetPreference("start_page", on))

    def dress(self) -> None:
        """Take the present language, theme and text size."""
        if self._page is not None and self.starting:
            settings = self._controller.settings
            last = preferences.last_document()
            self._page.dress(settings.theme, settings.start_page, last)

    def hides(self, widget: QWidget) -> bool:
        """Whether a widget lies under the start page, where Qt still lets it have the focus."""
        return self._page is not None and self.starting and not self._page.isAncestorOf(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.starting:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, page = self._window, self._page
        assert page is not None
        top, foot = window.menuBar().height(), window.statusBar().height()
        page.setGeometry(QRect(0, top, window.width(), window.height() - top - foot))
        page.raise_()  # docks in tabs come forward when the window is shown

    def take_focus(self) -> None:
        """Give the keyboard to the start page, or else to the stage."""
        if self._page is not None and self.starting:
            self._page.begin()
        else:
            self._stage.setFocus()


class StartChoices(QObject):
    """Opens what is chosen on the start page, and plays it once its values are there.

    Parameters
    ----------
    new : callable
        Begins a document that ships; what follows once it is open.
    open_file : callable
        Opens a file.
    """

    def __init__(
        self,
        cover: StartCover,
        controller: Controller,
        new: Callable[[str, Callable[[], None]], None],
        open_file: Callable[[str], None],
    ) -> None:
        super().__init__(cover)
        self._cover, self._controller = cover, controller
        self._new, self._open_file = new, open_file
        self._owes_play = False
        cover.chosen.connect(lambda document: self._open(document, play=True))
        cover.resumed.connect(lambda document: self._open(document, play=False))
        cover.fileChosen.connect(open_file)
        controller.resolvedChanged.connect(self._apply_pending)

    def _open(self, document: str, play: bool) -> None:
        present = self._controller.history.present
        if not known(document):
            self._open_file(document)
        elif present.id != document or present.file:
            self._new(document, lambda: self._begin(play))
        else:
            self._begin(play)

    def _begin(self, play: bool) -> None:
        self._cover.leave_start()
        self._owes_play = play
        self._apply_pending()

    def _apply_pending(self) -> None:
        """Play the story that was asked for as soon as its values are there."""
        resolved = self._controller.resolved
        stage = None if resolved is None or resolved.stale else resolved.stage
        if self._owes_play and stage is not None and stage.record is not None:
            self._owes_play = False
            QTimer.singleShot(0, self, self._play)  # once a telling cell is chosen

    def _play(self) -> None:
        for intent in (intents.Jump(-1), intents.TogglePlay()):
            self._controller.dispatch(intent)
