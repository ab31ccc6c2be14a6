"""The sentence for each way in which a file can fail: what is wrong, and what to do."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "error.not-found": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” is not there. It may have been moved or renamed: look for it in its folder.",
    ),
    "error.no-access": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” is write-protected or belongs to someone else. "
        "Use another folder, or change its permissions.",
    ),
    "error.locked": QT_TRANSLATE_NOOP(
        "files", "Another program is using “{file}”. Close it there, then try again."
    ),
    "error.disk-full": QT_TRANSLATE_NOOP(
        "files",
        "The disk is full: “{file}” was not saved, and the old file is unchanged. "
        "Free some space, or save it elsewhere.",
    ),
    "error.no-folder": QT_TRANSLATE_NOOP(
        "files", "The folder for “{file}” is no longer there. Save it in another folder."
    ),
    "error.not-read": QT_TRANSLATE_NOOP(
        "files", "“{file}” could not be read. Copy it to this computer, then open the copy."
    ),
    "error.not-written": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” could not be saved, and the old file is unchanged. Save it in another folder.",
    ),
    "error.too-big": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” is over the limit of {limit} MB. "
        "Use fewer or smaller photos, or fewer typed weights.",
    ),
    "error.in-use": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” is open in another ConvViz window, whose changes would be lost. "
        "Save in another file, or close it there first.",
    ),
    "error.changed": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” was changed by someone else since it was opened here. "
        "Save in another file to keep both, or save over it.",
    ),
    "error.not-ours": QT_TRANSLATE_NOOP(
        "files", "“{file}” is not a ConvViz document. Choose a file that ConvViz has saved."
    ),
    "error.damaged": QT_TRANSLATE_NOOP(
        "files", "“{file}” is damaged or incomplete. Download or copy it again, or open a backup."
    ),
    "error.newer": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” was saved by a newer ConvViz (file version {version}). "
        "Update ConvViz, then open it again.",
    ),
    "error.wrong-field": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” says something impossible at {where}. It may have been edited by hand: "
        "put that right, or open a backup.",
    ),
    "error.photo-format": QT_TRANSLATE_NOOP(
        "files", "“{file}” is not a picture that ConvViz can open. Use PNG, JPEG, WebP or BMP."
    ),
    "error.photo-pixels": QT_TRANSLATE_NOOP(
        "files",
        "The picture in “{file}” has more than {limit} million pixels. "
        "Make it smaller, then open it again.",
    ),
    "error.photo-side": QT_TRANSLATE_NOOP(
        "files",
        "The picture in “{file}” is longer than {limit} pixel(s). "
        "Cut a piece out of it, then open that.",
    ),
    "error.photo-packed": QT_TRANSLATE_NOOP(
        "files",
        "The picture in “{file}” is packed in a way that takes too long to open. "
        "Save it again as PNG or JPEG, then open that.",
    ),
    "error.photo-damaged": QT_TRANSLATE_NOOP(
        "files", "The picture in “{file}” is damaged. Open another copy of it, or another photo."
    ),
    "error.photo-not-here": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” uses the photo “{photo}”, which this ConvViz does not have. "
        "Update ConvViz, then open it again.",
    ),
    "error.array-format": QT_TRANSLATE_NOOP(
        "files", "“{file}” is not an array of numbers. Save one from NumPy with np.save."
    ),
    "error.array-damaged": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” is incomplete or holds no plain array of numbers. "
        "Save it anew from NumPy, as float32.",
    ),
    "error.array-numbers": QT_TRANSLATE_NOOP(
        "files",
        "“{file}” holds numbers that are infinite or not numbers at all. "
        "Replace them, then load it again.",
    ),
    "error.no-ffmpeg": QT_TRANSLATE_NOOP(
        "files",
        "MP4 needs ffmpeg, which is not here: install ffmpeg, or run “pip install {extra}”. "
        "GIF and WebP need nothing.",
    ),
    "error.ffmpeg-failed": QT_TRANSLATE_NOOP(
        "files",
        "ffmpeg could not make “{file}”: {reason}. Choose another size, or GIF or WebP.",
    ),
}
