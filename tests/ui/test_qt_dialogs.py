"""Qt's own dialogs, menus and key names in the language of the app, and where they begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTreeView,
)

from convviz.app import preferences
from convviz.app.documents.saving import _plain
from convviz.app.language import switch_language

LATIN = re.compile(r"[A-Za-z]{3,}")
FOLDER = "한글 이름"


@pytest.fixture
def korean(qapp):
    switch_language("ko")
    yield
    switch_language("en")


def shown_texts(dialog):
    """Every text that a dialog shows: labels, buttons, tooltips, heads of columns, choices."""
    for kind in (QLabel, QAbstractButton):
        for part in dialog.findChildren(kind):
            yield part.text()
            yield part.toolTip()
    for choice in dialog.findChildren(QComboBox):
        yield choice.toolTip()
    for view in dialog.findChildren(QTreeView):
        model = view.model()
        for column in range(model.columnCount(view.rootIndex())):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(view.rootIndex())):
            yield str(model.index(row, 2, view.rootIndex()).data() or "")  # the type


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_speaks_korean(qtbot, korean, tmp_path, mode):
    folder = tmp_path / FOLDER
    (folder / "폴더").mkdir(parents=True)
    dialog = QFileDialog(None, "열기", str(folder), "그림 (*.png)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    view = dialog.findChild(QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)
    told = [text for text in shown_texts(dialog) if text]
    assert "찾는 위치(L):" in "".join(told).replace("&", "")
    left = [text for text in told if LATIN.search(text.replace("png", ""))]
    assert not left


def test_the_menu_of_a_field_speaks_korean(qtbot, korean):
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    names = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert names and not [name for name in names if LATIN.search(name)]


@pytest.mark.parametrize(("key", "told"), [("Alt+Right", "Alt+→"), ("Down", "↓"), ("Up", "↑")])
def test_arrow_keys_are_arrows_in_korean(korean, key, told):
    assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) == told
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"


def test_a_file_is_first_looked_for_in_the_documents(monkeypatch, tmp_path):
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    monkeypatch.setattr(preferences, "store", lambda: Kept(""))
    assert preferences.last_folder() == documents
    monkeypatch.setattr(preferences, "store", lambda: Kept(str(tmp_path)))
    assert preferences.last_folder() == str(tmp_path)
    monkeypatch.setattr(preferences, "store", lambda: Kept(str(Path(tmp_path, "gone"))))
    assert preferences.last_folder() == documents


class Kept:
    """Settings with one folder in them."""

    def __init__(self, folder):
        self._folder = folder

    def value(self, name, default):
        return self._folder if name == "last_folder" else default


def test_a_file_name_has_single_spaces():
    assert _plain("Bottleneck: 1×1×192, then 5×5×16") == "Bottleneck 1×1×192, then 5×5×16"
