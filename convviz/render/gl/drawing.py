"""What the items of the stage draw with."""

from __future__ import annotations

from typing import Protocol

from convviz.render.gl.cell_textures import CellTextures
from convviz.render.gl.device import Device
from convviz.render.gl.frame import Frame


class Drawing(Protocol):
    """The context's device and textures and the frame that is drawn; the painter is one."""

    device: Device
    textures: CellTextures
    frame: Frame

    @property
    def alpha_blending(self) -> tuple[int, int]:
        """How the picture's own alpha is blended: what is drawn, and what is there."""
