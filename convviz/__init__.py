"""ConvViz: see what a convolution does, and what it costs."""

from __future__ import annotations

import os

# Before numpy comes: one thread of OpenBLAS. More are hardly faster here, take the cores that
# draw, and hang the program when anything forks while they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
