"""What a window remembers from one run to the next: its place, its panels, its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convviz.app import opengl_start, preferences

if TYPE_CHECKING:
    from convviz.app.window import MainWindow


def restore(window: MainWindow) -> None:
    """Put a window and its panels where they were when it was last closed."""
    geometry, state = preferences.window_layout()
    if geometry is None or state is None or not window.restoreGeometry(geometry):
        return
    window.docks.arrange(window.width(), window.height())
    window.docks.movable = preferences.panels_moved()
    window.restoreState(state)


def remember(window: MainWindow) -> None:
    """Remember a window that closes in good order."""
    if not window.deeds.hall.on:
        moved = window.docks.movable
        preferences.save_window(window.saveGeometry(), window.saveState(), moved)
    document = window.controller.history.present
    if not window.pages.starting:  # which would ask for a document first
        preferences.note_document(document.file or document.id)
    opengl_start.end()  # drawn or not
