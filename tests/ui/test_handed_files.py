"""Files that the system hands to the running app: macOS does so when one is double-clicked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from convviz.app.application import Application
from convviz.files.projects import Project, write_project
from convviz.resources import resource
from convviz.state import intents
from convviz.state.edits import open_document
from convviz.state.view import Selection, ViewOptions


@pytest.fixture
def handed(hands, app):
    """Hand a file to the app, as its window takes them."""
    assert isinstance(app, Application)
    app.hand_files_to(hands.window.documents.take_from_outside)
    yield lambda path: QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    app.hand_files_to(None)


@pytest.fixture
def document(tmp_path):
    """A document in a folder with spaces and Hangul."""
    path = tmp_path / "박 요셉" / "다섯 필터.convviz"
    path.parent.mkdir()
    write_project(path, Project(open_document("five-filters"), Selection(), ViewOptions()))
    return path


def test_a_double_clicked_document_is_opened(hands, handed, document):
    assert handed(document)
    hands.until(lambda: hands.resolved.document.file == str(document))
    assert hands.resolved.document.id == "five-filters"
    assert hands.window.windowTitle().startswith("다섯 필터")


def test_a_file_that_comes_before_the_window_waits_for_it(hands, app, handed, document):
    app.hand_files_to(None)
    handed(document)
    hands.run(0.02)
    assert not hands.resolved.document.file
    app.hand_files_to(hands.window.documents.take_from_outside)
    hands.until(lambda: hands.resolved.document.file == str(document))


def test_a_photo_and_weights_dropped_on_the_icon_are_taken(hands, handed, tmp_path):
    hands.do(intents.OpenDocument("five-filters"))
    handed(resource("photos", "coffee.jpg"))
    hands.until(lambda: hands.resolved.document.photos)
    hands.do(intents.SelectLayer("conv1"))
    np.save(tmp_path / "w.npy", np.ones((5, 3, 5, 5), np.float32))
    handed(tmp_path / "w.npy")
    hands.until(lambda: hands.resolved.document.network.node("conv1").typed)


def test_a_document_with_changes_is_asked_about_first(hands, handed, document):
    hands.do(intents.SetField("conv1", "filters", 3))
    handed(document)
    hands.until(QApplication.activeModalWidget)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox) and not hands.resolved.document.file
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert hands.resolved.document.network.node("conv1").layer.filters == 3


def test_a_file_that_is_gone_is_told(hands, handed, tmp_path):
    handed(tmp_path / "gone.convviz")
    hands.until(QApplication.activeModalWidget)
    assert "gone" in QApplication.activeModalWidget().informativeText()
    QApplication.activeModalWidget().close()
