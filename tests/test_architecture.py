"""The house rules that no linter knows, and proof that each rule and each contract can fail.

Import directions are import-linter's contracts in pyproject.toml. Here are the rules about what
a module says: what pure code may use, how long things may be, where threads, clocks and OpenGL
live. A rule is a function from one module to complaints; `OFFENCES` breaks each at least once.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PURE = {"model", "scene", "state", "words"}
PURE_IMPORTS = set("convviz dataclasses enum math typing collections functools itertools".split())
PURE_IMPORTS |= {"__future__", "numpy", "bisect", "heapq"}
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


RULES = {rule.__name__: rule for rule in (pure_imports, pure_acts, seeded, one_worker, one_clock)}
RULES |= {rule.__name__: rule for rule in (opengl_in_its_room, small_enough, telling_names)}
RULES |= {rule.__name__: rule for rule in (no_pickle, no_network)}
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
