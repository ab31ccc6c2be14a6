"""What a layer and a network are: shapes, counts, values. No Qt, no files, no clock."""

from __future__ import annotations
