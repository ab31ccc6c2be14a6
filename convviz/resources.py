"""The one place that knows where shipped files are: in a checkout, a wheel or a frozen bundle."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def resources_folder() -> Path:
    """Return the folder that holds everything shipped beside the code.

    A frozen bundle and a wheel carry it as ``convviz/_resources``; in a checkout it is
    ``resources/`` beside the package.
    """
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "convviz" / "_resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, which need not exist.

    Parameters
    ----------
    *parts
        Folders and file name below ``resources/``, as in ``resource("photos", "coffee.jpg")``.
    """
    return resources_folder().joinpath(*parts)
