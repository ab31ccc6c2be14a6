"""When each of many cells is looked at, or comes into the total, within one beat of the story."""

from __future__ import annotations

import math

COMPARED = 0.66  # share of the making in which cells are compared one by one
FLIGHT = 0.3  # share of the total's beat that one cell flies
SLACK = 1e-9  # rounding of stops: a cell that is to be in the total at a moment is
SAME = 1e-6  # shares of a beat that are one


def looked_at(count: int, progress: float) -> int:
    """How many of `count` cells have been compared, with the one that is looked at now."""
    return min(int(progress / COMPARED * count) + 1, count) if progress > 0.0 else 0


def arriving(progress: float) -> float:
    """Share of the cells, setting out one after another, that have come to the total."""
    return min(max((progress - FLIGHT) / (1.0 - FLIGHT), 0.0), 1.0)


def arrived(count: int, progress: float) -> int:
    """How many of `count` cells have come to the total."""
    if progress < FLIGHT - SLACK:
        return 0
    return min(count, math.floor(arriving(progress) * count + SLACK) + 1)


def fallen(count: int, progress: float) -> float:
    """The same as a number that grows without steps: whole whenever a cell comes into the total."""
    if progress < FLIGHT:
        return progress / FLIGHT
    return min(arriving(progress) * count + 1.0, float(count))


def look_shares(count: int) -> tuple[float, ...]:
    """Shares of the beat at which each of `count` cells is looked at: the middle of its turn."""
    return tuple((cell + 0.5) / count * COMPARED for cell in range(count))


def arrival_shares(count: int) -> tuple[float, ...]:
    """Shares of the beat at which each of `count` cells comes into the total."""
    return tuple(FLIGHT + cell / count * (1.0 - FLIGHT) for cell in range(count))


def just_arrived(count: int, progress: float) -> bool:
    """Whether a cell comes into the total at this very moment."""
    place = arriving(progress) * count
    return progress >= FLIGHT - SAME and abs(place - round(place)) < SAME * count
