"""How each kind of layer is presented: one module of data per kind, behind one registry.

A new kind is three files, each found by its name, and no row in any list:

* ``convviz/model/layers/<kind>.py``: its fields, shapes, counts, values and record (a `KIND`),
* ``convviz/kinds/<kind>.py``: what its stage does, how it is worded, its code (a `PRESENTATION`),
* ``convviz/words/layers/<kind>.py``: its texts (`TEXTS`).

tests/test_new_kind.py adds one so, and says what else a test may ask for.
"""

from __future__ import annotations
