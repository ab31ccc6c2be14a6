"""Words for what must not happen, and for a download that was not unpacked."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "fault.title": QT_TRANSLATE_NOOP("shell", "An unexpected error"),
    "fault.told": QT_TRANSLATE_NOOP(
        "shell",
        "This is a mistake in ConvViz, not yours. Your network is kept, and you can go on.",
    ),
    "fault.at-start": QT_TRANSLATE_NOOP(
        "shell", "This is a mistake in ConvViz, not yours. It cannot start."
    ),
    "fault.ask": QT_TRANSLATE_NOOP("shell", "These details help whoever mends it:"),
    "fault.log": QT_TRANSLATE_NOOP("shell", "They are also kept in {path}"),
    "fault.copy": QT_TRANSLATE_NOOP("shell", "Copy the details"),
    "fault.go-on": QT_TRANSLATE_NOOP("shell", "Go on"),
    "unpack.title": QT_TRANSLATE_NOOP("shell", "Unpack ConvViz first"),
    "unpack.how": QT_TRANSLATE_NOOP(
        "shell",
        "ConvViz was started from inside its zip file. Close this, right-click the zip file, "
        "choose “Extract All…”, and start ConvViz from the folder that this makes.",
    ),
}
