"""The house rules that no linter knows, and proof that each rule and each contract can fail.

Import directions are import-linter's contracts in pyproject.toml. Here are the rules about what
a module says: what pure code may use, how long things may be, where threads, clocks and OpenGL
live. A rule is a function from one module to complaints; `OFFENCES` breaks each at least once.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PURE = {"model", "kinds", "scene", "state", "words"}
PURE_IMPORTS = set("convviz dataclasses enum math typing collections functools itertools".split())
PURE_IMPORTS |= {"__future__", "numpy", "bisect", "heapq", "re"}
PURE_BUILTINS = {"open", "input", "print", "exec", "eval", "breakpoint"}
FILE_ACTS = set("open read_text read_bytes write_text write_bytes mkdir unlink".split())
FILE_ACTS |= set("tofile fromfile loadtxt savetxt genfromtxt memmap savez savez_compressed".split())
SEEDED = {"Generator", "BitGenerator", "default_rng", "SeedSequence", "PCG64", "Philox"}

THREAD_MODULES = {"threading", "_thread", "multiprocessing", "concurrent", "asyncio"}
THREAD_NAMES = {"QThread", "QThreadPool", "QRunnable", "QtConcurrent"}
CLOCK_MODULES = {"time", "datetime"}
CLOCK_NAMES = {"QElapsedTimer", "QDateTime", "QTime"}
OPENGL_MODULES = ("OpenGL", "pyqtgraph.opengl", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")

# What turns bytes into any object at all, and what speaks to other computers.
PICKLE_MODULES = {"pickle", "_pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "copyreg"}
NETWORK_MODULES = set("socket _socket ssl http urllib ftplib smtplib poplib imaplib".split())
NETWORK_MODULES |= set("telnetlib xmlrpc socketserver webbrowser requests httpx aiohttp".split())
NETWORK_QT = ("PySide6.QtNetwork", "PySide6.QtWebEngine", "PySide6.QtWebSockets")

FORBIDDEN_NAMES = {"utils", "util", "common", "types", "helpers", "helper"}
FILE_LINES, FUNCTION_LINES, CLASS_METHODS, WINDOW_LINES = 400, 50, 25, 250

WINDOWS = ("QMainWindow", "DrivenWindow", "PanelWindow")

Complaints = Iterator[tuple[int, str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A source file, its path from the root, and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    def inside(self, *folders: str) -> bool:
        """Whether it is, or lies in, one of the folders or modules of the package."""
        return any(
            self.path.with_suffix("").is_relative_to(Path("convviz", folder)) for folder in folders
        )

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every imported name in full, with its line; inside functions and by call too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                package = ".".join(self.path.parts[: -node.level]) if node.level else ""
                start = ".".join(filter(None, (package, node.module)))
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
            elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
                name = node.args[0] if node.args else None
                known = isinstance(name, ast.Constant) and isinstance(name.value, str)
                yield node.lineno, name.value if known else "(computed)"

    def names(self) -> Iterator[tuple[int, str]]:
        """Every name and attribute that is read, and every name imported from a module."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name):
                yield node.lineno, node.id
            elif isinstance(node, ast.Attribute):
                yield node.lineno, node.attr
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, alias.name) for alias in node.names)


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


@lru_cache(maxsize=1)
def modules(root: Path) -> tuple[Module, ...]:
    paths = sorted((root / "convviz").rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return tuple(
        Module(path.relative_to(root), text, ast.parse(text))
        for path, text in zip(paths, texts, strict=True)
    )


def pure_imports(module: Module) -> Complaints:
    """Pure packages import only what computes."""
    if module.inside(*PURE):
        for line, name in module.imports():
            if name.split(".")[0] not in PURE_IMPORTS:
                yield line, f"pure code imports {name}"


def pure_acts(module: Module) -> Complaints:
    """Pure packages touch no file, no terminal and no clock, and hash nothing by chance."""
    if not module.inside(*PURE):
        return
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = called(node)
        if isinstance(node.func, ast.Name):
            if name in PURE_BUILTINS:
                yield node.lineno, f"pure code calls {name}()"
            elif name == "hash":
                yield node.lineno, "hash() of text differs from run to run"
        elif name in FILE_ACTS or ast.unparse(node.func) in ("np.load", "np.save"):
            yield node.lineno, f"pure code calls .{name}()"
        elif name == "datetime64":
            yield node.lineno, "pure code knows no date"


def seeded(module: Module) -> Complaints:
    """Nothing is left to chance: numpy's generators with a seed, and no other source."""
    for line, name in module.imports():
        outside = name.startswith("numpy.random.") and name.split(".")[2] not in SEEDED
        if outside or name.split(".")[0] in ("random", "secrets", "uuid"):
            yield line, f"unseeded randomness: {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("np.random"):
            if node.attr not in SEEDED:
                yield node.lineno, f"unseeded randomness: np.random.{node.attr}"
        elif isinstance(node, ast.Call) and called(node) in SEEDED and node.args == node.keywords:
            yield node.lineno, f"{called(node)}() has no seed"


def one_worker(module: Module) -> Complaints:
    """Only app/compute starts a thread."""
    if not module.inside("app/compute"):
        for line, name in module.imports():
            if name.split(".")[0] in THREAD_MODULES:
                yield line, f"{name} outside app/compute"
        for line, name in module.names():
            if name in THREAD_NAMES:
                yield line, f"{name} outside app/compute"


def one_clock(module: Module) -> Complaints:
    """Only app reads the clock: for everything else time is a parameter."""
    if not module.inside("app"):
        for line, name in module.imports():
            if name.split(".")[0] in CLOCK_MODULES:
                yield line, f"{name} outside app"
        for line, name in module.names():
            if name in CLOCK_NAMES:
                yield line, f"{name} outside app"


def opengl_in_its_room(module: Module) -> Complaints:
    """Only render/gl speaks OpenGL, by whatever library."""
    if not module.inside("render/gl"):
        for line, name in module.imports():
            if any(name == kept or name.startswith(f"{kept}.") for kept in OPENGL_MODULES):
                yield line, f"{name} outside render/gl"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "opengl":
                yield node.lineno, ".opengl outside render/gl"


def no_pickle(module: Module) -> Complaints:
    """Nothing from outside becomes an object of its own choosing: arrays are loaded as numbers."""
    for line, name in module.imports():
        if name.split(".")[0] in PICKLE_MODULES:
            yield line, f"imports {name}"
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        target = ast.unparse(node.func)
        told = {each.arg: ast.unparse(each.value) for each in node.keywords}
        of_arrays = target in ("np.load", "numpy.load") or called(node) in PICKLING
        if of_arrays and told.get("allow_pickle") != "False":
            yield node.lineno, f"{target}() without allow_pickle=False"


PICKLING = {"read_array", "write_array", "NpzFile"}


def no_network(module: Module) -> Complaints:
    """Nothing speaks to another computer; only `display` asks whether a display answers."""
    if module.inside("app/startup/display"):
        return
    for line, name in module.imports():
        if name.split(".")[0] in NETWORK_MODULES or name.startswith(NETWORK_QT):
            yield line, f"imports {name}"


def code_lines(function: Function) -> int:
    """Lines of a function from `def` to its end, its docstring not counted."""
    first = function.body[0]
    told = 0
    if ast.get_docstring(function, clean=False) is not None:
        told = first.end_lineno - first.lineno + 1
    return function.end_lineno - function.lineno + 1 - told


def small_enough(module: Module) -> Complaints:
    """Files, functions and classes, and most of all the main window, stay small."""
    lines = len(module.text.splitlines())
    if lines > FILE_LINES:
        yield 1, f"{lines} lines, of at most {FILE_LINES}"
    for node in ast.walk(module.tree):
        if isinstance(node, Function) and code_lines(node) > FUNCTION_LINES:
            yield node.lineno, f"{node.name}: {code_lines(node)} lines, of at most {FUNCTION_LINES}"
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(child, Function) for child in node.body)
            if methods > CLASS_METHODS:
                yield node.lineno, f"{node.name}: {methods} methods, of at most {CLASS_METHODS}"
            window = any(ast.unparse(base).endswith(WINDOWS) for base in node.bases)
            if window and lines > WINDOW_LINES:
                yield node.lineno, f"a main window of {lines} lines, of at most {WINDOW_LINES}"


def window_without_reaches(module: Module) -> Complaints:
    """Parts of `app` take what they need: only who builds the window knows it; no `window.a.b`.

    What drives a whole window (pictures, the smoke test) asks its controller and its stage; and a
    signal of the window itself is there to be connected.
    """
    if not module.inside("app"):
        return
    if not module.inside("app/startup/make_window"):
        for line, name in module.imports():
            if name.startswith("convviz.app.window.main_window"):
                yield line, "imports the main window"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            reached = ast.unparse(node.value.value)
            driven = module.inside("app/startup", "app/exports") and reached == "window"
            driven = driven and node.value.attr in ("controller", "stage")
            signal = node.attr in ("connect", "disconnect")
            if reached in ("window", "self._window", "self.window") and not (driven or signal):
                yield node.lineno, f"reaches through the window: {ast.unparse(node)}"


def handlers_by_name(module: Module) -> Complaints:
    """What an action does is found by its enum member, not by a dotted name."""
    if module.inside("app"):
        for line, name in module.imports():
            if name == "operator.attrgetter":
                yield line, "attrgetter"


def telling_names(module: Module) -> Complaints:
    """A name says what is in the room."""
    for part in module.path.with_suffix("").parts:
        if part in FORBIDDEN_NAMES:
            yield 1, f"nothing is called {part}"


# ---- kinds are asked nowhere -------------------------------------------------------------------
KINDS_ROOMS = ("model/layers", "kinds")  # where a kind knows itself
NEUTRAL_NAMES = {"input", "add"}  # names of kinds that are also those of other things


@lru_cache(maxsize=1)
def kind_classes() -> frozenset[str]:
    """Names of the kinds' classes, of their bases, and of their records and readings."""
    names = set()
    for folder, bases in (
        ("model/layers", ("Layer", "Pooling")),
        ("model", ("Record", "Reading", "Neighbours", "Unrolled")),
    ):
        for path in (ROOT / "convviz" / folder).glob("*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    above = [ast.unparse(base) for base in node.bases]
                    if any(base.endswith(bases) for base in above) or node.name == "CellRecord":
                        names.add(node.name)
    return frozenset(names)


@lru_cache(maxsize=1)
def kind_names() -> frozenset[str]:
    """Names of the kinds in files, and the words of their keys."""
    names = {"batchnorm"}
    for folder in KINDS_ROOMS:
        for path in (ROOT / "convviz" / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                said = isinstance(node, ast.keyword) and node.arg in ("name", "word")
                if said and isinstance(node.value, ast.Constant):
                    names.add(node.value.value)
    return frozenset(names)


def last_names(node: ast.AST) -> set[str]:
    """The last names of an expression, of a tuple or of an alternative: `Conv2d | Linear`."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return set().union(*map(last_names, node.elts)) if node.elts else set()
    if isinstance(node, ast.BinOp):
        return last_names(node.left) | last_names(node.right)
    return set()


def texts_in(node: ast.AST) -> set[str]:
    """The texts that something is compared with."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return set().union(*map(texts_in, node.elts)) if node.elts else set()
    text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return {node.value} if text else set()


def about_kinds(text: str, other: set[str]) -> bool:
    """Whether a text that `other` is compared with names a kind, or several joined."""
    parts = set(text.split("+"))
    asked = {"kind", "kinds", "activation"} & other
    return bool(parts & (kind_names() - NEUTRAL_NAMES)) or bool(asked and parts & kind_names())


def kinds_asked_nowhere(module: Module) -> Complaints:
    """Nobody asks which kind a layer is: its registry tells what it does."""
    if module.inside(*KINDS_ROOMS):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in ("isinstance", "issubclass"):
            found = last_names(node.args[1]) & kind_classes()
            if found:
                yield node.lineno, f"asks whether it is {', '.join(sorted(found))}"
        elif isinstance(node, ast.MatchClass) and last_names(node.cls) & kind_classes():
            yield node.lineno, "matches a kind"
        elif isinstance(node, ast.MatchValue) and any(
            about_kinds(text, set()) for text in texts_in(node.value)
        ):
            yield node.lineno, "matches the name of a kind"
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            named = set().union(*map(last_names, sides))
            texts = set().union(*map(texts_in, sides))
            typed = any(isinstance(s, ast.Call) and called(s) == "type" for s in sides)
            if any(about_kinds(text, named) for text in texts):
                yield node.lineno, f"compares with the name of a kind: {ast.unparse(node)}"
            elif (typed or isinstance(node.ops[0], ast.Is | ast.IsNot)) and named & kind_classes():
                yield node.lineno, f"compares a kind: {ast.unparse(node)}"
        elif isinstance(node, ast.Dict):
            keys = [key for key in node.keys if key is not None]
            if any(last_names(key) & kind_classes() for key in keys):
                yield node.lineno, "a table by kinds"
            elif any(texts_in(key) & (kind_names() - NEUTRAL_NAMES) for key in keys):
                yield node.lineno, "a table by the names of kinds"


RULES = {rule.__name__: rule for rule in (pure_imports, pure_acts, seeded, one_worker, one_clock)}
RULES |= {rule.__name__: rule for rule in (opengl_in_its_room, small_enough, telling_names)}
RULES |= {rule.__name__: rule for rule in (no_pickle, no_network, kinds_asked_nowhere)}
RULES |= {rule.__name__: rule for rule in (window_without_reaches, handlers_by_name)}


def complaints(root: Path, rule: str) -> list[str]:
    """What a rule has against the package below a folder."""
    return [
        f"{module.path.as_posix()}:{line}: {complaint}"
        for module in modules(root)
        for line, complaint in RULES[rule](module)
    ]


LONG = "def f():\n" + "    a = 1\n" * FUNCTION_LINES
MANY = "class A:\n" + "".join(f"    def f{i}(self): ...\n" for i in range(CLASS_METHODS + 1))
WINDOW = "class Window(QtWidgets.QMainWindow): ...\n" + "a = 1\n" * WINDOW_LINES
OFFENCES = [
    ("pure_imports", "model/a.py", "import os"),
    ("pure_imports", "model/layers/a.py", "def f():\n    import PySide6"),
    ("pure_imports", "scene/a.py", "from pathlib import Path"),
    ("pure_imports", "state/a.py", "__import__('threading')"),
    ("pure_imports", "words/a.py", "importlib.import_module(name)"),
    ("pure_acts", "model/a.py", "open('a')"),
    ("pure_acts", "model/a.py", "np.load('a.npy')"),
    ("pure_acts", "model/a.py", "resource('photos').read_bytes()"),
    ("pure_acts", "scene/a.py", "values.tofile('a')"),
    ("pure_acts", "state/a.py", "np.datetime64('now')"),
    ("pure_acts", "model/a.py", "seed = hash('conv1')"),
    ("pure_acts", "words/a.py", "print('a')"),
    ("seeded", "model/a.py", "np.random.rand(3)"),
    ("seeded", "model/a.py", "np.random.default_rng()"),
    ("seeded", "model/a.py", "from numpy.random import default_rng\ndefault_rng()"),
    ("seeded", "model/a.py", "from numpy.random import normal"),
    ("seeded", "panels/a.py", "import random"),
    ("one_worker", "panels/a.py", "import threading"),
    ("one_worker", "app/window.py", "from concurrent.futures import ThreadPoolExecutor"),
    ("one_worker", "app/computer.py", "def f():\n    QtCore.QThread(parent)"),
    ("one_worker", "render/a.py", "from PySide6.QtCore import QThreadPool"),
    ("one_clock", "state/a.py", "from time import perf_counter"),
    ("one_clock", "render/a.py", "clock = QtCore.QElapsedTimer()"),
    ("opengl_in_its_room", "panels/a.py", "import pyqtgraph.opengl as gl"),
    ("opengl_in_its_room", "panels/a.py", "from pyqtgraph import opengl"),
    ("opengl_in_its_room", "panels/a.py", "import pyqtgraph as pg\npg.opengl.GLViewWidget()"),
    ("opengl_in_its_room", "render/paint/a.py", "from OpenGL import GL"),
    ("opengl_in_its_room", "app/a.py", "from PySide6.QtOpenGLWidgets import QOpenGLWidget"),
    ("no_pickle", "files/a.py", "import pickle"),
    ("no_pickle", "app/a.py", "def f():\n    from marshal import loads"),
    ("no_pickle", "files/a.py", "np.load(path)"),
    ("no_pickle", "files/a.py", "numpy.load(path, allow_pickle=True)"),
    ("no_pickle", "files/a.py", "np.load(path, allow_pickle=trusted)"),
    ("no_pickle", "files/a.py", "np.lib.format.read_array(file)"),
    ("no_network", "app/a.py", "import socket"),
    ("no_network", "files/a.py", "from urllib.request import urlopen"),
    ("no_network", "app/a.py", "def f():\n    from PySide6.QtNetwork import QNetworkAccessManager"),
    ("no_network", "app/a.py", "from PySide6 import QtNetwork"),
    ("small_enough", "model/a.py", "a = 1\n" * (FILE_LINES + 1)),
    ("small_enough", "model/a.py", LONG),
    ("small_enough", "panels/a.py", MANY),
    ("small_enough", "app/a.py", WINDOW),
    ("kinds_asked_nowhere", "state/a.py", "isinstance(layer, Conv2d)"),
    ("kinds_asked_nowhere", "model/a.py", "isinstance(layer, Conv2d | Pooling)"),
    ("kinds_asked_nowhere", "panels/a.py", "isinstance(record, (CellRecord, MaxRecord))"),
    ("kinds_asked_nowhere", "model/a.py", "isinstance(reading, reading.Unrolled)"),
    ("kinds_asked_nowhere", "app/a.py", "type(layer) is layers.ReLU"),
    ("kinds_asked_nowhere", "scene/a.py", "cast.activation == 'relu'"),
    ("kinds_asked_nowhere", "scene/a.py", "follows == 'batchnorm+relu'"),
    ("kinds_asked_nowhere", "panels/a.py", "if stage.kind != 'conv2d': pass"),
    ("kinds_asked_nowhere", "panels/a.py", "stage.kind in ('input', 'add')"),
    ("kinds_asked_nowhere", "state/a.py", "'batchnorm' in (stage.activation or '')"),
    ("kinds_asked_nowhere", "state/a.py", "TELLINGS = {'max-pool': 1}"),
    ("kinds_asked_nowhere", "files/a.py", "STEPS = {Conv2d: conv, **more}"),
    ("kinds_asked_nowhere", "files/a.py", "match layer:\n    case Conv2d(): pass"),
    ("kinds_asked_nowhere", "files/a.py", "match kind:\n    case 'softmax': pass"),
    ("small_enough", "app/a.py", WINDOW.replace("QtWidgets.QMainWindow", "PanelWindow")),
    ("window_without_reaches", "app/a.py", "from convviz.app.window import main_window"),
    (
        "window_without_reaches",
        "app/b/a.py",
        "if TYPE_CHECKING:\n    from convviz.app.window.main_window import MainWindow",
    ),
    ("window_without_reaches", "app/a.py", "def f(self):\n    self._window.docks.show('a')"),
    ("window_without_reaches", "app/a.py", "def f(window):\n    window.documents.commands.open()"),
    ("handlers_by_name", "app/a.py", "from operator import attrgetter"),
    ("telling_names", "scene/utils.py", ""),
    ("telling_names", "common/a.py", ""),
    ("telling_names", "panels/types.py", ""),
    ("telling_names", "render/gl/helpers/__init__.py", ""),
]
INNOCENT = [
    ("model/a.py", "import numpy as np\nfrom collections.abc import Sized\nfrom . import a"),
    ("model/a.py", "np.random.default_rng(7)\nnp.random.Generator(np.random.Philox(key=1))"),
    ("app/compute.py", "import threading\nfrom PySide6.QtCore import QThread"),
    ("app/controller.py", "import time"),
    ("render/gl/a.py", "import pyqtgraph.opengl as gl\nfrom OpenGL import GL"),
    ("files/a.py", "np.load(path, allow_pickle=False)\nimport json"),
    ("panels/a.py", "import pyqtgraph as pg\npg.PlotWidget()"),
    ("kinds/a.py", "isinstance(layer, Conv2d)\nkind == 'relu'"),
    ("app/a.py", "hit.boxes_id in ('input', 'output')\nisinstance(outcome, FileError)"),
    ("panels/a.py", "def f():\n" + '    """One.\n' + "\n    More.\n" * FUNCTION_LINES + '    """'),
]


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps_its_rules(rule):
    assert complaints(ROOT, rule) == []


@pytest.mark.parametrize(("rule", "path", "source"), OFFENCES)
def test_a_broken_rule_is_reported(tmp_path, rule, path, source):
    offender = tmp_path / "convviz" / path
    offender.parent.mkdir(parents=True)
    offender.write_text(source, encoding="utf-8")
    reported = complaints(tmp_path, rule)
    assert reported and all(line.startswith(f"convviz/{path}:") for line in reported)


@pytest.mark.parametrize(("path", "source"), INNOCENT)
def test_what_is_allowed_is_not_reported(tmp_path, path, source):
    innocent = tmp_path / "convviz" / path
    innocent.parent.mkdir(parents=True)
    innocent.write_text(source, encoding="utf-8")
    assert [line for rule in RULES for line in complaints(tmp_path, rule)] == []


def test_every_rule_is_broken_once():
    assert {rule for rule, _, _ in OFFENCES} == set(RULES)


CONTRACTS = {
    "layers": [
        ("model/offence.py", "def f():\n    import convviz.scene"),
        ("panels/offence.py", "import convviz.render"),
        ("render/offence.py", "import convviz.panels"),
        ("words/offence.py", "import convviz.app"),
        ("resources.py", "import convviz.model"),
        ("offence/__init__.py", ""),
    ],
    "pure": [
        ("scene/offence.py", "def f():\n    import PySide6.QtGui"),
        ("model/offence.py", "from convviz.files import photos"),
    ],
    "files": [("files/offence.py", "from PySide6 import QtCore")],
    "opengl": [
        ("panels/offence.py", "import OpenGL.GL"),
        ("render/paint/offence.py", "def f():\n    from OpenGL import GL"),
    ],
    "document": [("render/offence.py", "import convviz.state")],
    "renderers": [
        ("render/gl/offence.py", "import convviz.render.paint"),
        ("render/paint/offence.py", "def f():\n    import convviz.render.gl"),
    ],
}


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    # The package is found in the folder, whatever is installed.
    command = "import sys; from importlinter.cli import lint_imports_command; sys.path[0] = ''"
    return subprocess.run(
        [sys.executable, "-c", f"{command}; lint_imports_command()", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the package and its contracts, to be broken."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(
        ROOT / "convviz", folder / "convviz", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


def test_the_contracts_are_kept():
    outcome = lint_imports(ROOT, "--no-cache")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("contract", "path", "source"),
    [(name, *offence) for name, offences in CONTRACTS.items() for offence in offences],
)
def test_a_broken_contract_is_reported(copy, contract, path, source):
    offender = copy / "convviz" / path
    before = offender.read_text(encoding="utf-8") if offender.exists() else None
    offender.parent.mkdir(exist_ok=True)
    offender.write_text(f"{before or ''}\n{source}\n", encoding="utf-8")
    outcome = lint_imports(copy, "--contract", contract)
    offender.unlink()
    if before is not None:
        offender.write_text(before, encoding="utf-8")
    elif path.endswith("__init__.py"):
        offender.parent.rmdir()
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    name = ".".join(Path("convviz", path.removesuffix("/__init__.py")).with_suffix("").parts)
    assert name in outcome.stdout
    assert "BROKEN" in outcome.stdout or "exhaustive" in outcome.stdout


def test_every_contract_is_broken_once():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    written = settings["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in written} == set(CONTRACTS)


def test_what_needs_no_display_loads_no_qt():
    names = [
        ".".join(module.path.with_suffix("").parts).removesuffix(".__init__")
        for module in modules(ROOT)
        if module.inside(*PURE, "files", "resources")
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "sys.exit(sorted({'PySide6', 'pyqtgraph', 'OpenGL'} & set(sys.modules)) or None)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert outcome.returncode == 0, outcome.stderr


# ---- the graph of imports ----------------------------------------------------------------------
def import_graph(root: Path) -> dict[str, set[str]]:
    """Which module names which, by every sort of import: of types alone and in functions too."""
    found = {}
    for module in modules(root):
        parts = module.path.with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = module
    graph: dict[str, set[str]] = {name: set() for name in found}
    for name, module in found.items():
        for _, target in module.imports():
            # `from a.b import c` names the module a.b.c where there is one, else a.b
            parts = target.split(".")
            known = (".".join(parts[:size]) for size in range(len(parts), 0, -1))
            graph[name] |= {next((each for each in known if each in graph), name)} - {name}
    return graph


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The sets of modules of which each reaches each other (Tarjan 1972), sorted."""
    place: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        place[name] = lowest[name] = len(place)
        open_ones.append(name)
        for other in sorted(graph[name]):
            if other not in place:
                visit(other)
                lowest[name] = min(lowest[name], lowest[other])
            elif other in open_ones:
                lowest[name] = min(lowest[name], place[other])
        if lowest[name] == place[name]:
            at = open_ones.index(name)
            found.append(sorted(open_ones[at:]))
            del open_ones[at:]

    for name in graph:
        if name not in place:
            visit(name)
    return sorted(each for each in found if len(each) > 1)


def written(root: Path, files: dict[str, str]) -> Path:
    """Put files below a folder, which is a package's root then."""
    for path, source in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(source, encoding="utf-8")
    return root


def test_no_imports_run_in_a_circle():
    assert circles(import_graph(ROOT)) == []


FOR_TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from convviz.a.one import A"


@pytest.mark.parametrize(
    "back",
    [
        "import convviz.a.one",
        "from convviz.a import one",
        "from convviz.a.one import A",
        "from .one import A",
        "from . import one",
        "def f():\n    from convviz.a.one import A",
        FOR_TYPES,
        "importlib.import_module('convviz.a.one')",
    ],
)
def test_a_circle_is_found(tmp_path, back):
    root = written(tmp_path, {
        "convviz/__init__.py": "", "convviz/a/__init__.py": "",
        "convviz/a/one.py": "from convviz.a.two import B", "convviz/a/two.py": back,
        "convviz/a/three.py": "from convviz.a.one import A",
    })  # fmt: skip
    assert circles(import_graph(root)) == [["convviz.a.one", "convviz.a.two"]]


def test_a_circle_through_a_packages_own_file_is_found(tmp_path):
    root = written(tmp_path, {
        "convviz/__init__.py": "", "convviz/a/__init__.py": "from convviz.a.one import A",
        "convviz/a/one.py": "from convviz.b.two import B",
        "convviz/b/__init__.py": "", "convviz/b/two.py": "from convviz.a import A",
    })  # fmt: skip
    assert circles(import_graph(root)) == [["convviz.a", "convviz.a.one", "convviz.b.two"]]


# ---- folders and types -------------------------------------------------------------------------
FOLDER_FILES, TYPE_IGNORES = 25, 5  # beside `__init__.py`; in the whole package

# What does not keep these measures yet. Not to be added to.
FULL_STILL = {"convviz/model", "convviz/scene", "convviz/state", "convviz/words", "convviz/files"}
FULL_STILL |= {"convviz/app/window", "tests/ui", "tests/model"}

LOOSENING = {"ignore_errors", "ignore_missing_imports", "follow_imports", "disable_error_code"}
LOOSENING |= {"follow_untyped_imports", "exclude"}
IGNORE = re.compile(r"#\s*(?:type:\s*ignore|mypy:)(?P<code>\[[a-z-]+\])?(?P<rest>.*)")


def full_folders(root: Path) -> dict[str, int]:
    """The folders with too many modules, and how many these are."""
    files = [p for top in ("convviz", "tests") for p in (root / top).rglob("*.py")]
    modules_in = Counter(
        path.parent.relative_to(root).as_posix() for path in files if path.name != "__init__.py"
    )
    return {name: count for name, count in modules_in.items() if count > FOLDER_FILES}


def loose_types(settings: dict[str, object], packages: set[str]) -> list[str]:
    """What mypy is told not to look at, or to look at less strictly."""
    mypy = dict(settings)
    looked_at = {Path(each).with_suffix("").as_posix() for each in mypy.pop("files", ["convviz"])}
    found = [] if mypy.get("strict") is True else ["not strict"]
    found += [f"{name} is set" for name in sorted(LOOSENING & set(mypy))]
    # `strict` is a list of options, each of which may be taken back.
    found += [f"{name} is off" for name, value in sorted(mypy.items()) if value is False]
    found += [f"an override of {each['module']}" for each in mypy.get("overrides", ())]
    if "convviz" not in looked_at:
        found += [f"{name} is left out" for name in sorted(packages)
                  if f"convviz/{name}" not in looked_at]  # fmt: skip
    return found


def ignored_types(root: Path) -> tuple[list[str], list[str]]:
    """Where types are ignored in the package, and those of them without code or reason."""
    every: list[str] = []
    bare: list[str] = []
    for module in modules(root):
        for number, line in enumerate(module.text.splitlines(), 1):
            if told := IGNORE.search(line):
                every.append(f"{module.path.as_posix()}:{number}")
                reason = told["rest"].strip().removeprefix("#").strip()
                if told["code"] is None or len(reason.split()) < 3:
                    bare.append(every[-1])
    return every, bare


def test_a_folder_holds_what_can_be_overlooked():
    assert set(full_folders(ROOT)) <= FULL_STILL


def test_a_full_folder_is_found(tmp_path):
    crowd = {f"convviz/model/a{n}.py": "" for n in range(FOLDER_FILES)}
    root = written(tmp_path, crowd | {"convviz/model/__init__.py": "", "tests/test_a.py": ""})
    assert full_folders(root) == {}
    written(root, {"convviz/model/b.py": ""})
    assert full_folders(root) == {"convviz/model": FOLDER_FILES + 1}


def package_names(root: Path) -> set[str]:
    """Packages and modules right below `convviz`."""
    return {
        path.stem
        for path in (root / "convviz").iterdir()
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem[0] != "_")
    }


def test_all_types_are_checked_strictly():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert loose_types(settings, package_names(ROOT)) == []


@pytest.mark.parametrize(
    "loosened",
    [
        {"strict": False},
        {"ignore_errors": True},
        {"ignore_missing_imports": True},
        {"exclude": "panels"},
        {"disable_error_code": ["misc"]},
        {"disallow_untyped_defs": False},
        {"files": ["convviz/model"]},
        {"overrides": [{"module": "convviz.panels.*", "ignore_errors": True}]},
    ],
)
def test_loosened_types_are_found(loosened):
    kept = {"strict": True, "files": ["convviz/model", "convviz/panels"]}
    assert loose_types(kept, {"model", "panels"}) == []
    assert loose_types({"strict": True}, {"model", "panels"}) == []
    assert loose_types(kept | loosened, {"model", "panels"}) != []


def test_types_are_hardly_ever_ignored_and_never_without_a_reason():
    every, bare = ignored_types(ROOT)
    assert len(every) <= TYPE_IGNORES and bare == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("a = f()  # type: ignore", True),
        ("a = f()  # type: ignore[misc]", True),
        ("a = f()  # type:ignore[misc]  # sic", True),
        ("a = f()  # type: ignore  # the library has no types", True),
        ("# mypy: ignore-errors", True),
        ("a = f()  # type: ignore[misc]  # the library has no types", False),
    ],
)
def test_an_ignored_type_is_found(tmp_path, line, bare):
    root = written(tmp_path, {"convviz/panels/a.py": f"b = 1\n{line}\n"})
    place = ["convviz/panels/a.py:2"]
    assert ignored_types(root) == (place, place if bare else [])
