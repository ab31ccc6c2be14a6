"""The limits of a network: the model checks them, files and panels take them from here.

What the model allows can be saved and opened again: nobody else has limits of its own for these.
"""

from __future__ import annotations

DIMENSION_LIMIT = 65_536  # of a height, a width, channels, and what a field counts
LAYER_LIMIT = 1_000  # layers of a network
INPUT_LIMIT = 1_000  # volumes that one layer reads
NAME_LIMIT = 100  # characters of a layer's name, and of its id
SEED_LIMIT = 2**31 - 1
PLACE_LIMIT = 2**53  # of a cell's place: a flatten makes a channel of every cell
