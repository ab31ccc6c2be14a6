"""The coded error of everything that reads or writes files."""

from __future__ import annotations

from enum import Enum


class FileErrorCode(Enum):
    """What went wrong with a file; `convviz.words` has a text for each."""

    PHOTO_UNKNOWN = "photo-unknown"
    PHOTO_MISSING = "photo-missing"
    PHOTO_UNREADABLE = "photo-unreadable"
    PICTURE_SIZE = "picture-size"


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
