"""The start page's pictures are what the stage shows of each document.

CONVVIZ_UPDATE_GOLDEN=1 writes them anew; look at them before committing them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt

from convviz.app.stage_words import measure, say
from convviz.model.documents import DOCUMENTS
from convviz.resources import resource
from convviz.scene.themes import THEMES
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


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_thumbnail_is_as_the_stage(stage, computed, name, theme):  # noqa: F811
    document, values = computed(name)
    resolved = resolve(
        History(document), values, False, Selection(), ViewOptions(), Settings(theme=theme)
    )
    scene = frame(resolved, Playback(), Viewport(WIDTH, HEIGHT, say, measure))
    # Without labels, which would be too small to read, and in one language.
    stage.apply(stage.scene, replace(scene, labels=()))
    smooth = Qt.TransformationMode.SmoothTransformation
    picture = stage.grab_image().scaled(SHIPPED, mode=smooth)
    assert_as_kept(pixels(picture), resource("thumbnails", f"{name}-{theme}.png"))
