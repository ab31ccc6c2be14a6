"""A zip file of a few entries, read within limits and written the same way each time.

Nothing in it is trusted: the directory's size is checked before it is read, every entry's declared
size before it is inflated, and inflating stops at the declared size. Nothing is unpacked to disk.
"""

from __future__ import annotations

import errno
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from convviz.files.disk import MEGABYTE, check_size, read_error
from convviz.files.errors import FileError, FileErrorCode

FILE_LIMIT = 128 * MEGABYTE
INFLATED_LIMIT = 100 * MEGABYTE  # of all entries together
ENTRY_LIMIT = 3_100  # three arrays for each of 1,000 layers, the photos, the document
DIRECTORY_LIMIT = 128 * ENTRY_LIMIT  # bytes

_START = b"PK\x03\x04"
_END = struct.Struct("<4s4H2LH")  # the end of the central directory (APPNOTE.TXT 4.3.16)
_END_MARK = b"PK\x05\x06"
_LARGE_MARK = b"PK\x06\x07"  # of a zip64's directory, which a file of ours never needs
_LARGE_SIZE = 20
# What `zipfile` raises for bytes that make no sense.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Archive:
    """An open archive; use it in a ``with``.

    Parameters
    ----------
    path : Path

    Raises
    ------
    FileError
        NOT_FOUND, NO_ACCESS, LOCKED, NOT_READ; NOT_OURS when it is no zip; TOO_BIG; DAMAGED when
        it is cut short, has two entries of one name, is encrypted or contradicts itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        check_size(path, FILE_LIMIT)
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise read_error(path, error) from error
        try:
            size = os.fstat(self._file.fileno()).st_size  # somebody may just have replaced it
            if size > FILE_LIMIT:
                raise self._too_big(FILE_LIMIT)
            self._check_end(size)
            self._zip = zipfile.ZipFile(self._file)
            self._entries = self._checked(self._zip.infolist())
        except FileError:
            self._file.close()
            raise
        except _BROKEN as error:
            self._file.close()
            raise self.damaged() from error
        except OSError as error:
            self._file.close()
            raise self._refused(error) from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def names(self) -> frozenset[str]:
        """The entries' names."""
        return frozenset(self._entries)

    def damaged(self) -> FileError:
        """Return the error that says this file is damaged."""
        return FileError(FileErrorCode.DAMAGED, file=self.path.name)

    def read(self, name: str, limit: int) -> bytes:
        """Return an entry's bytes.

        Raises
        ------
        FileError
            DAMAGED when it is not there or not whole, TOO_BIG.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise self.damaged()
        if entry.file_size > limit:
            raise self._too_big(limit)
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size + 1)  # checks the sum at its end
        except _BROKEN as error:
            raise self.damaged() from error
        except OSError as error:
            raise self._refused(error) from error
        if len(data) != entry.file_size:
            raise self.damaged()
        return data

    def _refused(self, error: OSError) -> FileError:
        # A place before the start of the file is what a damaged directory may point to.
        return self.damaged() if error.errno == errno.EINVAL else read_error(self.path, error)

    def _check_end(self, size: int) -> None:
        """Check the directory's size, before `zipfile` reads all of it."""
        if self._file.read(len(_START)) != _START:
            raise FileError(FileErrorCode.NOT_OURS, file=self.path.name)
        if size < _END.size + _LARGE_SIZE:
            raise self.damaged()
        self._file.seek(size - _END.size - _LARGE_SIZE)
        tail = self._file.read(_END.size + _LARGE_SIZE)
        mark, _, _, _, count, directory, _, comment = _END.unpack(tail[_LARGE_SIZE:])
        if mark != _END_MARK or comment or tail.startswith(_LARGE_MARK):
            raise self.damaged()
        if count > ENTRY_LIMIT or directory > DIRECTORY_LIMIT:
            raise self._too_big(FILE_LIMIT)

    def _checked(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            known = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            if info.filename in entries or info.flag_bits & 0x1 or not known:
                raise self.damaged()
            entries[info.filename] = info
        if len(entries) > ENTRY_LIMIT or sum(i.file_size for i in infos) > INFLATED_LIMIT:
            raise self._too_big(INFLATED_LIMIT)
        return entries

    def _too_big(self, limit: int) -> FileError:
        return FileError(FileErrorCode.TOO_BIG, file=self.path.name, limit=limit // MEGABYTE)


def packed(entries: Mapping[str, bytes], stored: frozenset[str]) -> bytes:
    """Return a zip file of entries: the same bytes for the same entries.

    Parameters
    ----------
    entries : mapping of str to bytes
        By name; written in that order.
    stored : frozenset of str
        Names of those that are compressed already.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)  # its time is always 1980-01-01
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every system
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()
