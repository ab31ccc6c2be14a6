"""The version information that Windows shows of a program, from pyproject.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TEMPLATE = """\
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
        fileType=0x1, subtype=0x0, date=(0, 0)),
    kids=[
        StringFileInfo([StringTable("040904B0", [
{strings}
        ])]),
        VarFileInfo([VarStruct("Translation", [0x409, 1200])]),
    ],
)
"""


def windows_version_file(project: dict[str, Any], folder: Path) -> Path:
    """Write what PyInstaller reads for Windows; returns the file."""
    version = project["version"]
    written = {
        "CompanyName": project["authors"][0]["name"],
        "FileDescription": "ConvViz",
        "FileVersion": version,
        "InternalName": "ConvViz",
        "LegalCopyright": f"© {project['authors'][0]['name']}, {project['license']} licence",
        "OriginalFilename": "ConvViz.exe",
        "ProductName": "ConvViz",
        "ProductVersion": version,
        "Comments": project["description"],
    }
    strings = "\n".join(
        f"            StringStruct({name!r}, {text!r})," for name, text in written.items()
    )
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "version-information.txt"
    file.write_text(TEMPLATE.format(numbers=numbers(version), strings=strings), encoding="utf-8")
    return file


def numbers(version: str) -> tuple[int, int, int, int]:
    """Windows' four numbers of a version: 1.2.3 is (1, 2, 3, 0), and so is 1.2.3rc1."""
    release = version.split("+")[0].replace("rc", ".").replace("a", ".").replace("b", ".")
    found = [int(part) for part in release.split(".")[:3] if part.isdigit()]
    return (*found, 0, 0, 0, 0)[:4]
