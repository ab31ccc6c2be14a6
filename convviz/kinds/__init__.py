"""How each kind of layer is presented: one module of data per kind, behind one registry."""

from __future__ import annotations
