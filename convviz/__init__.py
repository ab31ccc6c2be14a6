"""ConvViz: see what a convolution does, and what it costs."""

from __future__ import annotations

__version__ = "0.1.0"
