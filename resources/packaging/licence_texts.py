"""The licence texts of everything in the download that is not ConvViz's own."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

DISTRIBUTIONS = (
    "PySide6_Essentials",
    "shiboken6",
    "pyqtgraph",
    "PyOpenGL",
    "numpy",
    "pillow",
    "fonttools",
    "colorama",
    "pyinstaller",
)
NAMES = ("licen", "copying", "notice", "authors")


def licence_texts(libraries: Iterable[str]) -> list[tuple[str, str]]:
    """Files, each with the folder of the bundle that it goes into.

    Parameters
    ----------
    libraries
        Files of the system that are bundled.
    """
    found = [(str(file), f"licences/{name}") for name in DISTRIBUTIONS for file in _of_pip(name)]
    found += [(str(file), "licences/python") for file in _of_python()]
    packages = {package for file in libraries for package in _debian_packages(file)}
    for package in sorted(packages):
        text = Path("/usr/share/doc", package, "copyright")
        if text.is_file():
            found.append((str(text), f"licences/{package}"))
    return found


def _of_pip(name: str) -> list[Path]:
    files = distribution(name).files or []
    return [
        Path(str(file.locate()))
        for file in files
        if ".dist-info" in str(file) and any(word in file.name.lower() for word in NAMES)
    ]


def _of_python() -> list[Path]:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_config_var("base")))
    return [folder / "LICENSE.txt" for folder in folders if (folder / "LICENSE.txt").is_file()][:1]


def _debian_packages(file: str) -> list[str]:
    """The Debian package that a file of the system belongs to, where there are packages."""
    if not file.startswith(("/usr/lib/", "/lib/")) or shutil.which("dpkg-query") is None:
        return []
    real = str(Path(file).resolve())
    for name in (real, real.removeprefix("/usr")):  # merged or not, dpkg knows one of them
        asked = subprocess.run(
            ["dpkg-query", "--search", name], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0:
            return [asked.stdout.split(":")[0]]
    return []
