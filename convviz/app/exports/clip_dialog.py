"""Export a clip: span, format, size and pace; then its progress, which can be cancelled."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz import words
from convviz.app.controller import Controller
from convviz.app.exports.export_dialog import ExportDialog
from convviz.app.exports.export_texts import FORM_TEXTS, SPAN_TEXTS
from convviz.app.exports.picture_exports import Pictures
from convviz.app.exports.render_process import RenderProcess
from convviz.app.window.menus import CHOICE_TEXTS, LANGUAGE_NAMES
from convviz.app.window.status_line import Say
from convviz.files.clips import EXTRA, ffmpeg
from convviz.scene.themes import THEMES
from convviz.state.filming import SPANS, Take, span_of
from convviz.state.settings import LANGUAGES

FORMS = ("gif", "webp", "mp4")
SIZES = ((640, 360), (960, 540), (1280, 720), (1920, 1080))
RATES = (10, 20, 25, 30)
SPEEDS = (0.5, 1.0, 2.0, 4.0)
_CALM = 500  # milliseconds without a change after which the size is estimated


class ClipDialog(ExportDialog):
    """The dialog, made anew each time it is opened."""

    def __init__(
        self, window: QWidget, pictures: Pictures, say: Say, controller: Controller
    ) -> None:
        super().__init__(window, pictures, say, "clip", "export.clip")
        self._controller = controller
        stage = controller.stage
        assert stage is not None  # the action is greyed without one
        self._story = stage.storyboard
        self._estimate: RenderProcess | None = None
        self._calm = QTimer(self, interval=_CALM, singleShot=True)
        self._calm.timeout.connect(self._begin_estimate)
        self._add_fields()
        self._buttons.accepted.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(16)
        for part in (self.form, self.note, self.bar):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.form.changed.connect(self._follow)
        self._follow()

    def _add_fields(self) -> None:
        form, settings = self.form, self._controller.settings
        self.span = form.add_choice(
            "span", (*SPANS, "part"), lambda value: words.text(SPAN_TEXTS[value]), "cell"
        )
        length = self._story.duration
        now = self._controller.playback.time
        self.start = form.add_number("from", length, 0.0 if now >= length else now)
        self.end = form.add_number("to", length, length)
        self.kind = form.add_choice(
            "form", FORMS, lambda value: words.text(FORM_TEXTS[value]), "gif"
        )
        self.size_choice = form.add_choice("size", SIZES, _written_size, SIZES[1])
        self.rate = form.add_choice("fps", RATES, str, 20)
        self.speed = form.add_choice(
            "speed", SPEEDS, lambda value: words.text("export.speed.times", speed=value), 1.0
        )
        self.language = form.add_choice(
            "language", LANGUAGES, lambda value: LANGUAGE_NAMES[value], settings.language
        )
        self.theme = form.add_choice(
            "theme", THEMES, lambda value: words.text(CHOICE_TEXTS[value]), settings.theme
        )

    # ---- what is chosen ----------------------------------------------------------------------
    @property
    def take(self) -> Take:
        """The frames that are wanted."""
        start, end = self.start.value(), self.end.value()
        if self.span.currentData() != "part":
            start, end = span_of(self._story, self.span.currentData())
        return Take(start, end, float(self.rate.currentData()), self.speed.currentData())

    def _follow(self) -> None:
        part = self.span.currentData() == "part"
        self.form.show_field("from", part)
        self.form.show_field("to", part)
        take, kind = self.take, self.kind.currentData()
        missing = kind == "mp4" and ffmpeg() is None
        empty = take.end <= take.start
        self.write.setEnabled(not missing and not empty)
        if missing:
            told = words.text("export.no-ffmpeg", extra=EXTRA)
        elif empty:
            told = words.text("export.empty")
        else:
            told = words.text("export.estimating", frames=take.count, seconds=take.seconds)
        self._tell(told, "error" if missing or empty else "muted")
        self._end_estimate()
        if not (missing or empty):
            self._calm.start()

    # ---- how large it will be ----------------------------------------------------------------
    def _begin_estimate(self) -> None:
        """Let a process encode a few of the frames: that takes seconds."""
        self._end_estimate()
        out = Path(tempfile.gettempdir(), f"estimate.{self.kind.currentData()}")
        given = [*self._options(), "--estimate"]
        self._estimate = RenderProcess(self, self._controller, out, given)
        self._estimate.estimated.connect(self._tell_size)
        self._estimate.start()

    def _tell_size(self, size: int) -> None:
        take = self.take
        told = {"frames": take.count, "seconds": take.seconds, "megabytes": size / 1e6}
        self._tell(words.text("export.estimate", **told), "muted")

    def _end_estimate(self) -> None:
        """Forget a size that is no longer asked for."""
        self._calm.stop()
        if self._estimate is not None:
            self._estimate.cancel()
            self._estimate.deleteLater()
            self._estimate = None

    def done(self, result: int) -> None:
        self._end_estimate()
        super().done(result)

    # ---- making it ---------------------------------------------------------------------------
    def _ask(self) -> None:
        path = self._pictures.ask(self.kind.currentData(), "export.clip")
        if path is None:
            return
        self._end_estimate()
        job = RenderProcess(self, self._controller, path, self._options())
        self._make(job, lambda: self._saved(path))

    def _options(self) -> list[str]:
        """What is chosen, as options of the command line."""
        take = self.take
        width, height = self.size_choice.currentData()
        options = {
            "--at": f"{take.start:.4f}",
            "--until": f"{take.end:.4f}",
            "--fps": f"{take.fps:g}",
            "--speed": f"{take.speed:g}",
            "--size": f"{width}x{height}",
            "--lang": self.language.currentData(),
            "--theme": self.theme.currentData(),
            "--palette": self._controller.settings.palette,
        }
        return [part for pair in options.items() for part in pair]

    def _moved(self, done: int, count: int) -> None:
        super()._moved(done, count)
        if done < count:
            self._tell(words.text("export.frame", done=done + 1, count=count), "muted")


def _written_size(value: object) -> str:
    assert isinstance(value, tuple)
    width, height = value
    return words.text("export.size.pixels", width=width, height=height)
