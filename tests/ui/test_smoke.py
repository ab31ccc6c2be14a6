"""``--smoke-test``: what the download is tried with says how it went, and finds what is broken."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


def smoke(home: Path, *arguments: str, code: str = "", **changed: str):
    """Run the smoke test with a home folder of its own."""
    script = f"import sys\n{code}\nfrom convviz.app.main import main\nsys.exit(main(sys.argv[1:]))"
    environment = dict(os.environ) | {"HOME": str(home), "PYTHONIOENCODING": "utf-8"} | changed
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-c", script, "--smoke-test", *arguments],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=170, check=False,
    )  # fmt: skip


@pytest.fixture
def home(app, tmp_path):
    folder = tmp_path / "박 요셉"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_passes_in_one_line_and_writes_the_window(home, language):
    picture = home / "그림" / "window.png"
    done = smoke(home, str(picture), "--lang", language)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert done.stdout.count("\n") == 1 and "smoke test passed: seed-bottleneck" in done.stdout
    assert str(picture) in done.stdout and f"{language} → " in done.stdout
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)


def test_it_passes_without_streams(home):
    """As the program without a console does on Windows."""
    picture = home / "window.png"
    done = smoke(home, str(picture), code="sys.stdout = sys.stderr = None")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert picture.stat().st_size > 50_000


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import convviz.resources as r; r.resources_folder = lambda: r.Path('/nowhere')", ""),
        ("import convviz.app.compute as c; c.evaluate = lambda *_: 1 / 0", "ZeroDivisionError"),
    ],
    ids=["no resources", "no values"],
)
def test_what_is_broken_ends_it_with_a_reason(home, code, told):
    done = smoke(
        home,
        code=f"{code}\nimport convviz.app.startup.smoke_test as s; s.WAIT = 5",
        QT_QPA_PLATFORM="offscreen",
    )
    assert done.returncode == 1
    assert told in done.stderr and done.stderr.strip()


# The kernel ends the process (SIGSYS) where it asks for a socket to a network, whoever asks: a
# filter of seccomp(2), whose instructions are code, jumps where true and false, and a number.
NO_NETWORK = """
import ctypes, platform, signal, socket, struct
call = {"x86_64": 41, "aarch64": 198}[platform.machine()]
steps = [
    (0x20, 0, 0, 0), (0x15, 0, 4, call),  # the call's number: socket?
    (0x20, 0, 0, 16), (0x15, 1, 0, socket.AF_INET), (0x15, 0, 1, socket.AF_INET6),  # its family
    (0x06, 0, 0, 0x80000000), (0x06, 0, 0, 0x7FFF0000),  # end the process; allow
]
filter = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
program = struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(filter))
kernel = ctypes.CDLL(None, use_errno=True)
assert kernel.prctl(38, 1, 0, 0, 0) == 0, "no new privileges"
assert kernel.prctl(22, 2, program, 0, 0) == 0, "no filter"
"""


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="a filter of Linux's kernel",
)
def test_it_asks_for_no_socket_to_a_network(home):
    done = smoke(home, str(home / "window.png"), code=NO_NETWORK)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert "smoke test passed" in done.stdout
    for family in ("AF_INET", "AF_INET6"):
        asks = f"{NO_NETWORK}\nsocket.socket(socket.AF_UNIX)\nsocket.socket(socket.{family})"
        assert smoke(home, code=asks).returncode == -signal.SIGSYS, "the filter lets it through"


def test_a_picture_that_cannot_be_written_is_a_reason(home):
    (home / "file").write_text("", encoding="utf-8")
    done = smoke(home, str(home / "file" / "window.png"))
    assert done.returncode == 1 and not done.stdout
    assert "smoke test FAILED" in done.stderr and done.stderr.count("\n") == 1


def test_it_leaves_the_settings_alone(home):
    done = smoke(home, str(home / "window.png"), "--lang", "ko", "--theme", "light")
    assert done.returncode == 0, done.stderr
    assert not (home / ".config" / "ConvViz" / "convviz.ini").exists()
