"""File ▸ Export: tables and code to a file or the clipboard, and what is said of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz import words
from convviz.app.documents import failures
from convviz.state import intents


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Answers the file dialog: a name, and the filter that was picked."""
    answer = {}

    def ask(parent, title, start, filters, first):
        answer.update(title=title, start=start, filters=filters)
        picked = [line for line in filters.split(";;") if answer.get("pick", "") in line]
        return str(tmp_path / answer["name"]), picked[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return answer


def trigger(hands, action):
    hands.wait_until_idle()
    hands.window.actions_by_id[action].trigger()


def said(hands):
    hands.until(lambda: not hands.window.documents.waiting.on)
    return hands.window.statusBar().currentMessage()


def test_the_counts_are_saved_in_the_language_of_the_window(hands, chosen, tmp_path):
    hands.do(intents.SetPreference("language", "ko"))
    chosen["name"] = "계산량.html"
    trigger(hands, "save-table")
    told = said(hands)
    page = (tmp_path / "계산량.html").read_text(encoding="utf-8")
    assert 'lang="ko"' in page and "12,443,648" in page and words.text("export.total") in page
    assert "계산량.html" in told and chosen["start"].endswith("seed-bottleneck.csv")
    hands.do(intents.SetPreference("language", "en"))


def test_a_name_without_an_ending_gets_the_chosen_formats(hands, chosen, tmp_path):
    chosen.update(name="counts v1.2", pick="LaTeX")
    trigger(hands, "save-table")
    assert "counts v1.2.tex" in said(hands)
    assert r"\toprule" in (tmp_path / "counts v1.2.tex").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_told(hands, chosen, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(failures, "report_failure", lambda *given: told.append(given))
    chosen["name"] = "nowhere/counts.md"
    trigger(hands, "save-table")
    sentence = words.text("error.no-folder", file="counts.md")
    assert said(hands) == sentence and not list(tmp_path.iterdir())
    (_, what, shown, again), chosen["name"] = told[0], "counts.md"
    assert (what, shown) == ("failed.save", sentence)
    again()
    assert "counts.md" in said(hands) and (tmp_path / "counts.md").exists()


def test_the_counts_are_copied_as_a_table_and_as_text(hands):
    trigger(hands, "copy-table")
    copied = QApplication.clipboard().mimeData()
    assert "<table>" in copied.html() and "| conv2 | 32 × 5×5×16 |" in copied.text()
    assert said(hands) == words.text("status.table-copied")


def test_the_formulas_of_the_selected_layer_are_copied(hands):
    hands.do(intents.SelectLayer("conv2"))
    trigger(hands, "copy-formula")
    assert r"= 10{,}035{,}200" in QApplication.clipboard().text()
    assert said(hands) == words.text("status.formula-copied", layer="conv2")


@pytest.mark.parametrize("framework", ["torch", "keras"])
def test_code_is_saved_with_what_is_on_the_stage(hands, chosen, tmp_path, framework):
    hands.do(intents.SetField("conv1", "filters", 8))
    chosen["name"] = f"net.{framework}"
    trigger(hands, f"save-{framework}")
    path = tmp_path / f"net.{framework}.py"
    assert f"net.{framework}.npz" in said(hands)
    compile(path.read_text(encoding="utf-8"), str(path), "exec")
    with np.load(path.with_suffix(".npz")) as numbers:
        assert numbers["conv1.weight"].shape == (8, 192, 1, 1)
        shown = hands.controller.values.outputs["relu2"]
        assert np.array_equal(numbers["relu2"], shown)


def test_code_waits_for_the_values(hands):
    hands.do(intents.SetField("conv1", "filters", 9))
    reasons = hands.window.menus.reasons
    assert reasons["save-torch"] == reasons["save-keras"] == "reason.computing"
    hands.wait_until_idle()
    assert not {"save-torch", "save-keras", "save-table"} & set(hands.window.menus.reasons)
