"""What open panes share: one depth scale, one colour range, in as many viewports as one likes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.scene.depth_scale import common_of
from convviz.scene.offset import Offset
from convviz.state.document import History
from convviz.state.frame import frame, sight_now
from convviz.state.shared_scale import common_between, in_common
from convviz.state.view import Playback, ViewOptions
from convviz.state.workspace import Pane

from ..scene.staged import DOCUMENT_IDS, opened, record_of, stages, viewport
from .test_frame import same

few = settings(max_examples=25)
PAIR = ("seed-bottleneck", "seed-direct")


def pane_of(resolved, time=0.0, **view):
    """A pane with the document of a snapshot at a moment."""
    history = History(resolved.document)
    return Pane("a", history, playback=Playback(time), view=ViewOptions(**view))


def pictures(names, common, time=0.0):
    """The frames of some documents, what they share given."""
    return [frame(opened(n), pane_of(opened(n), time), common, viewport()) for n in names]


@pytest.mark.parametrize("name", DOCUMENT_IDS)
def test_one_pane_alone_keeps_its_own_scale(name):
    resolved = opened(name)
    common = common_between((resolved,))
    assert common == resolved.common == common_of(resolved.shapes.values())
    assert in_common(resolved.stage.model, common, 0.0) is resolved.stage.model


def test_two_panes_have_one_depth_for_a_channel():
    """A photo's 3 channels and a feature map's 192 on one stage."""
    found = [opened(name) for name in ("five-filters", "seed-direct")]
    assert len({each.common.depth_unit for each in found}) == 2
    common = common_between(found)
    every = [shape for each in found for shape in each.shapes.values()]
    assert common.depth_unit == common_of(every).depth_unit
    units = {in_common(each.stage.model, common, 0.0).layout.network_unit for each in found}
    assert units == {common.depth_unit}


def test_two_panes_have_one_colour_range():
    found = [opened(name) for name in PAIR]
    common = common_between(found)
    for name in ("input_high", "weight_high", "output_high"):
        own = [getattr(each.stage.model, name) for each in found]
        assert getattr(common, name) == max(own)
    assert len({each.stage.model.weight_high for each in found}) == 2  # they differed
    scenes = pictures(PAIR, common)
    for part in ("input", "filters", "output"):
        assert len({record_of(scene.boxes, part).high for scene in scenes}) == 1, part


def test_a_photo_keeps_its_own_colours_beside_feature_maps():
    found = [opened("five-filters"), opened("seed-direct")]
    common = common_between(found)
    model = in_common(found[0].stage.model, common, 0.0)
    assert model.input_high == 1.0 and common.input_high == found[1].stage.model.input_high
    assert model.weight_high == common.weight_high


@few
@given(stages(), stages())
def test_what_is_shared_is_the_same_whichever_comes_first(one, other):
    assert common_between((one, other)) == common_between((other, one))


@few
@given(stages(), st.floats(0.0, 1.0))
def test_one_snapshot_in_several_viewports_at_once(resolved, share):
    """The window, a second screen and a picture: each as if there were no other."""
    time = resolved.stage.storyboard.duration * share
    pane, common = pane_of(resolved, time), common_between((resolved,))
    places = [viewport(960.0, 460.0), viewport(1920.0, 1080.0), viewport(640.0, 700.0)]
    alone = [frame(resolved, pane, common, place) for place in places]
    again = [frame(resolved, pane, common, place) for place in reversed(places)][::-1]
    assert all(same(a, b) for a, b in zip(alone, again, strict=True))
    assert [(scene.width, scene.height) for scene in alone] == [
        (place.width, place.height) for place in places
    ]
    assert len({scene.camera for scene in alone}) == len(places)
    # The content is that of one moment: only where it is seen from differs.
    whole = [{boxes.id for boxes in scene.boxes} for scene in alone]
    assert whole[0] == whole[1] == whole[2]


def test_two_panes_look_at_one_snapshot_from_two_places():
    """A second window may look from elsewhere: the camera is the pane's, not the snapshot's."""
    resolved = opened("seed-direct")
    common = common_between((resolved,))
    here, there = pane_of(resolved), pane_of(resolved, offset=Offset(20.0, 5.0))
    one, other = (frame(resolved, pane, common, viewport()) for pane in (here, there))
    assert other.camera.yaw == pytest.approx(one.camera.yaw + 20.0)
    sight = sight_now(resolved, there, common, (960.0, 460.0))
    assert sight is not None and sight.seen(there.view.offset) == other.camera
