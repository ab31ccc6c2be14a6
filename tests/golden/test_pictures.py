"""The pictures as numbers: contrast, colours for every kind of vision, how full the stage is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from convviz.files.photos import PHOTOS
from convviz.model.network import set_field
from convviz.scene.camera import project
from convviz.scene.labels import hull
from convviz.scene.layout import corners
from convviz.scene.palette import (
    MAP_NAMES,
    Role,
    colour,
    colour_map,
    contrast,
    hex_colour,
    hex_of,
    stroke,
)
from convviz.scene.primitives import Colours
from convviz.scene.themes import PALETTES, THEMES
from convviz.state.view import Playback

from ..scene.polygons import area
from ..scene.staged import DOCUMENT_IDS, VIEWPORTS, frame, opened, record_of, shown, viewport
from .colour_vision import VISIONS, contrasts, difference, lab

TEXT = 4.5  # WCAG 2.2, 1.4.3: text
PARTS = 3.0  # WCAG 2.2, 1.4.11: parts of graphics that are needed to understand them
CELLS = 2.0  # the median cell against the stage
STAGE = (Role.STAGE_TOP, Role.STAGE_BOTTOM)
PANELS = (Role.PANEL, Role.RAISED)
DIMENSIONS = (Role.H, Role.W, Role.K, Role.CIN, Role.COUT)
SIGNS = (Role.NEGATIVE, Role.POSITIVE)
WRITTEN = (
    Role.TEXT, Role.MUTED, Role.ACTIVE, Role.ACCENT, Role.ERROR, Role.GOOD, Role.NEGATIVE,
    Role.POSITIVE, *DIMENSIONS,
)  # fmt: skip

# The seven colours that Okabe & Ito 2008 ("Color universal design") chose so that everybody can
# tell them apart: what they keep in the worst case is what is asked of the dimensions.
OKABE_ITO = "#E69F00 #56B4E9 #009E73 #F0E442 #0072B2 #D55E00 #CC79A7".split()
APART = 10.5


# ---- the measures themselves -----------------------------------------------------------------
@pytest.mark.parametrize(
    "first, second, expected",
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.335), 1.0),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ],
)
def test_the_colour_difference_is_that_of_the_published_examples(first, second, expected):
    assert difference(first, second) == pytest.approx(expected, abs=1e-4)
    assert difference(second, first) == pytest.approx(expected, abs=1e-4)


def test_the_measures_agree_with_well_known_colours():
    assert contrast((1, 1, 1), (0, 0, 0)) == pytest.approx(21.0)
    assert contrasts([(0.466667, 0.466667, 0.466667)], (1, 1, 1)) == pytest.approx(4.48, abs=0.01)
    assert lab((1.0, 1.0, 1.0)) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab((1.0, 0.0, 0.0)) == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    for vision, matrix in VISIONS.items():
        assert matrix.sum(axis=1) == pytest.approx(1.0, abs=1e-4), vision  # grey stays grey


# ---- contrast --------------------------------------------------------------------------------
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", [*STAGE, *PANELS])
def test_text_can_be_read(theme, ground):
    for role in WRITTEN:
        assert contrast(colour(theme, role), colour(theme, ground)) >= TEXT, role
    assert contrast(colour(theme, Role.ON_ACCENT), colour(theme, Role.ACCENT)) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", STAGE)
def test_outlines_are_seen_on_the_stage(theme, ground):
    for role in (Role.EDGE, Role.PADDING_EDGE, Role.ACTIVE):
        assert contrast(colour(theme, role), colour(theme, ground)) >= PARTS, role


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", STAGE)
def test_zeros_are_seen_on_the_stage(theme, ground):
    behind = colour(theme, ground)
    for zero in zeros(theme):
        assert contrasts(zero, behind) >= CELLS


def zeros(theme):
    activations = [colour_map(theme, "activation", palette)[0] for palette in PALETTES]
    return *activations, *(colour_map(theme, name)[128] for name in ("diverging", "results"))


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_nobody_takes_a_cell_without_a_value_for_a_zero(theme, vision):
    """It is nearly as light or dark as the stage; what outlines it is the volume's own edge."""
    empty = colour(theme, Role.EMPTY)
    for ground in STAGE:
        assert contrast(empty, colour(theme, ground)) < 1.35
    for zero in zeros(theme):
        assert contrasts(zero, empty) >= 1.8
        assert difference(lab(zero, vision), lab(empty, vision)) >= 1.5 * APART


def cell_colours(record, theme, palette=PALETTES[0]):
    """The colour of every cell of a record, (n, 3), as the renderers give it."""
    values = record.values / max(record.high, 1e-20)
    if record.colours is Colours.PICTURE:
        return np.clip(values.reshape(3, -1).T, 0.0, 1.0)
    if record.colours is Colours.CHANNELS:
        maps = [colour_map(theme, name) for name in ("red", "green", "blue")]
        parts = np.split(np.clip(values, 0.0, 1.0), 3)
        return np.concatenate(
            [table[(part * 255).astype(int)] for table, part in zip(maps, parts, strict=True)]
        )
    place = values / 2 + 0.5 if record.colours is Colours.DIVERGING else values
    table = colour_map(theme, record.colours.value, palette)
    return table[(np.clip(place, 0.0, 1.0) * 255).astype(int)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_the_median_cell_is_seen_on_the_stage(document_id, palette, theme):
    scene = frame(opened(document_id, theme), Playback(), viewport())
    for name in ("input", "filters", "output"):
        record = record_of(scene.boxes, name)
        for ground in STAGE:
            found = contrasts(cell_colours(record, theme, palette), colour(theme, ground))
            assert np.median(found) >= CELLS, (name, ground, float(np.median(found)))


@pytest.mark.parametrize("photo", PHOTOS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_channels_of_every_photo_are_seen_on_the_stage(photo, theme):
    """Only the picture that they make together is in the photo's own colours, dark as it is."""
    document = opened("colour-mixing").document
    network = set_field(document.network, "input", "photo", photo)
    resolved = shown(replace(document, network=network), theme=theme)
    for record in frame(resolved, Playback(), viewport()).boxes:
        if record.values is not None and record.colours is not Colours.PICTURE:
            for ground in STAGE:
                found = contrasts(cell_colours(record, theme), colour(theme, ground))
                assert np.median(found) >= CELLS, (record.id, float(np.median(found)))


# ---- colour vision ---------------------------------------------------------------------------
def worst(colours, vision):
    """Smallest difference of any two colours, with its pair."""
    seen = {name: lab(rgb, vision) for name, rgb in colours.items()}
    return min((difference(seen[a], seen[b]), a, b) for a, b in combinations(seen, 2))


def test_the_yardstick_is_what_okabe_and_ito_reach():
    colours = {name: hex_colour(name) for name in OKABE_ITO}
    reached = min(worst(colours, vision)[0] for vision in VISIONS)
    assert APART <= reached < APART + 1.0


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_everybody_can_tell_the_dimensions_apart(theme, vision):
    colours = {role.value: colour(theme, role) for role in DIMENSIONS}
    assert worst(colours, vision)[0] >= APART, worst(colours, vision)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_nobody_takes_a_dimension_for_a_sign(theme, vision):
    """An orange 192 would be read as positive; with full colour vision the hues differ by far."""
    least = 2 * APART if vision == "full" else APART
    for sign in SIGNS:
        seen = lab(colour(theme, sign), vision)
        for role in DIMENSIONS:
            found = difference(seen, lab(colour(theme, role), vision))
            assert found >= least, (sign, role, found)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["diverging", "results"])
def test_everybody_can_tell_negative_from_positive(name, theme, vision):
    table = lab(colour_map(theme, name), vision)
    for away in (40, 80, 127):
        assert difference(table[128 - away], table[128 + away - 1]) >= APART, away
    ends = (colour(theme, Role.NEGATIVE), colour(theme, Role.POSITIVE))
    assert difference(*lab(ends, vision)) >= APART


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("palette", PALETTES)
def test_everybody_sees_a_larger_value_as_lighter_or_darker(palette, theme, vision):
    lightness = lab(colour_map(theme, "activation", palette), vision)[:, 0]
    steps = np.diff(lightness) * (1 if theme == "dark" else -1)
    assert (steps > -0.05).all()
    assert abs(lightness[-1] - lightness[0]) > 40


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["diverging", "results"])
def test_maps_of_signs_are_balanced_about_zero(name, theme):
    lightness = lab(colour_map(theme, name))[:, 0]
    away = lightness - lightness[127:129].mean()
    sign = 1 if theme == "dark" else -1
    assert (np.diff(away[:128]) * sign <= 0.05).all()
    assert (np.diff(away[128:]) * sign >= -0.05).all()
    assert abs(away[0] - away[-1]) < 12.0


@pytest.mark.parametrize(
    ("name", "palette"),
    [*((name, "sea") for name in MAP_NAMES), *(("activation", each) for each in PALETTES[1:])],
)
@pytest.mark.parametrize("theme", THEMES)
def test_maps_are_smooth_and_read_only(theme, name, palette):
    table = colour_map(theme, name, palette)
    assert table.shape == (256, 3) and not table.flags.writeable
    assert ((table >= 0.0) & (table <= 1.0)).all()
    steps = lab(table)
    assert max(difference(a, b) for a, b in pairwise(steps)) < 2.0


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_has_a_colour_in_every_theme(theme):
    for role in Role:
        assert len(hex_of(theme, role)) == 7 and hex_colour(hex_of(theme, role))


def test_the_projectors_theme_is_black_on_white_with_stronger_lines():
    for ground in (*STAGE, Role.PANEL):
        assert hex_of("projector", ground) == "#ffffff"
    assert hex_of("projector", Role.TEXT) == "#000000"
    assert stroke("projector") > stroke("light") == stroke("dark") == 1.0
    for role in (Role.MUTED, Role.EDGE, Role.PADDING_EDGE):
        assert contrast(colour("projector", role), (1.0, 1.0, 1.0)) >= 7.0, role


# ---- how full the stage is -------------------------------------------------------------------
def outlines(scene):
    """The outline on the screen of every box at rest."""
    found = []
    for record in scene.boxes:
        shot = project(scene.camera, scene.width, scene.height, corners(record.low, record.size))
        found += [hull(each) for each in shot[:, :2].reshape(-1, 8, 2)]
    return found


@pytest.mark.parametrize("size", [*VIEWPORTS, (1280.0, 500.0)])
@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_content_fills_half_of_the_stage(document_id, size):
    scene = frame(opened(document_id), Playback(), viewport(*size))
    points = np.concatenate(outlines(scene))
    extent = np.ptp(points, axis=0)
    assert extent[0] * extent[1] >= 0.5 * size[0] * size[1]
    assert (points >= 0.0).all() and (points <= np.array(size)).all()
    # What lies between volumes and filters is not empty to the eye: their common outline.
    assert area(hull(points)) >= 0.4 * size[0] * size[1]


def covered_share(scene, step=4.0):
    """Share of the picture that boxes cover, counted on a grid of points."""
    x = np.arange(step / 2, scene.width, step)[None, :]
    y = np.arange(step / 2, scene.height, step)[:, None]
    covered = np.zeros((y.size, x.size), dtype=bool)
    for polygon in outlines(scene):
        inside = np.ones_like(covered)
        for (ax, ay), (bx, by) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            inside &= (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0.0
        covered |= inside
    return float(covered.mean())


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_boxes_themselves_cover_a_good_part_of_the_stage(document_id, record_property):
    """Between them runs air that keeps them apart; the rest must not run away with the stage."""
    share = covered_share(frame(opened(document_id), Playback(), viewport()))
    record_property("covered", round(share, 3))
    assert share >= 0.35
