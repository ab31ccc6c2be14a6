"""Texts, numbers and runs of colour, in English."""

from __future__ import annotations

import pytest

from convviz import words
from convviz.files.errors import FileError, FileErrorCode
from convviz.model.documents import DOCUMENTS
from convviz.model.errors import ErrorCode, ModelError
from convviz.model.formulas import formulas
from convviz.model.kinds import KINDS
from convviz.model.network import set_field
from convviz.model.shape import Shape
from convviz.scene.palette import Role, hex_of
from convviz.scene.primitives import Span
from convviz.words import tables
from convviz.words.changes import change_spans
from convviz.words.errors import error_text, fault_text
from convviz.words.formulas import formula_spans, symbol_parts
from convviz.words.lookup import pieces


def test_unknown_keys_and_missing_values_are_errors() -> None:
    with pytest.raises(KeyError):
        words.text("no.such.key")
    with pytest.raises(KeyError):
        words.text("error.too-small", value=3)


def test_tables_may_not_name_a_text_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        tables.merged({"a": "one"}, {"a": "two"})


def test_markup_makes_spans_and_text_leaves_it_out() -> None:
    runs = words.spans("editor.row.filters", filters=1600, kernel=words.kernel_spans(5, 5, 192))
    assert runs[0] == Span("1,600", Role.COUT)
    assert Span("192", Role.CIN) in runs
    assert words.plain(runs) == "1,600 filters · 5×5×192"
    told = words.text("editor.row.filters", filters=16, kernel=words.kernel_spans(1, 1, 3))
    assert told == "16 filters · 1×1×3"


def test_brackets_that_name_no_role_and_braces_in_values_are_text() -> None:
    assert [piece.text for piece in pieces("a [b] [cin]c[/]")] == ["a [", "b] ", "c"]
    told = words.text("error.duplicate-name", name="[cin]{x}")
    assert "“[cin]{x}”" in told


def test_html_escapes_and_takes_the_themes_colours() -> None:
    made = words.html((Span("a<b & c"), Span("5", Role.K)), "light")
    assert made == f'a&lt;b &amp; c<span style="color:{hex_of("light", Role.K)}">5</span>'


@pytest.mark.parametrize(
    ("value", "full", "short"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", "1.0k"),
        (-15872, "−15,872", "−15.9k"),
        (120422400, "120,422,400", "120.4M"),
        (999949, "999,949", "999.9k"),
        (999950, "999,950", "1.0M"),
        (10**19, "10,000,000,000,000,000,000", "10.0E"),
    ],
)
def test_whole_numbers(value: int, full: str, short: str) -> None:
    assert words.number(value) == full
    assert words.short(value) == short


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0"),
        (-1.2341, "−1.234"),
        (56.785, "56.78"),
        (123.44, "123.4"),
        (-1234.4, "−1,234"),
        (0.0123, "0.012"),
        (-3.14e-5, "−3.1e−5"),
        (float("inf"), "∞"),
        (float("nan"), "NaN"),
    ],
)
def test_values(value: float, shown: str) -> None:
    assert words.value(value) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0.0, 3, "0"),
        (-0.0004, 3, "0.000"),
        (0.0004, 3, "0.000"),
        (-0.0006, 3, "−0.001"),
        (-1234.5, 2, "−1,234.50"),
        (-0.4, 0, "0"),
        (float("nan"), 3, "NaN"),
        (float("-inf"), 3, "−∞"),
    ],
)
def test_values_of_a_table(value: float, decimals: int, shown: str) -> None:
    assert words.fixed(value, decimals) == shown


def test_decimals_of_a_table() -> None:
    assert words.decimals_for([]) == words.decimals_for([0.0]) == 3
    assert [words.decimals_for([x]) for x in (0.05, 5.0, -50.0)] == [3, 3, 3]
    assert [words.decimals_for([x]) for x in (0.005, 0.0005, 1e-12)] == [4, 5, 7]
    assert [words.decimals_for([x]) for x in (500.0, -5e3, 5e4)] == [2, 1, 0]


def test_shares_changes_and_sizes() -> None:
    assert words.percent(10100736 / 120422400) == "8.39 %"
    assert words.percent(1) == "100 %"
    assert words.percent(0) == "0 %"
    assert words.percent(1e-6) == "< 0.01 %"
    assert words.signed_percent(12443648 / 120422400 - 1) == "−89.7 %"
    assert words.signed_percent(0.2) == "+20.0 %"
    assert words.ratio(120422400, 12443648) == "9.68"
    assert words.byte_size(602112) == "588.0 KiB"
    assert words.byte_size(1023) == "1,023 B"
    assert words.byte_size(1048500) == "1,023.9 KiB"
    assert words.byte_size(1048570) == "1.0 MiB"


def test_change_against_a_baseline() -> None:
    assert words.plain(change_spans(120422400, 12443648)) == "−89.7 %, 9.68× fewer"
    assert words.plain(change_spans(12443648, 120422400)) == "+867.7 %, 9.68× as many"
    assert words.plain(change_spans(15872, 15888)) == "+0.1 %"  # not "1.00× as many"
    assert words.plain(change_spans(5, 5)) == "no change"
    assert words.plain(change_spans(0, 5)) == "was 0"
    assert words.plain(change_spans(5, 0)) == "was 5"


def test_shapes_are_shown_as_h_w_c() -> None:
    runs = words.shape_spans(Shape(192, 28, 30), Role.COUT)
    assert words.plain(runs) == "28×30×192"
    assert [r.role for r in runs if r.text != "×"] == [Role.H, Role.W, Role.COUT]


def test_formulas_in_colours() -> None:
    network = DOCUMENTS["seed-direct"]()
    made = formulas(network, "conv1")
    assert words.plain(formula_spans(made["weights"])) == "5 × 5 × 192 × 32 = 153,600"
    assert words.plain(formula_spans(made["parameters"])) == "5 × 5 × 192 × 32 + 32 = 153,632"
    assert Span("192", Role.CIN) in formula_spans(made["weights"])
    assert " − " in words.plain(formula_spans(made["padding_macs"]))
    none = formulas(set_field(network, "conv1", "bias", False), "conv1")["biases"]
    assert words.plain(formula_spans(none)) == "0"


def test_symbols_have_subscripts() -> None:
    assert symbol_parts("Cin") == (("C", False), ("in", True))
    assert symbol_parts("Cinema") == (("Cinema", False),)
    assert symbol_parts("k·k·Cin−1")[0] == ("(", False)
    assert symbol_parts("Cin÷groups")[-1] == ("÷groups", False)
    assert symbol_parts("bytes") == (("bytes", False),)


SAMPLE = {
    "extra": "convviz[video]",
    "reason": "no room",
    "value": 70000,
    "low": 1,
    "high": 65536,
    "kernel": 9,
    "padded": 5,
    "extent": 11,
    "groups": 3,
    "channels": 192,
    "filters": 16,
    "init": "luma",
    "needed": 3,
    "name": "conv1",
    "document": "x",
    "expected": "1×2×3",
    "given": "3×2×1",
    "size": 28,
    "first": "28×28×64",
    "other": "14×14×64",
    "height": 7,
    "width": 7,
    "padding": 2,
    "file": "layer.convviz",
    "limit": 100,
    "version": 2,
    "where": "layers[1].fields.kernel",
    "photo": "lake",
    "reader": "conv2",
}


@pytest.mark.parametrize("code", ErrorCode)
@pytest.mark.parametrize("axis", ["height", "width"])
def test_every_error_has_a_sentence_naming_its_numbers(code: ErrorCode, axis: str) -> None:
    values: dict[str, float | str] = dict(SAMPLE)
    if f"error.{code.value}.{axis}" in tables.TEXTS:
        values["axis"] = axis
    told = error_text(ModelError(code, "conv1", "kernel", values))
    assert told.endswith(".")
    assert "{" not in told


@pytest.mark.parametrize("code", FileErrorCode)
def test_every_file_error_has_a_sentence(code: FileErrorCode) -> None:
    told = words.text(f"error.{code.value}", **SAMPLE)
    assert told.endswith(".")
    assert "{" not in told
    assert told.count(".") >= 2, "what is wrong, and what to do"


def test_an_output_beyond_the_limit_is_told_as_the_outputs() -> None:
    with pytest.raises(ModelError) as caught:
        set_field(DOCUMENTS["seed-direct"](), "conv1", "padding", (65530, 2))
    assert error_text(caught.value).startswith("The output would be 131,084 high, and 65,536 is")


def test_places_in_errors_are_counted_from_one() -> None:
    error = ModelError(ErrorCode.OUTSIDE, "conv1", "row", {"value": 28, "size": 28})
    assert error_text(error) == "There is no number 29 there: the volume has 28. Use 1 to 28."


def test_a_fault_without_a_code_is_told_too() -> None:
    assert fault_text(MemoryError()).startswith("Something unforeseen happened (MemoryError).")
    fault = FileError(FileErrorCode.PHOTO_UNKNOWN, photo="x")
    assert fault_text(fault) == error_text(fault)


def test_every_field_is_explained_in_one_sentence() -> None:
    for kind in KINDS.values():
        for spec in kind.fields:
            told = words.text(f"field.{spec.name}.about")
            assert told.endswith(".") and told.count(".") == 1, spec.name


def test_errors_name_the_layer_where_it_is_another_one() -> None:
    error = ModelError(ErrorCode.GROUPS_INPUT, "c", "groups", {"groups": 3, "channels": 16})
    assert error_text(error, "conv2").startswith("conv2: 16 input channels")


def test_every_kind_field_and_choice_has_a_name() -> None:
    for kind in KINDS.values():
        assert words.text(f"kind.{kind.name}")
        for spec in kind.fields:
            assert words.text(f"field.{spec.name}")
            for choice in spec.choices:
                assert words.text(f"choice.{spec.name}.{choice.value}")


def test_a_translator_is_asked_for_context_and_source() -> None:
    asked = []

    def shout(context: str, source: str) -> str:
        asked.append((context, source))
        return source.upper()

    words.set_translator(shout)
    try:
        assert words.text("kind.input") == "INPUT"
        assert asked == [("kinds", "Input")]
    finally:
        words.set_translator(lambda _context, source: source)
