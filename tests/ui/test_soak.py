"""Whatever is done at the window, in whatever order: no exception, and memory that stays.

Three in a hundred of what CONVVIZ_SOAK=10000 does are done every time.
"""

from __future__ import annotations

import os

from convviz.model.documents import DEFAULT_DOCUMENT

from .soaked import Soak, resident

COUNT = int(os.environ.get("CONVVIZ_SOAK", "300"))
WARM, GROWTH = 1000, 1.05  # steps after which memory is compared, and how much more it may be


def test_anything_in_any_order(open_window, monkeypatch):
    hands = open_window()
    soak, first = Soak(hands, COUNT, monkeypatch.setattr), 0
    if COUNT > WARM:
        soak.tour()
    for number in range(COUNT):
        # Each way once, then any; an exception in any slot or event ends the test.
        soak.step(soak.ways[number] if number < len(soak.ways) else None)
        if number + 1 == WARM:
            soak.rest()
            soak.wait_until_idle()
            first = resident()
    soak.rest()
    assert sum(soak.done.values()) == COUNT and len(soak.done) == len(soak.ways)
    assert hands.controller.history.present.id == DEFAULT_DOCUMENT
    assert hands.controller.resolved.stage.outputs is not None
    if first:
        soak.wait_until_idle()
        print(f"{first / 1e6:.0f} MB after {WARM} steps, {resident() / 1e6:.0f} MB after {COUNT}")
        assert resident() < GROWTH * first
