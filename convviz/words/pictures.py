"""Words of what is taken along: the dialogs for figures and clips."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "action.export-picture": QT_TRANSLATE_NOOP("exports", "Export picture…"),
    "action.export-clip": QT_TRANSLATE_NOOP("exports", "Export clip…"),
    "action.copy-picture": QT_TRANSLATE_NOOP("exports", "Copy picture of the stage"),
    "export.picture": QT_TRANSLATE_NOOP("exports", "Export a picture"),
    "export.clip": QT_TRANSLATE_NOOP("exports", "Export a clip"),
    "export.preview": QT_TRANSLATE_NOOP("exports", "Preview"),
    # ---- fields -----------------------------------------------------------------------------
    "export.what": QT_TRANSLATE_NOOP("exports", "What"),
    "export.what.stage": QT_TRANSLATE_NOOP("exports", "Stage"),
    "export.what.window": QT_TRANSLATE_NOOP("exports", "Whole window"),
    "export.what.plot": QT_TRANSLATE_NOOP("exports", "Plot of the sum"),
    "export.what.chain": QT_TRANSLATE_NOOP("exports", "Chain of layers"),
    "export.form": QT_TRANSLATE_NOOP("exports", "Format"),
    "export.form.png": QT_TRANSLATE_NOOP("exports", "PNG (pixels)"),
    "export.form.svg": QT_TRANSLATE_NOOP("exports", "SVG (for slides and web pages)"),
    "export.form.pdf": QT_TRANSLATE_NOOP("exports", "PDF (for papers)"),
    "export.form.gif": QT_TRANSLATE_NOOP("exports", "GIF (plays everywhere)"),
    "export.form.webp": QT_TRANSLATE_NOOP("exports", "WebP (for web pages, full colour)"),
    "export.form.mp4": QT_TRANSLATE_NOOP("exports", "MP4 (for slides, small)"),
    "export.size": QT_TRANSLATE_NOOP("exports", "Size"),
    "export.size.pixels": QT_TRANSLATE_NOOP("exports", "{width:d} × {height:d} pixels"),
    "export.width": QT_TRANSLATE_NOOP("exports", "{width:d} pixel(s) wide"),
    "export.size.any": QT_TRANSLATE_NOOP("exports", "sharp at any size"),
    "export.clear": QT_TRANSLATE_NOOP("exports", "Transparent background"),
    "export.span": QT_TRANSLATE_NOOP("exports", "Span"),
    "export.span.cell": QT_TRANSLATE_NOOP("exports", "This cell's sum"),
    "export.span.sum": QT_TRANSLATE_NOOP("exports", "This cell, then all feature maps"),
    "export.span.part": QT_TRANSLATE_NOOP("exports", "From … to …"),
    "export.from": QT_TRANSLATE_NOOP("exports", "From (seconds)"),
    "export.to": QT_TRANSLATE_NOOP("exports", "To (seconds)"),
    "export.fps": QT_TRANSLATE_NOOP("exports", "Frames per second"),
    "export.speed": QT_TRANSLATE_NOOP("exports", "Speed"),
    "export.speed.times": QT_TRANSLATE_NOOP("exports", "{speed:g}×"),
    # ---- what comes of it -------------------------------------------------------------------
    "export.estimating": QT_TRANSLATE_NOOP(
        "exports", "{frames} frame(s) · {seconds:.1f} s · estimating the size…"
    ),
    "export.estimate": QT_TRANSLATE_NOOP(
        "exports", "{frames} frame(s) · {seconds:.1f} s · about {megabytes:.1f} MB"
    ),
    "export.no-ffmpeg": QT_TRANSLATE_NOOP(
        "exports",
        "MP4 needs ffmpeg, which is not here. Install ffmpeg, or run “pip install {extra}”; "
        "or choose GIF or WebP.",
    ),
    "export.empty": QT_TRANSLATE_NOOP("exports", "The clip must end after it starts."),
    "export.beginning": QT_TRANSLATE_NOOP("exports", "Getting ready…"),
    "export.frame": QT_TRANSLATE_NOOP("exports", "Frame {done} of {count}"),
    "export.ending": QT_TRANSLATE_NOOP("exports", "Writing the file…"),
    "export.failed": QT_TRANSLATE_NOOP("exports", "No clip was made: {reason}"),
    "export.write": QT_TRANSLATE_NOOP("exports", "Export…"),
    "export.copy": QT_TRANSLATE_NOOP("exports", "Copy"),
    "export.cancel": QT_TRANSLATE_NOOP("exports", "Cancel"),
    "status.picture-copied": QT_TRANSLATE_NOOP("exports", "the picture of the stage is copied"),
}
