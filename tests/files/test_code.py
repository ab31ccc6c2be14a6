"""The network as code: the same every time, safe to run, and right where a framework is at hand."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
from dataclasses import replace

import numpy as np
import pytest

from convviz.files import code_numbers
from convviz.files.code import FRAMEWORKS, WRITERS, write_code
from convviz.files.code_keras_functions import FUNCTIONS
from convviz.files.code_names import code_names
from convviz.files.code_numbers import numbers_of, packed_numbers, values_of
from convviz.files.code_plan import plan
from convviz.files.errors import FileError, FileErrorCode
from convviz.model.counts import count
from convviz.model.documents import DOCUMENTS, chain
from convviz.model.kinds import KINDS
from convviz.model.layers import (
    AveragePool,
    BatchNorm,
    Conv2d,
    Flatten,
    Input,
    Linear,
    MaxPool,
    ReLU,
    Source,
)
from convviz.model.network import Network
from convviz.model.typed_edits import set_bias, set_kernel
from convviz.model.values import Values
from convviz.state.document import Document

from .drawn_code import drawn_network

BOUND = 1e-5  # of the largest value, across layers
RANDOM = 100

framework = pytest.mark.parametrize("framework", FRAMEWORKS)


def planned(network, title="a title"):
    return plan(network, title, values_of(Document("x", network, network.nodes[0].id)))


def written(network, framework, title="a title"):
    return WRITERS[framework](planned(network, title))


def noise(*layers, size=(3, 9, 8)):
    named = ((f"{type(layer).__name__}{place}", layer) for place, layer in enumerate(layers))
    return chain(("input", Input(*size, source=Source.NOISE)), *named)


# ---- what can be said without a framework ----------------------------------------------------
def test_the_random_networks_have_every_kind():
    met = {type(node.layer) for seed in range(RANDOM) for node in drawn_network(seed).nodes}
    assert met == {kind.layer for kind in KINDS.values()}


@framework
def test_code_is_python_and_the_same_every_time(framework):
    for seed in range(RANDOM):
        network = drawn_network(seed)
        text = written(network, framework)
        compile(text, "code", "exec")
        assert text == written(network, framework)
        assert "\t" not in text and not re.search(r"[ \t]\n|\n\n\n\n", text)


@framework
def test_no_network_reaches_beyond_its_own_imports(framework):
    imported = {"pathlib", "numpy", "torch", "torch.nn.functional", "keras"}
    for seed in range(20):
        for node in ast.walk(ast.parse(written(drawn_network(seed), framework))):
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= imported
            elif isinstance(node, ast.ImportFrom):
                assert node.module in imported


def test_keras_code_has_the_functions_that_it_calls_and_no_other():
    for seed in range(RANDOM):
        text = written(drawn_network(seed), "keras")
        for name in FUNCTIONS:
            assert text.count(f"{name}(") != 1, name


def test_the_numbers_are_the_same_bytes_every_time():
    network = drawn_network(3)
    assert packed_numbers(planned(network).arrays) == packed_numbers(planned(network).arrays)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_numbers_have_as_many_weights_as_are_counted(document):
    network = DOCUMENTS[document]()
    arrays = planned(network).arrays
    statistics = ("running_mean", "running_var")  # of batch norms: no parameters
    counted = (
        a.size for name, a in arrays.items() if "." in name and not name.endswith(statistics)
    )
    assert sum(counted) == count(network).totals.parameters


def test_typed_numbers_go_along():
    network = set_bias(
        set_kernel(noise(Conv2d(2, 1)), "Conv2d0", 1, 0, 0, 0, ((7.5,),)), "Conv2d0", 0, -2
    )
    arrays = planned(network).arrays
    assert arrays["Conv2d0.weight"][1, 0, 0, 0] == 7.5 and arrays["Conv2d0.bias"][0] == -2


def test_same_padding_is_written_out():
    even, odd = noise(Conv2d(2, 3, padding="same")), noise(Conv2d(2, 4, stride=3, padding="same"))
    assert "padding=1)" in written(even, "torch") and "ZeroPadding2D(1)" in written(even, "keras")
    # 9 rows: 3 outputs reach over 10, the one more below; 8 columns: over 10, one each side.
    assert "F.pad(input, (1, 1, 0, 1))" in written(odd, "torch")
    assert "ZeroPadding2D(((0, 1), (1, 1)))" in written(odd, "keras")
    for name in FRAMEWORKS:
        assert '"same"' not in written(odd, name)


def test_what_keras_lacks_is_a_function():
    ceil = written(noise(MaxPool(3, 2, ceil_mode=True), size=(3, 8, 8)), "keras")
    assert "with_lowest(input, ((0, 1), (0, 1)))" in ceil and "layers.MaxPooling2D(3, 2)" in ceil
    mean = written(noise(AveragePool(3, 2, 1, count_include_pad=False)), "keras")
    assert "average_pool(input, (3, 3), (2, 2), ((1, 1), (1, 0)), (0, 0))" in mean
    both = written(noise(Conv2d(2, 3, stride=2, dilation=2)), "keras")
    assert "[:, ::2, ::2]" in both and "strides" not in both
    flat = written(noise(Flatten()), "keras")
    assert "Permute((3, 1, 2))" in flat and "Reshape((1, 1, 216))" in flat


# ---- names -----------------------------------------------------------------------------------
NASTY = [
    "class", "train", "self", "torch", "forward", "1×1", "합성곱 층", "pad_1", "conv2d",
    "a b", "a_b", "__init__", '"""', "x\\", "a\nimport os", "\u2028import os", "NUMBERS",
    "F", "  .. ", "é", "0" * 100, "a" * 100, "conv_1",
]  # fmt: skip


def test_every_name_is_one_that_code_can_have():
    network = noise(*(ReLU() for _ in NASTY))
    nodes = (replace(n, name=name) for n, name in zip(network.nodes[1:], NASTY, strict=True))
    names = code_names(Network((network.nodes[0], *nodes)))
    assert len(set(names.values())) == len(names)
    for name in names.values():
        assert name.isascii() and name.isidentifier() and name[0].isalpha() and len(name) < 80
    assert list(names.values())[1:8] == [
        "class_layer", "train_layer", "self_layer", "torch_layer", "forward_layer", "relu_1x1",
        "relu",
    ]  # fmt: skip


@framework
def test_names_and_titles_are_never_code(framework):
    network = noise(*(Conv2d(2, 1) for _ in NASTY))
    nodes = (replace(n, name=name) for n, name in zip(network.nodes[1:], NASTY, strict=True))
    network = Network((network.nodes[0], *nodes))
    for title in NASTY:
        tree = ast.parse(written(network, framework, title))
        names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        assert "os" not in names


# ---- what is too large -----------------------------------------------------------------------
@framework
def test_what_is_too_large_is_left_out_and_said(framework):
    network = chain(
        ("input", Input(64, 600, 600)), ("conv1", Conv2d(4, 1)), ("norm1", BatchNorm()),
        ("pool1", MaxPool(600, 600)), ("flat1", Flatten()), ("fc1", Linear(9)),
    )  # fmt: skip
    text = written(network, framework)
    arrays = planned(network).arrays
    assert set(arrays) == {"conv1.weight", "conv1.bias", "fc1.weight", "fc1.bias"}
    assert "draws its own: norm1" in text
    compile(text, "code", "exec")


def test_the_file_of_numbers_has_a_limit(monkeypatch):
    monkeypatch.setattr(code_numbers, "NUMBERS_LIMIT", 300)
    network = noise(Conv2d(2, 3), Conv2d(40, 3), Conv2d(1, 1))
    found = numbers_of(network, Values(), code_names(network))
    assert set(found) == {f"Conv2d{n}.{end}" for n in (0, 2) for end in ("weight", "bias")}


# ---- on the disk -----------------------------------------------------------------------------
def test_both_files_are_written_or_neither(tmp_path, monkeypatch):
    network = drawn_network(1)
    path = tmp_path / "박 요셉.py"
    (tmp_path / "박 요셉.npz").mkdir()
    with pytest.raises(FileError):
        write_code(path, network, "a", Values(), "torch")
    assert [each.name for each in tmp_path.iterdir()] == ["박 요셉.npz"]


def test_a_full_disk_leaves_the_old_files(tmp_path, monkeypatch):
    path = tmp_path / "a.py"
    write_code(path, drawn_network(1), "a", Values(), "torch")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    synced = []

    def fsync(handle):
        synced.append(handle)
        if len(synced) > 1:
            raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileError) as caught:
        write_code(path, drawn_network(2), "a", Values(), "torch")
    assert caught.value.code is FileErrorCode.DISK_FULL
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


# ---- run ---------------------------------------------------------------------------------------
def loaded(path):
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_torch(module, numbers):
    import torch

    network = module.Network().eval()
    module.load(network, numbers)
    with torch.no_grad():
        given = [torch.from_numpy(numbers[name])[None] for name in module.INPUTS]
        found = network(*given)
    outputs = found if len(module.OUTPUTS) > 1 else [found]
    return sum(p.numel() for p in network.parameters()), [out[0].numpy() for out in outputs]


def run_keras(module, numbers):
    import keras

    network = module.network()
    module.load(network, numbers)
    given = [numbers[name].transpose(1, 2, 0)[None] for name in module.INPUTS]
    found = keras.tree.flatten(network(given, training=False))
    outputs = [keras.ops.convert_to_numpy(out)[0].transpose(2, 0, 1) for out in found]
    keras.backend.clear_session()
    return sum(int(np.prod(v.shape)) for v in network.trainable_variables), outputs


RUNS = {"torch": run_torch, "keras": run_keras}


@framework
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("which", [*DOCUMENTS, "random"])
def test_the_code_gives_the_same_counts_and_values(framework, which, tmp_path):
    pytest.importorskip(framework, reason=f"{framework} is not installed", exc_type=ImportError)
    networks = map(drawn_network, range(RANDOM)) if which == "random" else [DOCUMENTS[which]()]
    for place, network in enumerate(networks):
        path = tmp_path / f"net{place}.py"
        values = values_of(Document("x", network, network.nodes[0].id))
        numbers = dict(np.load(write_code(path, network, which, values, framework)))
        module = loaded(path)
        assert {*module.INPUTS, *module.OUTPUTS} <= numbers.keys()
        parameters, outputs = RUNS[framework](module, numbers)
        assert parameters == count(network).totals.parameters
        for name, output in zip(module.OUTPUTS, outputs, strict=True):
            expected = numbers[name]
            assert output.shape == expected.shape
            assert np.abs(output - expected).max() <= BOUND * np.abs(expected).max(), (place, name)
