"""A network as code that runs, and the file of numbers that goes with it."""

from __future__ import annotations

from pathlib import Path

from convviz.files.code_keras import keras_code
from convviz.files.code_numbers import packed_numbers
from convviz.files.code_plan import plan
from convviz.files.code_torch import torch_code
from convviz.files.disk import write_together
from convviz.model.network import Network
from convviz.model.values import Values

WRITERS = {"torch": torch_code, "keras": keras_code}
FRAMEWORKS = tuple(WRITERS)


def write_code(path: Path, network: Network, title: str, values: Values, framework: str) -> Path:
    """Write a network's program, and its numbers beside it: both, or neither.

    Returns
    -------
    Path
        Of the numbers: an .npz of the same name.

    Raises
    ------
    FileError
        As `disk.write_whole`.
    """
    made = plan(network, title, values)
    numbers = path.with_suffix(".npz")
    text = WRITERS[framework](made).encode()
    write_together({path: text, numbers: packed_numbers(made.arrays)})
    return numbers
