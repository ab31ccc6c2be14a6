"""Opens a window as the app does, sizes and moves it, says so, and waits to be killed."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from convviz.app import preferences
from convviz.app.startup.make_window import make_application, make_window
from convviz.app.window import window_state as memory


def main() -> None:
    """Open, move, say what was written down."""
    app = make_application()
    window = make_window("five-filters", "en", "dark")
    window.memory.restore()
    window.memory.keep()
    window.show()

    def move() -> None:
        window.resize(903, 611)
        window.move(57, 43)
        window.docks.show("weights")
        QTimer.singleShot(4 * memory.WRITE_MS, say)

    def say() -> None:
        assert preferences.window_layout()[0] is not None
        place = window.geometry()
        print(place.x(), place.y(), place.width(), place.height(), flush=True)

    QTimer.singleShot(1200, move)
    app.exec()


if __name__ == "__main__":
    sys.exit(main())
