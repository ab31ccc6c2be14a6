"""The coded error of everything that reads or writes files."""

from __future__ import annotations

from enum import Enum


class FileErrorCode(Enum):
    """What went wrong with a file; `convviz.words` has a text for each."""

    PHOTO_UNKNOWN = "photo-unknown"
    PHOTO_MISSING = "photo-missing"
    PHOTO_UNREADABLE = "photo-unreadable"
    PICTURE_SIZE = "picture-size"
    # Any file; values: file, and what is named here.
    NOT_FOUND = "not-found"
    NO_ACCESS = "no-access"
    LOCKED = "locked"
    DISK_FULL = "disk-full"
    NO_FOLDER = "no-folder"  # the folder to write into is not there
    NOT_READ = "not-read"
    NOT_WRITTEN = "not-written"
    TOO_BIG = "too-big"  # limit (MB)
    IN_USE = "in-use"  # another window has it open
    CHANGED = "changed"  # by somebody else, since it was read or written here
    # Documents.
    NOT_OURS = "not-ours"
    DAMAGED = "damaged"
    NEWER = "newer"  # version
    WRONG_FIELD = "wrong-field"  # where
    PHOTO_NOT_HERE = "photo-not-here"  # photo: one that neither ships nor is in the file
    # Photos of one's own.
    PHOTO_FORMAT = "photo-format"
    PHOTO_DAMAGED = "photo-damaged"
    PHOTO_PIXELS = "photo-pixels"  # limit (megapixels)
    PHOTO_SIDE = "photo-side"  # limit (pixels)
    PHOTO_PACKED = "photo-packed"  # its file keeps a decoder busy for long
    # Arrays of numbers.
    ARRAY_FORMAT = "array-format"
    ARRAY_DAMAGED = "array-damaged"
    ARRAY_NUMBERS = "array-numbers"  # NaN or infinite numbers among them
    # Clips.
    NO_FFMPEG = "no-ffmpeg"  # extra: what brings one along
    FFMPEG_FAILED = "ffmpeg-failed"  # reason


class FileError(Exception):
    """A file could not be used, for a coded reason.

    Parameters
    ----------
    code : FileErrorCode
        The reason.
    **values : int or str
        What the text of the reason speaks of: a name, a size, a limit.
    """

    def __init__(self, code: FileErrorCode, **values: int | str) -> None:
        told = ", ".join(f"{name}={value}" for name, value in values.items())
        super().__init__(f"{code.value}: {told}")
        self.code = code
        self.values = values
