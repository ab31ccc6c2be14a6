"""Weights from NumPy's files: any plain array of numbers, never a pickle."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from convviz.files.arrays import packed_array, parsed, read_weights
from convviz.files.errors import FileError, FileErrorCode

plain = st.sampled_from("float16 float32 float64 >f4 >f8 int8 uint8 int16 int32 >i4 int64".split())
shapes = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5)


def saved(array) -> bytes:
    out = io.BytesIO()
    np.save(out, array, allow_pickle=True)
    return out.getvalue()


def refused(path, data) -> FileErrorCode:
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_weights(path)
    return caught.value.code


@given(plain.flatmap(lambda dtype: arrays.arrays(dtype, shapes)), st.booleans())
def test_every_plain_array_is_read_as_numpy_reads_it(array, fortran):
    array = np.asfortranarray(array) if fortran else array
    found = parsed(saved(array))
    assert found.dtype == array.dtype and found.shape == array.shape
    assert found.tobytes() == array.tobytes()


@given(arrays.arrays(np.float32, shapes))
def test_what_is_packed_comes_back_and_numpy_reads_it_too(array):
    data = packed_array(array)
    assert data == packed_array(array.copy())
    assert parsed(data).tobytes() == array.tobytes()
    np.testing.assert_array_equal(np.load(io.BytesIO(data), allow_pickle=False), array)


def test_weights_become_float32_read_only_in_c_order(tmp_path):
    path = tmp_path / "w.npy"
    array = np.asfortranarray(np.arange(24.0).reshape(2, 3, 2, 2))
    path.write_bytes(saved(array))
    weights = read_weights(path)
    assert weights.dtype == np.float32 and weights.flags.c_contiguous
    assert not weights.flags.writeable and (weights == array).all()


def test_files_that_cannot_be_weights(tmp_path):
    path = tmp_path / "w.npy"
    good = saved(np.ones((4, 3), np.float32))
    huge = good.replace(b"(4, 3)", b"(99999999, 99999999)")
    for data, code in (
        (b"", FileErrorCode.ARRAY_FORMAT),
        (b"1 2 3", FileErrorCode.ARRAY_FORMAT),
        (good[:-1], FileErrorCode.ARRAY_DAMAGED),
        (good + b"\0", FileErrorCode.ARRAY_DAMAGED),
        (good[:40], FileErrorCode.ARRAY_DAMAGED),
        (huge, FileErrorCode.ARRAY_DAMAGED),
        (saved(np.array([{}], object)), FileErrorCode.ARRAY_DAMAGED),
        (saved(np.array(["a"])), FileErrorCode.ARRAY_DAMAGED),
        (saved(np.array([1j])), FileErrorCode.ARRAY_DAMAGED),
        (saved(np.zeros(2, "f4,f4")), FileErrorCode.ARRAY_DAMAGED),
        (saved(np.array([1, np.nan])), FileErrorCode.ARRAY_NUMBERS),
        (saved(np.array([1e300])), FileErrorCode.ARRAY_NUMBERS),
        (saved(np.array([np.inf])), FileErrorCode.ARRAY_NUMBERS),
    ):
        assert refused(path, data) is code
