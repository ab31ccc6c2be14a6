"""One meaning per colour: what shares a picture is told apart with every kind of colour vision.

============================  ========================================  ===========================
what                          must differ from                          because they meet in
============================  ========================================  ===========================
a dimension                   other dimensions, signs, accent, plain    captions, labels, formulas,
                              and muted text                            tables: "channel 5: -0.09"
a dimension                   the highest activation of every palette   a volume and its labels
a sign                        dimensions, accent, plain and muted       captions, tables, the plot
                              text, the other sign                      with its cursor
a sign                        the highest activation of every palette   "0.846" beside its cell
accent                        all of these, edges, errors, and every    outlines of cells, the
                              colour of every cell                      selection, focus rings
a cell that is cut to zero    the ends of the map of its neighbours,    maps after ReLU, the legend;
                              cells not computed yet, its stroke        zero it may look like: it is
the end of a map              the ends of the others; the same half-    input, weights and results
                              way, by half as much                      of one sum, and the legend
============================  ========================================  ===========================

A sign is not asked to differ from the ends of the maps that show signs: it is the same thing there.
Plain and muted text differ in emphasis, not in meaning.
"""

from __future__ import annotations

from itertools import combinations, product

import pytest

from convviz.scene.palette import MAP_SIZE, Role, colour, colour_map, contrast
from convviz.scene.themes import PALETTES, THEMES

from .colour_vision import VISIONS, difference, lab

APART = 12.0
DIMENSIONS = (Role.H, Role.W, Role.K, Role.CIN, Role.COUT)
SIGNS = (Role.NEGATIVE, Role.POSITIVE)
PLAIN = (Role.TEXT, Role.MUTED)
MIDDLE, TOP = MAP_SIZE // 2, MAP_SIZE - 1
# Indices in a map's table of zero, half the range and the whole range, one way or both.
ONE_WAY = {"activation": (0, MIDDLE, TOP)}
BOTH_WAYS = {
    "diverging": ((MIDDLE, MIDDLE // 2, 0), (MIDDLE, MIDDLE + MIDDLE // 2, TOP)),
    "results": ((MIDDLE, MIDDLE // 2, 0), (MIDDLE, MIDDLE + MIDDLE // 2, TOP)),
}

looks = pytest.mark.parametrize(("theme", "palette"), [*product(THEMES, PALETTES)])
visions = pytest.mark.parametrize("vision", VISIONS)


def closest(pairs, colours, vision):
    """The pairs that are nearer than asked for: (difference, asked, first, second)."""
    seen = {name: lab(rgb, vision) for name, rgb in colours.items()}
    found = [(difference(seen[a], seen[b]), least, a, b) for a, b, least in pairs]
    return [(round(d, 1), least, a, b) for d, least, a, b in sorted(found) if d < least]


def role_colours(theme):
    return {role.value: colour(theme, role) for role in Role}


@looks
@visions
def test_letters_that_share_a_picture_are_told_apart(theme, palette, vision):
    colours = role_colours(theme)
    colours["highest"] = colour_map(theme, "activation", palette)[TOP]
    letters = [role.value for role in (*DIMENSIONS, *SIGNS, Role.ACCENT, *PLAIN)]
    pairs = [(a, b, APART) for a, b in combinations(letters, 2) if {a, b} != {"text", "muted"}]
    pairs += [(role.value, "highest", APART) for role in (*DIMENSIONS, *SIGNS, Role.ACCENT)]
    assert closest(pairs, colours, vision) == []


@looks
@visions
def test_the_accent_is_seen_on_every_cell_and_beside_every_edge(theme, palette, vision):
    colours = role_colours(theme)
    cells = {
        f"{name} {place}": colour_map(theme, name, palette)[place]
        for name in ("activation", *BOTH_WAYS)
        for place in (*range(0, MAP_SIZE, 8), TOP)
    }
    others = [Role.EDGE, Role.PADDING_EDGE, Role.EMPTY, Role.PADDING, Role.STAGE_TOP, Role.ERROR]
    others.append(Role.CUT)
    names = [*cells, *(role.value for role in others)]
    for accent in (Role.ACTIVE.value, Role.ACCENT.value):
        pairs = [(accent, name, APART) for name in names]
        assert closest(pairs, {**colours, **cells}, vision) == []


@looks
@visions
def test_activations_weights_and_results_are_told_apart(theme, palette, vision):
    ways = {"activation": ONE_WAY["activation"]}
    for name, (down, up) in BOTH_WAYS.items():
        ways |= {f"-{name}": down, f"+{name}": up}
    for step, least in ((2, APART), (1, APART / 2)):
        colours = {
            name: colour_map(theme, name.strip("+-"), palette)[places[step]]
            for name, places in ways.items()
        }
        pairs = [(a, b, least) for a, b in combinations(colours, 2)]
        assert closest(pairs, colours, vision) == [], f"at {step} of 2"


@looks
@visions
def test_a_cell_that_was_cut_is_told_from_one_with_a_value(theme, palette, vision):
    """Half-way to the ends of the only map that has such cells: values with signs."""
    colours = {role.value: colour(theme, role) for role in (Role.CUT, Role.EMPTY, Role.MUTED)}
    table = colour_map(theme, "results", palette)
    down, up = BOTH_WAYS["results"]
    colours |= {f"results {place}": table[place] for place in (*down[1:], *up[1:])}
    pairs = [(Role.CUT.value, name, APART) for name in colours if name != Role.CUT.value]
    assert closest(pairs, colours, vision) == []


@looks
def test_zero_is_one_colour_in_every_map(theme, palette):
    zeros = [colour_map(theme, "activation", palette)[0]]
    zeros += [colour_map(theme, name)[MIDDLE] for name in BOTH_WAYS]
    seen = [lab(zero) for zero in zeros]
    assert max(difference(a, b) for a, b in combinations(seen, 2)) < 2.0


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_read_from_the_back_row(theme):
    """WCAG 2.2, 1.4.6: words 7:1 in the full screen; figures in a colour and signs 4.5:1."""
    for ground in (Role.STAGE_TOP, Role.STAGE_BOTTOM, Role.PANEL):
        for role in PLAIN:
            assert contrast(colour(theme, role), colour(theme, ground)) >= 7.0


@pytest.mark.parametrize("theme", THEMES)
def test_a_cell_not_computed_yet_is_no_box_to_tick(theme):
    """It is flat: a seam to the next one, no outline."""
    empty, seam = colour(theme, Role.EMPTY), colour(theme, Role.EMPTY_LINE)
    assert 1.05 < contrast(seam, empty) < 1.5
    for ground in (Role.STAGE_TOP, Role.STAGE_BOTTOM):
        assert contrast(empty, colour(theme, ground)) < 1.35


ORIGINS = tuple(Role(f"origin-{number}") for number in range(1, 7))
# Each volume has its number, so that who does not tell colours apart reads it: from all others as
# far as there is room for, and those that touch, one behind the other, well apart with any vision.
FROM_OTHERS, FROM_OTHERS_ANY = 13.0, 5.0
TOUCHING, TOUCHING_ANY, NOT_TOUCHING = 20.0, 12.0, 6.0


@looks
@visions
def test_the_origin_of_a_volume_is_no_dimension_and_no_value(theme, palette, vision):
    colours = role_colours(theme)
    colours["highest"] = colour_map(theme, "activation", palette)[TOP]
    ends = {
        f"{name} {place}": colour_map(theme, name)[place]
        for name in BOTH_WAYS
        for place in (0, TOP)
    }
    others = [role.value for role in (*DIMENSIONS, *SIGNS, Role.ACCENT, *PLAIN, Role.EDGE)]
    others += ["highest", *ends]
    least = FROM_OTHERS if vision == "full" else FROM_OTHERS_ANY
    pairs = [(origin.value, other, least) for origin in ORIGINS for other in others]
    assert closest(pairs, {**colours, **ends}, vision) == []
    touching = TOUCHING if vision == "full" else TOUCHING_ANY
    between = [(a.value, b.value, NOT_TOUCHING) for a, b in combinations(ORIGINS, 2)]
    around = zip(ORIGINS, (*ORIGINS[1:], ORIGINS[0]), strict=True)
    between += [(a.value, b.value, touching) for a, b in around]
    assert closest(between, colours, vision) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_origin_of_a_volume_is_seen_from_the_back_row(theme):
    for role in ORIGINS:
        for ground in (Role.STAGE_TOP, Role.STAGE_BOTTOM):
            assert contrast(colour(theme, role), colour(theme, ground)) >= 2.0, role
