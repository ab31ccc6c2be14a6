"""What the choices of the export dialogs are called: the key of each one's text."""

from __future__ import annotations

WHAT_TEXTS = {
    "stage": "export.what.stage",
    "window": "export.what.window",
    "plot": "export.what.plot",
    "chain": "export.what.chain",
}
FORM_TEXTS = {
    "png": "export.form.png",
    "svg": "export.form.svg",
    "pdf": "export.form.pdf",
    "gif": "export.form.gif",
    "webp": "export.form.webp",
    "mp4": "export.form.mp4",
}
SPAN_TEXTS = {
    "cell": "export.span.cell",
    "sum": "export.span.sum",
    "part": "export.span.part",
}
# Of tables and code, by the ending of the file.
FORMAT_TEXTS = {
    ".csv": "export.format.csv",
    ".md": "export.format.md",
    ".tex": "export.format.tex",
    ".html": "export.format.html",
    ".py": "export.format.py",
}
# Of the dialogs' fields.
FIELD_TEXTS = {
    "what": "export.what",
    "form": "export.form",
    "size": "export.size",
    "clear": "export.clear",
    "span": "export.span",
    "from": "export.from",
    "to": "export.to",
    "fps": "export.fps",
    "speed": "export.speed",
    "language": "settings.language",
    "theme": "settings.theme",
}
