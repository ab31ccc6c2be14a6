"""The action table and the tables of text keys: nothing missing, nothing twice."""

from __future__ import annotations

import pytest

from convviz.app.dialogs.settings import CHOICES, GROUPS
from convviz.app.dialogs.shortcut_sheet import MOUSE
from convviz.app.documents.document_names import ABOUT, TITLES
from convviz.app.documents.dropped_files import Use
from convviz.app.exports.clip_dialog import FORMS as CLIP_FORMS
from convviz.app.exports.export_texts import (
    FIELD_TEXTS,
    FORM_TEXTS,
    FORMAT_TEXTS,
    SPAN_TEXTS,
    WHAT_TEXTS,
)
from convviz.app.exports.figures import FORMS
from convviz.app.exports.picture_exports import WHAT
from convviz.app.window.action_ids import MENU_TEXTS, ActionId, MenuId
from convviz.app.window.action_table import ACTIONS
from convviz.app.window.actions import all_handlers
from convviz.app.window.menus import APPEARANCE_TEXTS, CHOICE_TEXTS, LANGUAGE_NAMES, Appearance
from convviz.files.table_files import ENDINGS
from convviz.model.documents import DOCUMENTS, EMPTY
from convviz.state.filming import SPANS
from convviz.words.tables import TEXTS

NEEDED = [spec.id for spec in ACTIONS if spec.intent is None]


def nothing() -> None:
    """Carry out an action."""


def test_every_action_is_in_the_table_once():
    assert [spec.id for spec in ACTIONS] == list(ActionId)


def test_an_action_without_a_handler_or_with_two_is_refused():
    whole = dict.fromkeys(NEEDED, nothing)
    assert all_handlers(whole).keys() == set(NEEDED)
    with pytest.raises(ValueError, match="save-as"):
        all_handlers({id: nothing for id in NEEDED if id is not ActionId.SAVE_AS})
    with pytest.raises(ValueError, match="twice: quit"):
        all_handlers(whole, {ActionId.QUIT: nothing})
    with pytest.raises(ValueError, match="undo"):  # an intent does it
        all_handlers(whole, {ActionId.UNDO: nothing})


def test_every_handler_of_the_window_is_the_action_tables(hands):
    assert set(hands.window._handlers) == set(NEEDED)


def test_every_table_of_keys_is_whole():
    assert MENU_TEXTS.keys() == set(MenuId) and APPEARANCE_TEXTS.keys() == set(Appearance)
    assert TITLES.keys() == {*DOCUMENTS, EMPTY} and ABOUT.keys() == set(DOCUMENTS)
    assert WHAT_TEXTS.keys() == set(WHAT) and SPAN_TEXTS.keys() == {*SPANS, "part"}
    assert FORM_TEXTS.keys() == {*FORMS, *CLIP_FORMS}
    assert FORMAT_TEXTS.keys() == {*ENDINGS, ".py"}
    choices = {choice for values in CHOICES.values() for choice in values}
    assert choices == CHOICE_TEXTS.keys() | LANGUAGE_NAMES.keys()


def test_every_key_names_a_text():
    tables = (MENU_TEXTS, APPEARANCE_TEXTS, CHOICE_TEXTS, TITLES, ABOUT, WHAT_TEXTS, SPAN_TEXTS)
    keys = [
        key for table in (*tables, FORM_TEXTS, FORMAT_TEXTS, FIELD_TEXTS) for key in table.values()
    ]
    keys += [spec.text for spec in ACTIONS] + [use.value for use in Use]
    keys += [key for both in MOUSE for key in both] + [title for title, _ in GROUPS]
    keys += [key for _, group in GROUPS for each in group for key in (each.text, each.about) if key]
    assert [key for key in keys if key not in TEXTS] == []
