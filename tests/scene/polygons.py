"""Areas of convex polygons, written from the definitions."""

from __future__ import annotations

import numpy as np


def area(polygon):
    """Area by the shoelace formula."""
    if len(polygon) < 3:
        return 0.0
    x, y = np.asarray(polygon, dtype=float).T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2.0


def _turn(a, b, p):
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def overlap(first, second):
    """The polygon that two convex polygons share (Sutherland & Hodgman 1974)."""
    points = [tuple(map(float, point)) for point in first]
    for i in range(len(second)):
        a, b = second[i], second[(i + 1) % len(second)]
        kept = []
        for j, p in enumerate(points):
            q = points[(j + 1) % len(points)]
            here, there = _turn(a, b, p), _turn(a, b, q)
            if here >= 0.0:
                kept.append(p)
            if (here > 0.0) != (there > 0.0) and here != there:
                share = here / (here - there)
                kept.append((p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])))
        points = kept
        if not points:
            break
    return points


def shared_area(first, second):
    """Area that two convex polygons share."""
    return area(overlap(first, second))


def rectangle(x, y, width, height):
    """A rectangle as a polygon, turning like `scene.labels.hull`."""
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], dtype=float)
