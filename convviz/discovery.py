"""The modules of a package: a registry takes a new kind from its file, without a list of files."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules_of(package: str, path: Iterable[str]) -> tuple[ModuleType, ...]:
    """Import every module of a package, in the order of their names.

    Parameters
    ----------
    package, path
        Its ``__name__`` and ``__path__``.
    """
    names = sorted(module.name for module in iter_modules(path))
    return tuple(import_module(f"{package}.{name}") for name in names)
