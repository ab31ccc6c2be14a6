"""Kept pictures: CONVVIZ_UPDATE_GOLDEN=1 writes them anew; look at them before committing them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from convviz.render.gl.stage_view import StageView
from convviz.scene.primitives import Scene


def pixels(image: QImage) -> np.ndarray:
    """(H, W, 3) uint8."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def shot(view: StageView, scene: Scene) -> np.ndarray:
    """What the view shows of a scene, (H, W, 3) uint8."""
    view.apply(view.scene, scene)
    return pixels(view.grab_image())


def assert_as_kept(found: np.ndarray, path: Path) -> None:
    """Another version of the rasteriser may round an edge or a glyph differently, no more."""
    if os.environ.get("CONVVIZ_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        h, w = found.shape[:2]
        QImage(found.tobytes(), w, h, w * 3, QImage.Format.Format_RGB888).save(str(path))
    kept = pixels(QImage(str(path)))
    assert kept.shape == found.shape
    off = np.abs(kept.astype(int) - found).max(axis=2)
    assert (off > 24).mean() < 0.004
    assert off.mean() < 0.5


def shown_stage(qapp, width, height):
    """A stage's view on the screen while a module's tests run."""
    from convviz.app.window.theme import load_fonts
    from convviz.render.gl.stage_view import StageView

    load_fonts()
    view = StageView()
    view.resize(width, height)
    view.show()
    yield view
    view.close()
    view.deleteLater()
    qapp.processEvents()
