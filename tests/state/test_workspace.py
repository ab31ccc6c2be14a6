"""The workspace and its reducer: the same intents, the same workspace; each pane by itself."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.documents import DOCUMENTS
from convviz.scene.offset import NO_OFFSET, Offset
from convviz.state import intents
from convviz.state import workspace_intents as outright
from convviz.state.looking import MOVES
from convviz.state.reduce import IN_PANE, OF_WORKSPACE, reduce
from convviz.state.resolve import resolve
from convviz.state.resolved import Computed
from convviz.state.stage_outline import outline_of
from convviz.state.view import Playback, Selection, ViewOptions
from convviz.state.workspace import Arrangement, RunningLesson, Workspace
from convviz.state.workspace_intents import InPane

from .random_intents import Chance, after, assert_opens_again, begun, content, spelled, undone, walk

few = settings(max_examples=25, deadline=None)
documents = st.sampled_from(tuple(DOCUMENTS))
INTENTS = 10_000  # by hand: CONVVIZ_ALL_INTENTS=1
SHARE = 1 if os.environ.get("CONVVIZ_ALL_INTENTS") else 20


def two_panes(document="seed-direct"):
    """A with one document, B with another, not linked; B is the active one."""
    start = begun("seed-bottleneck")
    other = replace(begun(document).current, id="b")
    return after(
        start,
        [outright.SetPane(other), outright.ActivatePane("b"), outright.LinkPanes(False, False)],
    )


def drawn(seed, count, workspace, openings=0.2):
    """So many intents at random, each for the workspace that those before it led to."""
    chance, found = Chance(seed), []
    for _ in range(count):
        opens = chance.random.random() < openings
        found.append((chance.opening if opens else chance.intent)(workspace))
        workspace = reduce(workspace, found[-1])
    return found


# ---- the same intents lead to the same workspace ---------------------------------------------
@few
@given(documents, st.integers(0, 10**6), st.integers(0, 60), st.data())
def test_replaying_intents_gives_the_same_workspace(document, seed, count, data):
    """From another start that is equal, cut in two, with other work in between."""
    start = begun(document)
    intents = drawn(seed, count, start)
    once = after(start, intents)
    cut = data.draw(st.integers(0, count))
    half = after(begun(document), intents[:cut])
    after(begun("five-filters"), drawn(seed + 1, 5, begun("five-filters")))
    assert spelled(after(half, intents[cut:])) == spelled(once)
    assert start == begun(document)  # and nothing is changed in place


def test_every_intent_can_be_reduced_but_what_only_a_viewport_can_tell():
    of_app = {getattr(intents, name) for name in dir(intents) if _is_intent(intents, name)}
    new = {getattr(outright, name) for name in dir(outright) if _is_intent(outright, name)}
    assert of_app == set(get_args(intents.Intent))
    assert {*IN_PANE, *OF_WORKSPACE, *MOVES, InPane} == of_app | new


def _is_intent(module, name):
    found = getattr(module, name)
    return isinstance(found, type) and found.__module__ == module.__name__


@pytest.mark.parametrize("move", MOVES)
def test_a_move_in_pixels_is_no_intent_of_the_workspace(move):
    with pytest.raises(KeyError):
        reduce(begun("five-filters"), move(1.0, 1.0, *[1.0] * (len(fields(move)) - 2)))


@few
@given(documents, st.integers(0, 10**6), st.integers(0, 40))
def test_any_state_can_be_reached_by_data(document, seed, count):
    """One outright intent a part, from a workspace that has nothing in common with it."""
    start = begun(document)
    wanted = after(start, drawn(seed, count, start))
    assert reduce(begun("seed-direct"), outright.ReplaceWorkspace(wanted)) == wanted
    goal = replace(wanted.current, problem=None, began=None, choosing=False)
    away = begun("seed-direct")
    now = after(
        away,
        [
            outright.SetPane(replace(away.current, id=goal.id, history=goal.history)),
            outright.ActivatePane(goal.id),
            outright.SetSelection(goal.selection),
            outright.SetViewOptions(goal.view),
            outright.SetPlayback(goal.playback),
            outright.SetDragging(goal.dragging),
        ],
    ).current
    assert replace(now, history=goal.history) == goal
    assert now.document == goal.document


# ---- undo ------------------------------------------------------------------------------------
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_was_done_at_random_is_undone_bit_for_bit_and_opens_again(document, tmp_path):
    seed = list(DOCUMENTS).index(document)
    count = INTENTS // SHARE
    assert walk(document, count, seed, tmp_path) > count // 20  # enough of them did something


@few
@given(documents, st.integers(0, 10**6), st.integers(1, 40))
def test_all_that_can_be_reached_opens_again(tmp_path_factory, document, seed, count):
    start = begun(document)
    workspace = after(start, drawn(seed, count, start))
    assert_opens_again(workspace, tmp_path_factory.mktemp("kept"))


def test_undo_in_one_pane_leaves_the_other_alone():
    start = two_panes()
    edits = [InPane(pane, intents.SetField("conv1", "filters", 7)) for pane in ("a", "b")]
    edited = after(start, edits)
    back = reduce(edited, InPane("a", intents.Undo()))
    assert back.pane("a").document.network == start.pane("a").document.network
    assert back.pane("b") is edited.pane("b")
    assert content(undone(back)) == content(start)


# ---- panes -----------------------------------------------------------------------------------
@few
@given(st.integers(0, 10**6), st.integers(1, 40), st.sampled_from("ab"))
def test_intents_reach_the_pane_that_they_name_and_no_other(seed, count, named):
    """What happens in a pane is what would happen were it alone."""
    start = two_panes("five-filters")
    alone = Workspace((start.pane(named),), named, start.settings)
    found, other = start, next(pane for pane in start.panes if pane.id != named)
    chance = Chance(seed)
    for _ in range(count):
        intent = chance.intent(alone)
        while isinstance(intent, InPane):
            intent = intent.intent
        if isinstance(intent, outright.Advance):
            continue  # time passes everywhere
        alone, found = reduce(alone, intent), reduce(found, InPane(named, intent))
    assert spelled(found.pane(named)) == spelled(alone.current) and found.settings == alone.settings
    assert next(pane for pane in found.panes if pane.id != named) is other


def test_an_intent_without_a_pane_is_for_the_active_one():
    start = two_panes()
    edit = intents.SetField("conv1", "filters", 7)
    assert reduce(start, edit) == reduce(start, InPane("b", edit))
    there = reduce(start, outright.ActivatePane("a"))
    assert reduce(there, edit).pane("b") is start.pane("b")
    assert reduce(start, InPane("nowhere", edit)) is start


def test_linked_panes_play_together_and_each_by_its_own_story():
    start = reduce(two_panes("five-filters"), outright.LinkPanes(cameras=False, playback=True))
    stories = {
        pane.id: outline_of(pane.document, pane.selection).storyboard for pane in start.panes
    }
    both = reduce(start, intents.TogglePlay())
    assert [pane.playback.playing for pane in both.panes] == [True, True]
    far = reduce(both, outright.Advance(1e6))
    for pane in far.panes:
        assert pane.playback == Playback(stories[pane.id].duration)
    assert stories["a"].duration != stories["b"].duration
    one = reduce(start, InPane("a", outright.SetPlayback(Playback(1.0))))
    assert {pane.playback.time for pane in one.panes} == {1.0}
    # Let loose and played alone, then linked again: a toggle makes them do the same.
    loose = after(start, [outright.LinkPanes(False, False), InPane("a", intents.TogglePlay())])
    assert [pane.playback.playing for pane in loose.panes] == [True, False]
    linked = after(loose, [outright.LinkPanes(False, True), InPane("a", intents.TogglePlay())])
    assert not any(pane.playback.playing for pane in linked.panes)


@pytest.mark.parametrize(
    "intent",
    [
        intents.SetOffset(Offset(5.0)),
        intents.SetView("top"),
        intents.SetOption("orthographic", True),
    ],
)
def test_linked_panes_are_looked_at_alike(intent):
    loose = two_panes()
    apart = reduce(loose, InPane("a", intent))
    assert apart.pane("b") is loose.pane("b") and apart.pane("a") != loose.pane("a")
    linked = reduce(loose, outright.LinkPanes(cameras=True, playback=False))
    both = reduce(linked, InPane("a", intent))
    assert both.pane("a").view == both.pane("b").view == apart.pane("a").view
    cut = reduce(linked, InPane("a", intents.SetOption("cut_row", 3)))
    assert cut.pane("b") is linked.pane("b")  # another size: another cut


def test_a_copy_stays_as_it_is_while_the_pane_is_edited():
    start = begun("seed-bottleneck")
    copied = after(start, [outright.CopyPane("was"), intents.SetField("conv1", "filters", 8)])
    assert [pane.id for pane in copied.panes] == ["was", "a"] and copied.active == "a"
    assert copied.pane("was").document == start.current.document
    assert copied.current.document.network.node("conv1").layer.filters == 8
    assert reduce(copied, outright.CopyPane("was")) is copied


def test_panes_are_closed_but_for_the_last():
    start = two_panes()
    closed = reduce(start, outright.ClosePane("b"))
    assert closed.panes == (start.pane("a"),) and closed.active == "a"
    assert reduce(closed, outright.ClosePane("a")) is closed
    assert reduce(closed, outright.ClosePane("b")) is closed


def test_there_is_room_for_arrangements_and_a_lesson():
    lesson = RunningLesson("one-by-one", 3)
    now = after(
        begun("five-filters"),
        [outright.ArrangePanes(Arrangement.BESIDE), outright.SetLesson(lesson)],
    )
    assert (now.arrangement, now.lesson) == (Arrangement.BESIDE, lesson)
    assert reduce(now, outright.SetLesson(None)).lesson is None


# ---- a pane ----------------------------------------------------------------------------------
def test_what_changes_nothing_is_the_same_workspace():
    start = reduce(begun("seed-direct"), intents.SetSpeed(1.0))
    for intent in (
        intents.SetOffset(NO_OFFSET), intents.SetOption("glass", True),
        intents.SelectLayer("nowhere"),
        outright.Advance(1.0), outright.SetDragging(False), intents.ShowReaders(None, None),
        intents.FinishTyping(7), intents.GiveUpTyping(7), outright.ActivatePane("nowhere"),
    ):  # fmt: skip
        assert reduce(start, intent) is start, intent


def test_a_cell_that_was_chosen_is_not_replaced_by_one_that_shows_much():
    start, cell = begun("seed-direct"), Selection(0, 4, 5)
    assert start.current.choosing
    suggested = reduce(start, outright.SuggestCell(cell))
    assert suggested.current.selection == cell and not suggested.current.choosing
    chosen = after(start, [intents.SelectCell(1, 2, 3), outright.SuggestCell(cell)])
    assert chosen.current.selection == Selection(1, 2, 3)
    layer = reduce(chosen, intents.SelectLayer("input"))
    assert layer.current.selection == Selection(1, 2, 3)  # the same stage


def test_typing_in_a_run_moves_neither_cell_nor_story():
    start = reduce(begun("seed-direct"), intents.SelectCell(20, 9, 9))
    beats = outline_of(start.current.document, start.current.selection).storyboard.beats
    time = beats[-1].start + 0.3  # the last filter's map fills: there is none while 3 are asked for
    start = reduce(start, intents.Seek(time))
    typed = [intents.SetField("conv1", "filters", value, run=1) for value in (3, 32)]
    short = reduce(start, typed[0])
    assert outline_of(short.current.document, short.current.selection).selection.filter == 2
    assert short.current.playback.time < time - 1.0
    for way in (typed, [typed[0], intents.GiveUpTyping(1)], [*typed, intents.FinishTyping(1)]):
        now = after(start, way).current
        assert now.selection == Selection(20, 9, 9)
        assert now.playback.time == pytest.approx(time)
        assert now.document == start.current.document


def test_a_fault_is_told_by_what_it_says():
    start = begun("seed-direct")
    wrong = intents.SetField("conv1", "filters", 0)
    one, other = (reduce(begun("seed-direct"), wrong) for _ in range(2))
    assert one == other
    assert one != reduce(start, intents.SetField("conv1", "groups", 0))


# ---- snapshots -------------------------------------------------------------------------------
LIGHT = [
    intents.SetOffset(Offset(9.0, 3.0, 0.1, 0.0, 1.4)), intents.SetView("side"), intents.Seek(4.0),
    intents.SetOption("orthographic", True), intents.SetOption("cut_row", 4), outright.Advance(0.5),
    intents.TogglePlay(), outright.Advance(0.5), intents.SetSpeed(2.0), outright.SetDragging(True),
]  # fmt: skip


def test_camera_viewport_and_time_resolve_nothing():
    workspace = reduce(begun("seed-direct"), intents.SetSpeed(1.0))
    first = resolve(workspace.current, Computed(), workspace.settings)
    for intent in LIGHT:
        changed = reduce(workspace, intent)
        assert changed != workspace or isinstance(intent, outright.Advance), intent
        workspace = changed
        assert resolve(workspace.current, Computed(None), workspace.settings, first) is first


@pytest.mark.parametrize(
    "intent",
    [
        intents.SelectLayer("input"), intents.SelectCell(1, 2, 3), intents.SetOption("apart", 0.5),
        intents.SetPreference("theme", "light"), intents.PinBaseline(True),
        intents.SetField("conv1", "filters", 8), intents.SetField("conv1", "filters", 0),
    ],
)  # fmt: skip
def test_what_a_snapshot_shows_makes_a_new_one(intent):
    workspace = begun("seed-direct")
    first = resolve(workspace.current, Computed(), workspace.settings)
    workspace = reduce(workspace, intent)
    assert resolve(workspace.current, Computed(), workspace.settings, first) is not first


@few
@given(documents, st.integers(0, 10**6), st.integers(1, 12))
def test_a_snapshot_made_from_the_last_one_is_as_one_made_anew(document, seed, count):
    """What is kept per part is never of another network, cell or setting."""
    workspace, before = begun(document), None
    for intent in drawn(seed, count, workspace):
        workspace = reduce(workspace, intent)
        pane = workspace.current
        found = resolve(pane, Computed(), workspace.settings, before)
        fresh = resolve(replace(pane, view=ViewOptions(apart=pane.view.apart)), Computed(),
                        workspace.settings)  # fmt: skip
        for name in ("document", "counts", "baseline", "groups", "settings", "apart", "common"):
            assert getattr(found, name) == getattr(fresh, name), name
        assert (found.stage is None) == (fresh.stage is None)
        if found.stage is not None:
            for name in ("node", "nodes", "selection", "storyboard", "decimals", "output_shape"):
                assert getattr(found.stage, name) == getattr(fresh.stage, name), name
            outline = outline_of(pane.document, pane.selection)
            assert outline.storyboard == found.stage.storyboard
            assert (outline.node, outline.selection) == (found.stage.node, found.stage.selection)
        before = found
