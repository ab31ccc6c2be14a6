"""Boxes never intersect: neither renderer has to guess what is in front.

Between their rows, while LIFT and LAND carry column, filter and sum through the stage, the things
that are carried pass through what stands there (see MOVING); nothing else ever does.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.animation import animation_at
from convviz.scene.story import Cuts, boxes_of
from convviz.scene.timeline import Phase
from convviz.state.view import ViewOptions

from .staged import DOCUMENT_IDS, opened, shown, stages, times

MOVING = {"bench-column", "bench-filter", "bench-sum"}
CARRYING = (Phase.LIFT, Phase.LAND)
CLOSE = 1e-4  # of the largest box: float32 corners that touch are not exactly equal


def intersections(boxes):
    """Pairs of records of which boxes reach into each other, with how far (world units)."""
    low = np.concatenate([record.low for record in boxes]).astype(float)
    size = np.concatenate([record.size for record in boxes]).astype(float)
    names = [record.id for record in boxes for _ in record.low]
    high = low + size
    into = np.minimum(high[:, None], high[None]) - np.maximum(low[:, None], low[None])
    depth = into.min(axis=2)
    first, second = np.nonzero(np.triu(depth > CLOSE * max(1.0, size.max()), 1))
    return [(names[a], names[b], depth[a, b]) for a, b in zip(first, second, strict=True)]


def assert_apart(stage, time, cuts=None):
    now = animation_at(stage.storyboard, time)
    found = intersections(boxes_of(stage.model, now, cuts or Cuts()))
    if now.beat.phase in CARRYING:
        found = [each for each in found if not MOVING & set(each[:2])]
    assert not found, (now.beat.phase, now.progress)


any_cuts = st.builds(
    Cuts, *[st.one_of(st.none(), st.integers(-3, 30)) for _ in range(3)], st.booleans()
)


@settings(max_examples=50)
@given(stages(most_filters=80), any_cuts, st.sampled_from((0.0, 0.0, 0.2, 1.0)), st.data())
def test_boxes_never_intersect(resolved, cuts, apart, data):
    stage = shown(resolved.document, resolved.stage.selection, ViewOptions(apart=apart)).stage
    for _ in range(2):
        assert_apart(stage, data.draw(times(stage.storyboard)), cuts)


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
@pytest.mark.parametrize("apart", [0.0, 0.6])
def test_boxes_of_the_documents_never_intersect(document_id, apart):
    opened_now = opened(document_id)
    stage = shown(opened_now.document, opened_now.stage.selection, ViewOptions(apart=apart)).stage
    for beat in stage.storyboard.beats[:3] + stage.storyboard.beats[8:14]:
        for share in (0.0, 0.1, 0.3, 0.55, 0.75, 0.9):
            assert_apart(stage, beat.start + beat.duration * share)


@settings(max_examples=25)
@given(stages(most_filters=80), st.data())
def test_every_box_has_an_extent_and_a_visible_tone(resolved, data):
    stage = resolved.stage
    now = animation_at(stage.storyboard, data.draw(times(stage.storyboard)))
    for record in boxes_of(stage.model, now, Cuts()):
        assert (record.size > 0.0).all() and (record.count > 0).all(), record.id
        assert np.isfinite(record.low).all()
        assert ((record.tone >= 0.6) & (record.tone <= 1.0)).all()
        assert ((record.opacity >= 0.0) & (record.opacity <= 1.0)).all()
        assert (record.opacity > 0.0).all() or now.away == 1.0  # the bench alone is seen
        lengths = {len(getattr(record, n)) for n in "low size first count offset tone".split()}
        assert lengths == {len(record.opacity)}
        if record.values is not None:
            assert not record.values.flags.writeable


@settings(max_examples=25)
@given(stages(), st.data())
def test_ids_are_unique_and_the_stage_keeps_its_own(resolved, data):
    stage = resolved.stage
    now = animation_at(stage.storyboard, data.draw(times(stage.storyboard)))
    ids = [record.id for record in boxes_of(stage.model, now, Cuts())]
    assert len(ids) == len(set(ids))
    assert {"input", "filters", "output"} <= set(ids)
