"""Files of every kind that went wrong, through the app's own reading code.

By hand, with a count and a first seed: ``python -m tests.files.fuzzed 50000 0``. Ends with 1 at the
first that is not read and no coded error either, takes over five seconds, or over a gigabyte.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from convviz.files.arrays import read_weights
from convviz.files.errors import FileError
from convviz.files.network_json import read_network
from convviz.files.own_photos import read_photo
from convviz.files.pictures import picture_of
from convviz.files.projects import Project, read_project
from convviz.model.layers import Input
from convviz.model.sources import input_values, source_limit
from convviz.model.values import evaluate
from convviz.state.document import History
from convviz.state.settings import Settings
from convviz.state.view import Playback

from ..scene.staged import frame, resolve, viewport
from .mutated import mutated
from .mutated_arrays import mutated_array
from .mutated_photos import mutated_photo

SECONDS, MEMORY = 5.0, 1_000_000_000  # of computing for one file; of the whole process
COMPUTED = 0.2  # seconds of computing, which stops between layers
SPACE = 3 * MEMORY  # of addresses, most of which numpy and Pillow never touch
STUCK = 60.0  # seconds until a file that never ends is named


def read_document(path: Path) -> None:
    """Open a document as the window does: read, compute, count, cast, and two frames of it."""
    project = read_project(path)
    assert isinstance(project, Project)
    read_network(path)
    document = project.document
    inputs = {
        node.id: input_values(node.layer, picture_of(node.layer, document.photos))
        for node in document.network.nodes
        if isinstance(node.layer, Input) and source_limit(node.layer) is None
    }
    end = time.perf_counter() + COMPUTED
    values = evaluate(document.network, inputs, lambda: time.perf_counter() > end)
    history, cell, view = History(document), project.cell, project.view
    resolved = resolve(history, values, values is None, cell, view, Settings())
    for moment in (0.0, 4.0):
        frame(resolved, Playback(moment), viewport())


KINDS: tuple[tuple[str, Callable[[int], bytes], Callable[[Path], object]], ...] = (
    (".convviz", mutated, read_document),
    (".png", mutated_photo, read_photo),
    (".npy", mutated_array, read_weights),
)
SHARES = (0, 0, 0, 1, 1, 1, 1, 2)  # which kind a seed is of


def told(path: Path) -> str:
    """Read a file as its ending says: the error's code, or "read"; anything else is raised."""
    reads = next((reads for ending, _, reads in KINDS if ending == path.suffix), read_photo)
    try:
        reads(path)
    except FileError as error:
        return error.code.value
    return "read"


def fuzzed(folder: Path, seed: int) -> Path:
    """Write the file of a seed."""
    ending, makes, _ = KINDS[SHARES[seed % len(SHARES)]]
    path = folder / f"a{ending}"
    path.write_bytes(makes(seed))
    return path


def peak() -> int:
    """The most memory that this process has held, bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 1024 * most


def confine() -> None:
    """Have the system refuse memory far beyond the limit: a bomb is then an error."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (SPACE, SPACE))


def run(count: int, first: int, folder: Path) -> tuple[Counter[str], float, int]:
    """Read so many files: what came of them, the longest time, and its seed.

    Raises
    ------
    AssertionError
        Over a limit.
    """
    outcomes: Counter[str] = Counter()
    longest, slowest = 0.0, first
    for seed in range(first, first + count):
        path = fuzzed(folder, seed)
        faulthandler.dump_traceback_later(STUCK, exit=True)
        start = time.process_time()
        try:
            outcomes[f"{path.suffix} {told(path)}"] += 1
        except BaseException:
            print(f"seed {seed} ({path.suffix})", file=sys.stderr)
            raise
        taken = time.process_time() - start
        faulthandler.cancel_dump_traceback_later()
        if taken > longest:
            longest, slowest = taken, seed
        assert taken < SECONDS, f"seed {seed}: {taken:.1f} s"
        assert peak() < MEMORY, f"seed {seed}: {peak() / 1e6:.0f} MB"
    return outcomes, longest, slowest


def main() -> None:
    count, first = int(sys.argv[1]), int(sys.argv[2])
    warnings.simplefilter(
        "ignore"
    )  # of entries with one name, which `zipfile` writes under protest
    confine()
    with tempfile.TemporaryDirectory() as folder:
        outcomes, longest, slowest = run(count, first, Path(folder))
    print(f"{count} files, longest {longest:.2f} s (seed {slowest}), peak {peak() / 1e6:.0f} MB")
    print(*(f"{found} {outcome}" for outcome, found in outcomes.most_common()), sep="\n")


if __name__ == "__main__":
    main()
