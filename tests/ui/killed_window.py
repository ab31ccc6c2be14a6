"""A window that edits and saves by chance until it is killed: what test_killed starts.

A process that has loaded everything waits for orders on its input, and forks for each: the fork
opens the app as a user does, and everything that it does is written to a diary, each line at once.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

import convviz.app.documents.recovery_offer
import convviz.app.startup.stage_choice
import convviz.app.window.main_window
import convviz.render.gl.surface  # noqa: F401  # loaded once, for every fork
from convviz.app.documents.recovery_offer import RecoveryOffer
from convviz.app.errors.error_dialog import FaultDialog
from convviz.app.startup.make_window import make_application
from convviz.app.startup.start import start
from convviz.app.window.main_window import MainWindow
from convviz.model.layers import BatchNorm, ReLU
from convviz.state import intents

SIGN = "s"  # an input named s17 has lived through edit 17


class Hand:
    """Edits, saves and plays by chance, and keeps the diary."""

    def __init__(self, diary: Path, serial: int, seed: int, offered: bool, saves: bool) -> None:
        self._diary = os.open(diary, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.serial, self.chance = serial, random.Random(seed)
        self.offered, self.saves = offered, saves
        self.saving = -1  # the edit that is being saved
        self.waits_for: str | None = "offer" if offered else None
        self.begun = False

    def note(self, what: str, serial: int = -1) -> None:
        os.write(self._diary, f"{time.monotonic():.6f} {what} {serial}\n".encode())

    def act(self) -> None:
        """One thing, and the next one soon."""
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].isVisible():
            self._act(windows[0])
        QTimer.singleShot(self.chance.choice((0, 5, 20, 60, 150)), self.act)

    def _act(self, window: MainWindow) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox | FaultDialog):
            self.note(f"asked-{box.objectName()}")
            box.close()
            return
        if self.waits_for == "offer":
            if isinstance(box, RecoveryOffer):
                box.recover.click()
                self.waits_for = "recovered"
            return
        if self.waits_for == "recovered":
            if window.documents.waiting.on or not window.isWindowModified():
                return
            self.note("recovered", self._sign(window))
            self.waits_for = None
        if not self.begun:
            self.begun = True
            self.note("begins", self._sign(window))
        self._operation(window)

    def _sign(self, window: MainWindow) -> int:
        name = window.controller.history.present.network.nodes[0].name
        return int(name[1:]) if name[:1] == SIGN and name[1:].isdecimal() else 0

    def _operation(self, window: MainWindow) -> None:
        controller, desk = window.controller, window.documents.commands
        if self.saving >= 0 and not desk.waiting.on:
            self.note("saved", self.saving)
            self.saving = -1
        elif self.saves and self.saving < 0 and self.chance.random() < 0.12:
            self.saving = self._sign(window)
            self.note("saves", self.saving)
            desk.save()
            return
        self.serial += 1
        self.note("edits", self.serial)
        first = controller.history.present.network.nodes[0].id
        controller.dispatch(self._edit(controller.history.present.network))
        controller.dispatch(intents.RenameLayer(first, f"{SIGN}{self.serial}"))

    def _edit(self, network: object) -> object:
        chance, conv = self.chance, network.nodes[1].id
        several = len(network.nodes) > 5
        kind = chance.choice(
            ("filters", "kernel", "weight", "bias", "chain", "undo", "play", "cell")
        )
        if kind == "filters":
            return intents.SetField(conv, "filters", chance.randint(1, 9), chance.randint(0, 1))
        if kind == "kernel":
            return intents.SetField(conv, "kernel", (chance.choice((1, 3, 5)),) * 2)
        if kind == "weight":
            return intents.SetWeight(conv, 0, 0, 0, 0, chance.random())
        if kind == "bias":
            return intents.SetBias(conv, 0, chance.random())
        if kind == "chain" and several:
            return intents.RemoveLayer(network.nodes[-1].id)
        if kind == "chain":
            return intents.AddLayer(network.nodes[-1].id, chance.choice((ReLU(), BatchNorm())))
        if kind == "undo":
            return intents.Undo()
        if kind == "play":
            return intents.TogglePlay()
        return intents.SelectCell(0, chance.randint(0, 9), chance.randint(0, 9))


def live(options: list[str]) -> None:
    """Open the app and work in it, until killed."""
    diary, data, document, serial, seed, offered, saves = options
    os.environ["XDG_DATA_HOME"] = data
    hand = Hand(Path(diary), int(serial), int(seed), offered == "1", saves == "1")
    make_application()
    QTimer.singleShot(0, hand.act)
    given = argparse.Namespace(
        document=document or None, lang="en", theme="dark", size=(1024, 640), snapshot=None,
        gallery=None, smoke_test=None,
    )  # fmt: skip
    sys.exit(start(given))


def main() -> None:
    print("loaded", flush=True)
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            live(line.rstrip("\n").split("\t"))
        print(process, flush=True)
        _, status = os.waitpid(process, 0)
        print(status, flush=True)


if __name__ == "__main__":
    main()
