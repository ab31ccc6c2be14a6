"""The start page's pictures are what the stage shows of each document.

CONVVIZ_UPDATE_GOLDEN=1 writes them anew; look at them before committing them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt

from convviz.app.stage.stage_words import measure, say
from convviz.model.documents import DEFAULT_DOCUMENT, DOCUMENTS
from convviz.resources import resource
from convviz.scene.themes import THEMES
from convviz.scene.timeline import Phase
from convviz.state.document import History
from convviz.state.frame import Viewport, frame
from convviz.state.resolve import resolve
from convviz.state.settings import Settings
from convviz.state.view import Playback, Selection, ViewOptions

from .kept import assert_as_kept, pixels, shown_stage
from .test_story_pictures import computed  # noqa: F401 - a fixture

WIDTH, HEIGHT = 960, 600
SHIPPED = QSize(560, 350)  # sharp in a large card at twice the pixels of a logical one


@pytest.fixture(scope="module")
def stage(qapp):
    yield from shown_stage(qapp, WIDTH, HEIGHT)


@pytest.fixture
def picture_of(stage, computed):  # noqa: F811
    """The stage of a document at a moment, without labels: these would be too small to read."""

    def taken(name, theme, moment=lambda storyboard: 0.0):
        document, values = computed(name)
        resolved = resolve(
            History(document), values, False, Selection(), ViewOptions(), Settings(theme=theme)
        )
        time = moment(resolved.stage.storyboard)
        scene = frame(resolved, Playback(time), Viewport(WIDTH, HEIGHT, say, measure))
        stage.apply(stage.scene, replace(scene, labels=()))
        smooth = Qt.TransformationMode.SmoothTransformation
        return pixels(stage.grab_image().scaled(SHIPPED, mode=smooth))

    return taken


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_thumbnail_is_as_the_stage(picture_of, name, theme):
    assert_as_kept(picture_of(name, theme), resource("thumbnails", f"{name}-{theme}.png"))


@pytest.mark.parametrize("theme", THEMES)
def test_the_large_card_shows_the_sum_too(picture_of, theme):
    picture = picture_of(DEFAULT_DOCUMENT, theme, in_the_fifth_channel)
    assert_as_kept(picture, resource("thumbnails", f"{DEFAULT_DOCUMENT}-sum-{theme}.png"))


def in_the_fifth_channel(storyboard):
    channels = [beat for beat in storyboard.beats if beat.phase is Phase.CHANNEL]
    return channels[4].start + 0.42 * channels[4].duration
