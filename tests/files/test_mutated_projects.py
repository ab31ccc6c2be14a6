"""Whatever is done to a file, it is read or it is a coded error: quickly, and in little memory.

Ten thousand of these are a matter of minutes: ``python -m tests.files.mutated 10000 0``.
"""

from __future__ import annotations

import time
import tracemalloc

import pytest

from convviz.files.errors import FileErrorCode
from convviz.files.projects import read_project, write_project

from .drawn_projects import plain
from .mutated import GOOD, MEMORY, SECONDS, mutated, outcome

COUNT, PARTS = 500, 5

pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")


@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_file_is_read_or_a_coded_error(tmp_path, part):
    path = tmp_path / "a.convviz"
    seen = set()
    tracemalloc.start()
    try:
        for seed in range(part, COUNT, PARTS):
            start = time.perf_counter()
            seen.add(outcome(path, seed))
            assert time.perf_counter() - start < SECONDS, seed
            assert tracemalloc.get_traced_memory()[1] < MEMORY, seed
    finally:
        tracemalloc.stop()
    assert {"damaged", "wrong-field"} <= seen
    assert seen <= {"read", *(code.value for code in FileErrorCode)}


def test_what_was_mutated_and_could_be_read_is_written_and_read_again(tmp_path):
    path, again = tmp_path / "a.convviz", tmp_path / "b.convviz"
    read = 0
    for seed in range(COUNT, COUNT + 300):
        if outcome(path, seed) == "read":
            read += 1
            project = read_project(path)
            write_project(again, project)
            assert plain(read_project(again)) == plain(project), seed
    assert read > 5


def test_a_mutation_is_one():
    assert sum(mutated(seed) in GOOD for seed in range(30)) < 8
