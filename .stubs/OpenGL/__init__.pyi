"""What ConvViz uses of PyOpenGL, which has no types of its own."""

from __future__ import annotations
