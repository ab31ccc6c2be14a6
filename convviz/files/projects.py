"""Documents on disk: a ``.convviz`` file is a zip of document.json, photos and typed weights.

======================  =======================================================================
document.json           the format's name and version, layers, selection, view (`project_json`)
photos/<id>.png         each photo of the user's own
weights/<n>/...npy      of layer n in the order of document.json: places, numbers and, where a
                        file was loaded, loaded (`model.typed.Typed`)
======================  =======================================================================

Whatever else a zip may hold is not ours, and nothing is read before its size is known.

Versions, each of which is read for ever; an older program says that a newer one wrote the file:

1. The first. ``view`` kept a camera, which stood still while the story went on.
2. ``view`` keeps a named view and the user's offset instead of the camera, a convolution
   ``depthwise``, a pinned network where it came from (``pinned_from``). Files of the days before
   this number was raised have these and still say version 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from convviz.files.archive import INFLATED_LIMIT, Archive, packed
from convviz.files.disk import MEGABYTE, write_whole
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.fields import JSON_LIMIT
from convviz.files.network_json import DOCUMENT, document_field
from convviz.files.own_photos import kept_photo, packed_photo
from convviz.files.photos import PHOTOS
from convviz.files.project_json import Outline, as_json, outline
from convviz.files.typed_arrays import packed_typed, read_typed
from convviz.model.kinds import as_input
from convviz.model.network import Network
from convviz.model.typed import Typed
from convviz.state.document import Document
from convviz.state.photos import OwnPhoto
from convviz.state.view import Selection, ViewOptions

PART_LIMIT = 40 * MEGABYTE  # of one array or photo; 8 M weights are 32 MB
PARTS = ("places", "numbers", "loaded")


@dataclass(frozen=True)
class Project:
    """What a file keeps.

    Attributes
    ----------
    document : Document
    cell : Selection
        The active output cell.
    view : ViewOptions
    """

    document: Document
    cell: Selection = field(default_factory=Selection)
    view: ViewOptions = field(default_factory=ViewOptions)


def read_project(path: Path) -> Project:
    """Return the project in a file.

    Raises
    ------
    FileError
        NOT_FOUND, NO_ACCESS, LOCKED, NOT_READ, NOT_OURS, TOO_BIG, DAMAGED, NEWER, WRONG_FIELD,
        PHOTO_NOT_HERE, PHOTO_PIXELS.
    """
    with Archive(path) as archive:
        return project_in(archive)


def project_in(archive: Archive, beside: frozenset[str] = frozenset()) -> Project:
    """Return the project in an archive, which may hold the entries `beside` it too.

    Raises
    ------
    FileError
        NOT_OURS, TOO_BIG, DAMAGED, NEWER, WRONG_FIELD, PHOTO_NOT_HERE, PHOTO_PIXELS.
    """
    told = outline(document_field(archive))
    _check_names(archive, told, beside)
    photos = tuple(_photo(archive, photo) for photo in told.photos)
    network = Network(
        tuple(
            replace(node, typed=_typed(archive, place)) if node.id in told.typed else node
            for place, node in enumerate(told.document.network.nodes)
        )
    )
    document = replace(told.document, network=network, photos=photos)
    _check_photos(document, archive.path.name)
    return Project(document, told.cell, told.view)


def write_project(path: Path, project: Project) -> None:
    """Write a project: the whole file, or the old one stays as it was.

    Raises
    ------
    FileError
        TOO_BIG (values: limit); NO_ACCESS, LOCKED, DISK_FULL, NO_FOLDER, NOT_WRITTEN.
    """
    entries = project_entries(project, path.name)
    stored = frozenset(name for name in entries if name.endswith(".png"))
    write_whole(path, packed(entries, stored))


def project_entries(project: Project, file: str) -> dict[str, bytes]:
    """Return the entries of a file by name: the same bytes for the same project.

    Raises
    ------
    FileError
        TOO_BIG (values: file, limit).
    """
    entries = _entries(project)
    over = len(entries[DOCUMENT]) > JSON_LIMIT or max(map(len, entries.values())) > PART_LIMIT
    if over or sum(map(len, entries.values())) > INFLATED_LIMIT:
        raise FileError(FileErrorCode.TOO_BIG, file=file, limit=INFLATED_LIMIT // MEGABYTE)
    return entries


def _entries(project: Project) -> dict[str, bytes]:
    document = project.document
    entries = {DOCUMENT: as_json(document, project.cell, project.view)}
    for photo in document.photos:
        entries[_photo_name(photo)] = packed_photo(photo)
    for place, node in enumerate(document.network.nodes):
        if node.typed is not None:
            for part, data in packed_typed(node.typed).items():
                entries[_part_name(place, part)] = data
    return entries


def _check_names(archive: Archive, told: Outline, beside: frozenset[str]) -> None:
    """Check that the archive holds what its document speaks of, and nothing that is not known."""
    needed = {DOCUMENT, *map(_photo_name, told.photos)}
    allowed = needed | beside
    for place, node in enumerate(told.document.network.nodes):
        if node.id in told.typed:
            names = [_part_name(place, part) for part in PARTS]
            needed.update(names[:2])
            allowed.update(names)
    if not needed <= archive.names <= allowed:
        raise archive.damaged()


def _photo_name(photo: OwnPhoto) -> str:
    return f"photos/{photo.id}.png"


def _part_name(place: int, part: str) -> str:
    return f"weights/{place}/{part}.npy"


def _photo(archive: Archive, declared: OwnPhoto) -> OwnPhoto:
    data = archive.read(_photo_name(declared), PART_LIMIT)
    photo = kept_photo(data, declared, archive.path.name)
    if photo is None:
        raise archive.damaged()
    return photo


def _typed(archive: Archive, place: int) -> Typed:
    names = {part: _part_name(place, part) for part in PARTS}
    data = {
        part: archive.read(name, PART_LIMIT)
        for part, name in names.items()
        if name in archive.names
    }
    typed = read_typed(data)
    if typed is None:
        raise archive.damaged()
    return typed


def _check_photos(document: Document, file: str) -> None:
    known = {*PHOTOS, *(photo.id for photo in document.photos)}
    for node in document.network.nodes:
        if (layer := as_input(node.layer)) is not None and layer.photo not in known:
            raise FileError(FileErrorCode.PHOTO_NOT_HERE, file=file, photo=layer.photo)
