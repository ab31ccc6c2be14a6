"""What was mutated and can be read is a document like any other."""

from __future__ import annotations

import pytest

from convviz.files.errors import FileError
from convviz.files.projects import read_project, write_project

from .drawn_projects import plain
from .mutated import GOOD, mutated

pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")


def test_what_was_mutated_and_could_be_read_is_written_and_read_again(tmp_path):
    path, again = tmp_path / "a.convviz", tmp_path / "b.convviz"
    read = 0
    for seed in range(300):
        path.write_bytes(mutated(seed))
        try:
            project = read_project(path)
        except FileError:
            continue
        read += 1
        write_project(again, project)
        assert plain(read_project(again)) == plain(project), seed
    assert read > 5


def test_a_mutation_is_one():
    assert sum(mutated(seed) in GOOD for seed in range(30)) < 8
