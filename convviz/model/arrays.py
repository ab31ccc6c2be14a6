"""What an array is here: float32, read-only, compared by identity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def read_only(array: NDArray[np.floating]) -> Floats:
    """Give `array` as a read-only, contiguous float32 array: itself where it already is one."""
    if array.dtype == np.float32 and array.flags.c_contiguous and not array.flags.writeable:
        return array
    result = np.array(array, dtype=np.float32, order="C", copy=True)
    result.flags.writeable = False
    return result


def sealed(array: NDArray[np.float32]) -> Floats:
    """Make `array` itself read-only: for one that was just made and is nobody else's."""
    array.flags.writeable = False
    return array
