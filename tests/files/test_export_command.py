"""``convviz export`` and ``convviz documents``: what they write, and why they do not."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from convviz import words
from convviz.app.main import main
from convviz.files.projects import Project, write_project
from convviz.model.documents import DOCUMENTS, seed_bottleneck
from convviz.model.typed_edits import set_kernel
from convviz.state.document import Document


@pytest.fixture(autouse=True)
def english_again():
    yield
    words.set_translator(lambda _, source: source)


@pytest.fixture
def own_file(tmp_path):
    """A document of the user's own, with a typed weight and a name in Hangul."""
    network = set_kernel(seed_bottleneck(), "conv1", 2, 5, 0, 0, ((0.25,),))
    path = tmp_path / "박 요셉.convviz"
    write_project(path, Project(Document("mine", network, "conv1")))
    return path


@pytest.mark.parametrize("ending", ["csv", "md", "tex", "html"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_table_is_written(tmp_path, capsys, ending, language):
    out = tmp_path / f"counts.{ending.upper()}"
    assert main(["export", "seed-direct", "--out", str(out), "--lang", language]) == 0
    text = out.read_text(encoding="utf-8-sig")
    assert "120422400" in text.replace(",", "") and "MAC" in text
    assert ("합계" in text) == (language == "ko")
    assert capsys.readouterr().out == f"{out}\n"


def test_code_of_a_file_has_its_typed_weights(own_file, tmp_path, capsys):
    out = tmp_path / "net.py"
    assert main(["export", str(own_file), "--out", str(out), "--framework", "keras"]) == 0
    assert capsys.readouterr().out.splitlines() == [str(out), str(out.with_suffix(".npz"))]
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# 박 요셉\n") and "import keras" in text and "not trained" not in text
    with np.load(out.with_suffix(".npz")) as numbers:
        assert numbers["conv1.weight"][2, 5, 0, 0] == np.float32(0.25)


def test_without_a_framework_code_is_torchs(tmp_path):
    out = tmp_path / "net.py"
    assert main(["export", "five-filters", "--out", str(out)]) == 0
    assert "from torch import nn" in out.read_text(encoding="utf-8")


REFUSED = [
    (["nothing-like-it", "--out", "a.csv"], "nothing-like-it"),
    (["gone.convviz", "--out", "a.csv"], "gone.convviz"),
    (["gone.convviz", "--out", "a.py"], "gone.convviz"),
    (["seed-direct", "--out", "a.docx"], ".csv, .md, .tex, .html, .py"),
    (["seed-direct", "--out", "a"], ".csv, .md, .tex, .html, .py"),
    (["seed-direct", "--out", "nowhere/a.md"], "folder"),
    (["seed-direct", "--out", "nowhere/a.py"], "folder"),
    (["seed-direct", "--out", "a.md", "--framework", "keras"], "--framework"),
]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_what_cannot_be_is_told_in_one_line(
    tmp_path, monkeypatch, capsys, arguments, told, language
):
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments, "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert not out and err.startswith("convviz: ") and err.count("\n") == 1
    assert told in err or language == "ko"
    assert not list(tmp_path.iterdir())


def test_a_damaged_file_is_told_and_nothing_is_written(own_file, tmp_path, capsys):
    own_file.write_bytes(own_file.read_bytes()[:300])
    assert main(["export", str(own_file), "--out", str(tmp_path / "a.py")]) == 2
    assert "damaged" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [own_file]


def test_the_documents_are_listed(capsys):
    assert main(["documents"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(DOCUMENTS)
    assert main(["documents", "--json", "--lang", "ko"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in listed] == list(DOCUMENTS)
    assert listed[1]["title"] == "병목 없이: 5×5×192"


@pytest.mark.parametrize("out", [None, "a.tex", "a.py"])
def test_exporting_loads_no_qt(tmp_path, out):
    given = (
        ["documents"] if out is None else ["export", "five-filters", "--out", str(tmp_path / out)]
    )
    code = (
        "import sys\nfrom convviz.app.main import main\n"
        f"status = main({given!r})\n"
        "sys.exit(status or sorted({'OpenGL', 'PySide6', 'pyqtgraph'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
