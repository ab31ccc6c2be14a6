"""Windows along one axis: closed forms against counting, also at sizes that no loop would end."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.model.counts import count
from convviz.model.documents import chain
from convviz.model.layers import Conv2d, Input, Source
from convviz.model.shape import inside_taps, output_extent, same_pads, window_extent

SMALL = st.integers(1, 40)


@settings(max_examples=1000)
@given(SMALL, SMALL, SMALL, SMALL, st.integers(0, 60), st.integers(0, 60))
def test_taps_inside(size, kernel, stride, dilation, before, after):
    out = output_extent(size, kernel, stride, dilation, before + after)
    if out < 1:
        return
    counted = sum(
        0 <= y * stride + i * dilation - before < size for y in range(out) for i in range(kernel)
    )
    assert inside_taps(size, kernel, stride, dilation, before, out) == counted


@settings(max_examples=1000)
@given(st.integers(1, 200), SMALL, SMALL, SMALL)
def test_same_gives_ceil_of_size_by_stride(size, kernel, stride, dilation):
    before, after = same_pads(size, kernel, stride, dilation)
    assert 0 <= after - before <= 1
    assert output_extent(size, kernel, stride, dilation, before + after) == -(-size // stride)
    assert window_extent(kernel, dilation) <= size + before + after


def test_the_largest_sizes_are_exact_and_quick():
    most = 65_536
    network = chain(
        ("input", Input(most, most, most, Source.NOISE)),
        ("conv1", Conv2d(most, (most, most), padding="same")),
        ("conv2", Conv2d(most, (3, most), dilation=(7, 1), stride=(3, 5), padding=(1, 30_000))),
    )
    started = perf_counter()
    found = count(network).layers
    assert perf_counter() - started < 0.1
    first = found["conv1"]
    assert first.macs == most**6
    assert first.weights == most**4
    # A tap that lies d off the centre misses d of the n cells.
    inside = sum(most - abs(i - (most - 1) // 2) for i in range(most))
    assert first.padding_macs == most**6 - inside**2 * most**2
    rows = (most + 2 - 15) // 3 + 1
    columns = (most + 60_000 - most) // 5 + 1
    assert found["conv2"].macs == rows * columns * most * most * 3 * most


def test_a_thousand_layers_are_counted_in_time():
    layers = [(f"conv{n}", Conv2d(8, (3, 3), padding="same")) for n in range(999)]
    network = chain(("input", Input(8, 500, 500, Source.NOISE)), *layers)
    started = perf_counter()
    assert count(network).totals.macs == 999 * 9 * 64 * 250_000
    assert perf_counter() - started < 2
