"""The files that one window has open: claimed before other windows, and watched for changes.

A claim is a lock in the user's folder, not beside the file, where it might not be wanted or
allowed. What the file was when it was read or written last is its stamp.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from convviz.files.disk import Stamp, clear_parts, stamp_of
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.locks import FileLock
from convviz.files.projects import Project, read_project, write_project


class OpenFiles:
    """The files of one window. One thread uses it, the one that reads and writes.

    Parameters
    ----------
    folder : Path
        Where claims are; made when the first one is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: dict[Path, Stamp | None] = {}
        self._claims: dict[Path, FileLock] = {}
        self._shared: set[Path] = set()  # opened or written although another window has them

    def read(self, path: Path, shared: bool = False) -> Project:
        """Claim a file and return its project; where another window has it only when `shared`.

        Raises
        ------
        FileError
            IN_USE; as `projects.read_project`.
        """
        held = path in self._claims
        if not self.claim(path) and not shared:
            raise FileError(FileErrorCode.IN_USE, file=path.name)
        try:
            stamp = stamp_of(path)
            project = read_project(path)
        except FileError:
            if not held:
                self.leave(path)
            raise
        self._stamps[path] = stamp
        return project

    def write(self, path: Path, project: Project, over: bool = False) -> None:
        """Write a project; `over` another window's file, or what somebody else made of it, too.

        Raises
        ------
        FileError
            IN_USE, CHANGED; as `projects.write_project`.
        """
        held = path in self._claims
        if over:
            self._shared.add(path)
        elif not self.claim(path) and path not in self._shared:
            raise FileError(FileErrorCode.IN_USE, file=path.name)
        try:
            known, present = self._stamps.get(path), stamp_of(path)
            if not over and known is not None and present is not None and present != known:
                raise FileError(FileErrorCode.CHANGED, file=path.name)
            write_project(path, project)
        except FileError:
            if not held:
                self.leave(path)
            raise
        self._stamps[path] = stamp_of(path)

    def claim(self, path: Path) -> bool:
        """Whether this window has a file to itself, from now on."""
        if path in self._claims:
            return True
        try:
            claim = FileLock.take(self._folder / _claim_name(path))
        except OSError:
            return True  # no claims without a folder for them; changes are noticed all the same
        if claim is not None:
            self._claims[path] = claim
            if claim.predecessor not in (0, os.getpid()):  # killed, perhaps while it saved
                clear_parts(Path(os.path.realpath(path)).parent, claim.predecessor)
        return claim is not None

    def share(self, path: Path) -> None:
        """Save a file from now on though another window has it open; changes are still noticed."""
        self._shared.add(path)

    def stamp(self, path: Path) -> Stamp | None:
        """What a file was when it was read or written last; None where neither has been done."""
        return self._stamps.get(path)

    def expect(self, path: Path, stamp: Stamp | None) -> None:
        """Take a stamp from an earlier run, so that changes since then are noticed."""
        self._stamps[path] = stamp

    def keep_only(self, path: Path | None) -> None:
        """Let go of the claims on all files but the one that is shown."""
        for other in [each for each in self._claims if each != path]:
            self.leave(other)

    def leave(self, path: Path) -> None:
        """Let go of a claim."""
        claim = self._claims.pop(path, None)
        if claim is not None:
            with contextlib.suppress(OSError):
                claim.release()


def _claim_name(path: Path) -> str:
    """The name that a file has for every window, by whatever links it was found."""
    place = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:32] + ".lock"
