"""A document comes back as it was, the same bytes for the same document, on every machine."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from convviz.app.cli.count import run_count
from convviz.files import archive as archives
from convviz.files import projects as kept
from convviz.files.errors import FileError, FileErrorCode
from convviz.files.network_json import VERSION, bare, read_network
from convviz.files.pictures import picture_of
from convviz.files.projects import Project, project_entries, read_project, write_project
from convviz.model.documents import DOCUMENTS
from convviz.model.kinds import KINDS, kind_of
from convviz.model.layers import Add, BatchNorm, Concat, Conv2d, Flatten, Input, Source
from convviz.model.limits import DIMENSION_LIMIT, INPUT_LIMIT
from convviz.model.network import Network, Node, shapes
from convviz.model.network import set_field as with_field
from convviz.model.typed_edits import load_weights, set_kernel
from convviz.scene.offset import Offset
from convviz.state.document import Document
from convviz.state.edits import apply_edit, open_document
from convviz.state.intents import CopyFilter, SetBias, SetPhoto, SetWeight
from convviz.state.view import Selection, ViewOptions
from tests.model.drawn_graphs import graphs

from .drawn_projects import own_photo, plain, projects

FIXTURES = Path(__file__).parent / "fixtures"
FULL = FIXTURES / "version-1-full.convviz"


OFFSET = {"yaw": 5.0, "pitch": 0.0, "right": 0.1, "down": 0.0, "zoom": 1.5}


def full_project() -> Project:
    """What the fixture `version-1-full` holds."""
    document = open_document("five-filters")
    for intent in (
        SetPhoto("input", own_photo(6, 8)),
        SetWeight("conv1", 1, 2, 0, 4, -0.5),
        SetBias("conv1", 1, 2.5),
        CopyFilter("conv1", 0, 4),
    ):
        document = apply_edit(document, intent)
    pinned = with_field(DOCUMENTS["seed-direct"](), "conv1", "padding", (2, 2))  # as it then was
    document = replace(document, pinned=pinned)
    return Project(document, Selection(4, 10, 20), ViewOptions(cut_row=3, apart=0.25))


def loaded_project() -> Project:
    """What the fixture `version-1-loaded` holds: weights from a file, and a typed batch norm."""
    nodes = (
        Node("input", "입력", Input(3, 6, 7, Source.NOISE)),
        Node("conv1", "conv1", Conv2d(2, (1, 1), groups=1), ("input",)),
        Node("norm1", "norm1", BatchNorm(), ("conv1",)),
    )
    network = load_weights(Network(nodes), "conv1", np.arange(6.0).reshape(2, 3))
    network = set_kernel(network, "norm1", 1, 0, 0, 0, ((0.5,),))
    return Project(Document("own", network, "conv1"))


def offset_project() -> Project:
    """What the fixtures `version-1-offset` and `version-2-offset` hold: what version 2 brought."""
    nodes = (
        Node("input", "input", Input(4, 8, 9, Source.NOISE)),
        Node("conv1", "conv1", Conv2d(4, (3, 3), groups=4, depthwise=True), ("input",)),
    )
    pinned, origin = DOCUMENTS["five-filters"](), ("own", "다섯.convviz")
    document = Document("own", Network(nodes), "conv1", pinned=pinned, pinned_from=origin)
    view = ViewOptions(named="top", offset=Offset(12.0, -5.0, 0.1, -0.2, 1.5))
    return Project(document, Selection(2, 3, 4), view)


def rewritten(path: Path, edit, name="document.json") -> Path:
    """The same archive with one entry changed by `edit(bytes) -> bytes`."""
    with zipfile.ZipFile(path) as before:
        entries = {info.filename: before.read(info) for info in before.infolist()}
    entries[name] = edit(entries[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for entry, data in entries.items():
            after.writestr(entry, data)
    return path


def told(path: Path, edit) -> Path:
    """The same archive with its document.json changed by `edit(dict)`."""

    def change(data: bytes) -> bytes:
        value = json.loads(data)
        edit(value)
        return json.dumps(value).encode()

    return rewritten(path, change)


def failed(path: Path) -> FileError:
    with pytest.raises(FileError) as caught:
        read_project(path)
    return caught.value


@pytest.fixture
def full(tmp_path):
    path = tmp_path / "full.convviz"
    path.write_bytes(FULL.read_bytes())
    return path


CAMERA = {
    "target": [40.0, 10.0, 5.0], "yaw": 41.0, "pitch": 17.0, "distance": 99.0, "field": 20.0,
    "orthographic": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("turned", "named", "offset"),
    [
        ({}, "", Offset(20.0, -10.0)),  # from the resting view's 21 and 27 degrees
        ({"yaw": 0.0, "pitch": 0.0}, "front", Offset()),
        ({"yaw": 0.0, "pitch": 89.0}, "top", Offset()),
        ({"yaw": 89.0, "pitch": 0.0}, "side", Offset()),
        ({"yaw": 401.0}, "", Offset(20.0, -10.0)),
    ],
)
def test_a_file_that_keeps_a_camera_opens_as_it_was_turned(full, turned, named, offset):
    """A camera stood still while the story went on: files kept where until 2026."""
    path = told(full, lambda v: v["view"].update(camera={**CAMERA, **turned}))
    view = read_project(path).view
    assert (view.named, view.offset) == (named, offset)
    assert (view.cut_row, view.apart) == (3, 0.25)


@settings(max_examples=60)
@given(projects())
def test_every_document_comes_back_and_is_written_as_the_same_bytes(tmp_path_factory, project):
    folder = tmp_path_factory.mktemp("박 요셉")
    first, second = folder / "첫째.convviz", folder / "second.convviz"
    write_project(first, project)
    read = read_project(first)
    pinned = project.document.pinned
    expected = replace(
        project,
        document=replace(project.document, pinned=None if pinned is None else bare(pinned)),
    )
    assert plain(read) == plain(expected)
    write_project(second, read)
    assert first.read_bytes() == second.read_bytes()
    assert read_network(first) == bare(project.document.network)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_that_ships_comes_back(tmp_path, document):
    path = tmp_path / "a.convviz"
    project = Project(open_document(document))
    write_project(path, project)
    assert read_project(path) == project


def test_arrays_of_a_document_that_was_read_are_read_only_and_its_photo_is_shown(full):
    document = read_project(full).document
    (photo,) = document.photos
    arrays = [photo.pixels]
    for node in document.network.nodes:
        if node.typed is not None:
            arrays += [node.typed.places, node.typed.numbers]
    assert len(arrays) == 3 and not any(array.flags.writeable for array in arrays)
    layer = document.network.node("input").layer
    picture = picture_of(layer, document.photos)
    assert picture.shape == (3, 32, 32)
    assert abs(picture.mean() * 255 - photo.pixels[:, 1:7].mean()) < 12


def test_the_format_knows_every_kind_by_its_table_alone(tmp_path):
    written = {
        field for node in full_project().document.network.nodes for field in vars(node.layer)
    }
    for kind in KINDS.values():
        assert {spec.name for spec in kind.fields} == set(kind.layer.__dataclass_fields__)
    assert written >= {spec.name for spec in kind_of(Conv2d(1, 1)).fields}


# ---- fixtures: files of each version, which every later one reads -----------------------------
def test_the_full_file_of_version_1_is_read_as_ever():
    assert plain(read_project(FULL)) == plain(full_project())


def test_loaded_weights_of_version_1_are_read_as_ever():
    path = FIXTURES / "version-1-loaded.convviz"
    assert plain(read_project(path)) == plain(loaded_project())


def test_a_small_file_of_version_1_takes_what_it_leaves_out_as_it_was_then():
    project = read_project(FIXTURES / "version-1-small.convviz")
    layers = [node.layer for node in project.document.network.nodes]
    assert layers == [Input(3, 9, 8, Source.NOISE), Conv2d(2, (3, 3), seed=5)]
    assert (project.cell, project.view) == (Selection(), ViewOptions())


@pytest.mark.parametrize("version", [1, 2])
def test_what_version_2_brought_is_read_from_both(version):
    """The number was raised only after the fields had come: some files say 1 and have them."""
    path = FIXTURES / f"version-{version}-offset.convviz"
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("document.json"))["version"] == version
    assert read_project(path) == offset_project()


def test_no_field_comes_without_a_new_version():
    """An older program refuses a field it does not know, and says nothing of a newer ConvViz.

    Who adds a field raises the version and adds a fixture of it.
    """
    with zipfile.ZipFile(FIXTURES / f"version-{VERSION}-offset.convviz") as archive:
        kept = archive.read("document.json")
    assert project_entries(offset_project(), "a.convviz")["document.json"] == kept


# ---- files that are not right ----------------------------------------------------------------
def wrong_at(path: Path, edit) -> str:
    error = failed(told(path, edit))
    assert error.code is FileErrorCode.WRONG_FIELD
    return str(error.values["where"])


def set_field(place, name, value):
    def edit(value_):
        value_["layers"][place]["fields"][name] = value

    return edit


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kernel", [0, 5]),
        ("kernel", [5]),
        ("kernel", "5"),
        ("kernel", [[5], 5]),
        ("filters", 10**30 // 10**12),
        ("filters", True),
        ("filters", 5.0),
        ("stride", {"a": 1}),
        ("init", ["he"]),
        ("init", "new"),
        ("groups", 2),
        ("bias", None),
        ("colour", 1),
    ],
)
def test_a_wrong_field_of_a_layer_is_named(full, name, value):
    assert wrong_at(full, set_field(1, name, value)).startswith("layers[1]")


@pytest.mark.parametrize("frame", [[0, 0, 1], [0, 0, 2, 1], [0.5, 0, 0.5, 1], "all", [0, 0, 1, []]])
def test_a_wrong_crop_is_named(full, frame):
    assert wrong_at(full, set_field(0, "crop", frame)) == "layers[0].fields.crop"


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (lambda v: v.update(selected="nowhere"), "selected"),
        (lambda v: v.update(colour=1), "colour"),
        (lambda v: v.pop("layers"), "layers"),
        (lambda v: v.update(layers=v["layers"][:1] * 1001), "layers"),
        (lambda v: v.update(layers=[]), "layers"),
        (lambda v: v["layers"][1].update(inputs=["gone"]), "layers[1].inputs"),
        (lambda v: v["layers"][1].update(inputs=["conv1"]), "layers[1].inputs"),
        (lambda v: v["layers"][1].update(kind="conv3d"), "layers[1].kind"),
        (lambda v: v["layers"][1].update(name="n" * 101), "layers[1].name"),
        (lambda v: v["layers"][1].update(name="\ud800"), "layers[1].name"),
        (lambda v: v["layers"][1].update(typed=2), "layers[1].typed"),
        (lambda v: v["photos"][0].update(id="../../evil"), "photos[0].id"),
        (lambda v: v["photos"][0].update(source_size=[3]), "photos[0].source_size"),
        (lambda v: v.update(photos=v["photos"] * 2), "photos[1].id"),
        (lambda v: v["cell"].update(row=-1), "cell.row"),
        (lambda v: v["view"].update(apart=2), "view.apart"),
        (lambda v: v["view"].update(camera={}), "view.camera.target"),
        (lambda v: v["view"].update(named="below"), "view.named"),
        (lambda v: v["view"].update(named=[]), "view.named"),
        (lambda v: v["view"].update(offset={}), "view.offset.yaw"),
        (lambda v: v["view"].update(offset={**OFFSET, "zoom": None}), "view.offset.zoom"),
        (lambda v: v["pinned"][0].update(kind=3), "pinned[0].kind"),
        (lambda v: v.update(version=0), "version"),
        (lambda v: v.update(version="1"), "version"),
    ],
)
def test_whatever_is_wrong_is_named(full, edit, where):
    assert wrong_at(full, edit) == where


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda v: v.update(version=VERSION + 1), FileErrorCode.NEWER),
        (lambda v: v.update(format="other"), FileErrorCode.NOT_OURS),
        (lambda v: v["layers"][0]["fields"].update(photo="lake"), FileErrorCode.PHOTO_NOT_HERE),
        (lambda v: v["layers"][1].update(typed=False), FileErrorCode.DAMAGED),
        (lambda v: v["layers"][0].update(typed=True), FileErrorCode.DAMAGED),
        (lambda v: v["photos"][0].update(id="own-0123456789abcdef"), FileErrorCode.DAMAGED),
    ],
)
def test_what_is_newer_or_not_ours_says_so(full, edit, code):
    assert failed(told(full, edit)).code is code


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "convviz", "version": NaN}',
        b'{"format": "convviz", "version": 1e400}',
        b'{"format": "convviz", "format": "convviz"}',
        b'{"version": ' + b"9" * 5000 + b"}",
        b" " * 3_999_999,
    ],
)
def test_json_that_is_none_is_damage(full, text):
    assert failed(rewritten(full, lambda _: text)).code is FileErrorCode.DAMAGED


def test_json_over_its_limit_is_not_even_inflated(full):
    path = rewritten(full, lambda _: b" " * 50_000_000)
    assert path.stat().st_size < 100_000
    assert failed(path).code is FileErrorCode.TOO_BIG


def test_a_zip_bomb_is_told_by_what_it_declares(full):
    rewritten(full, lambda _: bytes(120_000_000), "weights/1/numbers.npy")
    assert failed(full).code is FileErrorCode.TOO_BIG


def test_a_zip_bomb_that_declares_little_stops_there(full):
    rewritten(full, lambda _: bytes(30_000_000), "weights/1/numbers.npy")
    data = full.read_bytes().replace(
        (30_000_000).to_bytes(4, "little"), (440).to_bytes(4, "little")
    )
    full.write_bytes(data)
    assert failed(full).code is FileErrorCode.DAMAGED


def test_a_huge_directory_is_not_read(full, monkeypatch):
    monkeypatch.setattr(archives, "DIRECTORY_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert failed(full).code is FileErrorCode.TOO_BIG


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "extra.txt", "weights/0/numbers.npy"])
def test_an_entry_of_another_name_is_refused(full, name):
    with zipfile.ZipFile(full, "a") as archive:
        archive.writestr(name, b"evil")
    assert failed(full).code is FileErrorCode.DAMAGED
    assert not (full.parent.parent / "evil").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(full):
    with zipfile.ZipFile(full, "a") as archive:
        archive.writestr("document.json", b"{}")
    assert failed(full).code is FileErrorCode.DAMAGED


def npy(array) -> bytes:
    from io import BytesIO

    out = BytesIO()
    np.save(out, array, allow_pickle=True)
    return out.getvalue()


COUNT = len(next(n.typed.numbers for n in full_project().document.network.nodes if n.typed))


@pytest.mark.parametrize(
    ("part", "array"),
    [
        ("numbers", np.full(COUNT, np.nan, np.float32)),
        ("numbers", np.full(COUNT, np.inf, np.float32)),
        ("numbers", np.full(COUNT, 2e6, np.float32)),
        ("numbers", np.zeros(COUNT + 1, np.float32)),
        ("numbers", np.zeros(COUNT, np.float64)),
        ("numbers", np.array([{}] * COUNT, object)),
        ("places", np.zeros((COUNT, 4), np.int32)),
        ("places", np.full((COUNT, 4), -7, np.int32)),
        ("places", np.zeros((4, COUNT), np.int32).T),
    ],
)
def test_arrays_that_cannot_be_are_damage(full, part, array):
    rewritten(full, lambda _: npy(array), f"weights/1/{part}.npy")
    assert failed(full).code is FileErrorCode.DAMAGED


@pytest.mark.parametrize("size", [0, 3, 30, 500, -1, -40])
def test_a_file_cut_short_is_told_apart(full, size):
    full.write_bytes(full.read_bytes()[:size])
    expected = FileErrorCode.NOT_OURS if 0 <= size < 4 else FileErrorCode.DAMAGED
    assert failed(full).code is expected


def test_other_files_are_not_ours(tmp_path):
    other = tmp_path / "a.convviz"
    other.write_text("hello, this is a text and no document at all")
    assert failed(other).code is FileErrorCode.NOT_OURS
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
    assert failed(other).code is FileErrorCode.NOT_OURS
    assert failed(tmp_path).code is FileErrorCode.NOT_OURS
    assert failed(tmp_path / "gone.convviz").code is FileErrorCode.NOT_FOUND
    assert failed(tmp_path / "nul\0.convviz").code is FileErrorCode.NOT_READ


def test_the_largest_network_can_be_kept(tmp_path):
    nodes = [Node("input", "input", Input(3, 4, 4, Source.NOISE))]
    for name in (f"{'층' * 96}{n}" for n in range(999)):
        nodes.append(Node(name, name, Conv2d(1, (1, 1)), (nodes[-1].id,)))
    document = replace(open_document("five-filters"), network=Network(tuple(nodes)))
    document = replace(document, selected="input", pinned=document.network)
    path = tmp_path / "large.convviz"
    write_project(path, Project(document))
    assert read_project(path).document == document


@pytest.mark.parametrize("limit", ["JSON_LIMIT", "PART_LIMIT", "INFLATED_LIMIT"])
def test_a_file_that_could_not_be_read_back_is_not_written(full, monkeypatch, limit):
    before = full.read_bytes()
    monkeypatch.setattr(kept, limit, 1_000)
    with pytest.raises(FileError) as caught:
        write_project(full, full_project())
    assert caught.value.code is FileErrorCode.TOO_BIG and full.read_bytes() == before


# ---- convviz count ---------------------------------------------------------------------------
def test_count_reads_a_file_as_it_reads_an_id(full, capsys):
    assert run_count([str(full), "--json"]) == 0
    of_file = json.loads(capsys.readouterr().out)
    assert run_count(["five-filters", "--json"]) == 0
    assert of_file == json.loads(capsys.readouterr().out)


def test_count_says_in_one_line_why_a_file_cannot_be_counted(full, capsys):
    full.write_bytes(full.read_bytes()[:300])
    assert run_count([str(full)]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("\n") == 1 and "damaged" in err and "backup" in err


def test_counting_a_file_loads_no_qt_and_no_numpy():
    code = (
        "import sys\nfrom convviz.app.main import main\n"
        f"status = main(['count', {str(FULL)!r}])\n"
        "sys.exit(status or sorted({'numpy', 'PIL', 'PySide6'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def of(id, layer, *inputs):
    return Node(id, id, layer, inputs)


@pytest.mark.parametrize("joined", [Concat(), Add()])
@pytest.mark.parametrize("count", [2, 64, 65, INPUT_LIMIT])
def test_what_the_model_allows_to_be_joined_opens_as_it_was_saved(tmp_path, joined, count):
    source = of("input", Input(3, 8, 8, Source.NOISE))
    first, second = (of(id, Conv2d(3, (1, 1)), "input") for id in ("first", "second"))
    inputs = ["first", "second"] * (count // 2) + ["first"] * (count % 2)
    network = Network((source, first, second, of("joined", joined, *inputs)))
    shapes(network)
    path = tmp_path / "branches.convviz"
    write_project(path, Project(Document("branches", network, "joined")))
    assert read_project(path).document.network == network


def test_a_cell_of_a_row_of_many_opens_as_it_was_saved(tmp_path):
    network = Network(
        (of("input", Input(40, 50, 50, Source.NOISE)), of("flat", Flatten(), "input"))
    )
    cell = Selection(shapes(network)["flat"].channels - 1)
    assert cell.filter > DIMENSION_LIMIT
    path = tmp_path / "flat.convviz"
    write_project(path, Project(Document("flat", network, "flat"), cell))
    assert read_project(path).cell == cell


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(network=graphs())
def test_every_graph_opens_as_it_was_saved(tmp_path, network):
    path = tmp_path / "graph.convviz"
    write_project(path, Project(Document("graph", network, network.nodes[-1].id)))
    assert read_project(path).document.network == network
