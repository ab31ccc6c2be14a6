"""What the download holds: the shipped files, and of Qt only what ConvViz uses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePath

Entry = tuple[str, str, str]  # name in the bundle, file that it comes from, kind: PyInstaller's TOC

# Folders of resources/ that the running app reads.
RESOURCES = ("fonts", "i18n", "icons", "licences", "photos", "shaders", "thumbnails")

# Modules that others would import if they were there, and that ConvViz never reaches. Without
# ssl and Qt's network module it could not speak to the internet if it wanted to.
EXCLUDED = [
    *("tkinter", "_tkinter", "unittest", "doctest", "pdb", "lib2to3", "ensurepip"),
    *("ssl", "_ssl", "_hashlib", "readline", "ftplib", "smtplib", "imaplib", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtQml", "PySide6.QtSql"),
    *("pyqtgraph.examples", "pyqtgraph.canvas", "pyqtgraph.flowchart", "pyqtgraph.console"),
    *("pyqtgraph.jupyter", "OpenGL_accelerate", "OpenGL.GLUT"),
    *("OpenGL.GLE", "OpenGL.GLES1", "OpenGL.GLES2", "OpenGL.GLES3", "OpenGL.Tk"),
    *("numpy.f2py", "numpy.testing", "scipy", "matplotlib", "cupy", "numba"),
    *("PIL._avif", "PIL.ImageTk", "PIL.ImageQt"),
]

# Qt's plugins by folder. X11 serves Wayland desktops too (Xwayland), while a libwayland of ours
# would meet the system's OpenGL, which may need a newer one.
PLUGINS = {
    "platforms": ("qxcb", "qoffscreen", "qwindows", "qcocoa"),
    "xcbglintegrations": ("qxcb-glx-integration", "qxcb-egl-integration"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platformthemes": ("qxdgdesktopportal",),
    "imageformats": ("qsvg", "qjpeg", "qico"),
    "iconengines": ("qsvgicon",),
    "styles": ("qmodernwindowsstyle", "qwindowsvistastyle", "qmacstyle"),
}

# Data that only what is left out would read.
UNREAD = (
    "pyqtgraph/icons/*",
    "pyqtgraph/examples/*",
    "pyqtgraph/colors/*",
    "pyqtgraph/canvas/*",
    "numpy/*.pyi",
    "*.dist-info/*",
)

# The system's OpenGL loads these too, in one process with us, and may need them newer than ours:
# every Linux desktop has them.
OF_THE_SYSTEM = (
    "libstdc++.so*",
    "libgcc_s.so*",
    "libX11.so*",
    "libX11-xcb.so*",
    "libwayland-*.so*",
    "libdrm*.so*",
    "libz.so*",
    "libexpat.so*",
    "libfontconfig.so*",
    "libfreetype.so*",
)


# Packages whose modules are found by looking (convviz/discovery.py), and imported by no statement.
FOUND = ("convviz.model.layers", "convviz.kinds", "convviz.words.layers")


def found_modules(root: Path) -> list[str]:
    """The modules that only a look into their package finds."""
    return [
        f"{package}.{path.stem}"
        for package in FOUND
        for path in sorted(root.joinpath(*package.split(".")).glob("*.py"))
        if path.stem != "__init__"
    ]


def shipped_resources(root: Path) -> list[tuple[str, str]]:
    """Every folder that ships, with the folder of the bundle that it goes into."""
    return [
        (str(root / "resources" / folder), f"convviz/_resources/{folder}") for folder in RESOURCES
    ]


def used(name: str) -> bool:
    """Whether a file of the bundle is one that ConvViz uses, as far as its name tells."""
    path = PurePath(name)
    places = path.as_posix()
    if "plugins" in path.parts:
        folder, plugin = path.parts[-2], path.name.split(".")[0].removeprefix("lib")
        return plugin in PLUGINS.get(folder, ())
    if "translations" in path.parts and path.suffix == ".qm":
        return path.name.startswith("qtbase_ko")
    if sys.platform == "linux" and any(fnmatch(path.name, known) for known in OF_THE_SYSTEM):
        return False
    return not any(fnmatch(places, unread) for unread in UNREAD)


def needed(entries: Iterable[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Those entries that something used needs: modules, plugins, and libraries that these load.

    Parameters
    ----------
    entries
        What was collected.
    imports
        From a file to the names of the libraries that it loads.
    """
    entries = [entry for entry in entries if used(entry[0])]
    of_name: dict[str, list[Entry]] = {}
    for entry in entries:
        of_name.setdefault(PurePath(entry[0]).name.lower(), []).append(entry)
    waiting = [entry for entry in entries if _is_root(entry)]
    found = {entry[0] for entry in waiting}
    while waiting:
        _, file, kind = waiting.pop()
        names = [] if kind == "SYMLINK" else [PurePath(name).name.lower() for name in imports(file)]
        for name in names:
            fresh = [entry for entry in of_name.get(name, ()) if entry[0] not in found]
            found.update(entry[0] for entry in fresh)
            waiting.extend(fresh)
    return [entry for entry in entries if entry[0] in found]


def _is_root(entry: Entry) -> bool:
    """Whether it is there for its own sake: a module of Python, a plugin, Python itself."""
    name, _, kind = entry
    path = PurePath(name)
    # PySide's own library, and the drawing of OpenGL in software, are loaded by name.
    by_name = ("python", "libpython", "Python", "opengl32sw", "d3dcompiler", "vcruntime", "msvcp")
    return kind == "EXTENSION" or "plugins" in path.parts or path.name.startswith(by_name)
