"""Counts as CSV, Markdown, LaTeX and HTML: exact, named, and safe to open."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from convviz import words
from convviz.files.dictionary import speak, translations
from convviz.files.formula_latex import escaped, formula_latex, formulas_latex
from convviz.files.table import QUANTITIES, counts_table, heading
from convviz.files.table_files import ENDINGS, write_table
from convviz.files.table_formats import as_csv, as_html, as_latex, as_markdown
from convviz.model.counts import count
from convviz.model.documents import DOCUMENTS, chain, seed_bottleneck, seed_direct
from convviz.model.formulas import formulas
from convviz.model.layers import Conv2d, Input, ReLU
from convviz.model.network import Network
from convviz.words.tables import TEXTS

from .drawn_code import drawn_network

NASTY = "=cmd|' /C'!A0 <b>&amp;</b> `x` $\\alpha_{1}$ 50 % # ~^ \n\u2028층"


@pytest.fixture(params=["en", "ko"])
def language(request):
    speak(request.param)
    yield request.param
    words.set_translator(lambda _, source: source)


def named(name):
    first, conv, relu = chain(("a", Input(3, 8, 8)), ("b", Conv2d(4, 3)), ("c", ReLU())).nodes
    return Network((first, replace(conv, name=name), relu))


def rows_of(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.reader(lines))


# ---- figures ---------------------------------------------------------------------------------
@pytest.mark.parametrize("document", DOCUMENTS)
def test_csv_has_every_count_as_it_is(document):
    network = DOCUMENTS[document]()
    table, found = counts_table(network, document), count(network)
    head, *rows, total = rows_of(as_csv(table))
    assert head[5:] == [heading(q) for q in table.quantities]
    for node, row in zip(network.ordered(), rows, strict=True):
        shape, counts = found.shapes[node.id], found.layers[node.id]
        assert row[2:5] == [str(n) for n in (shape.height, shape.width, shape.channels)]
        assert row[5:] == [str(getattr(counts, q)) for q in table.quantities]
    assert total[5:] == [str(getattr(found.totals, q)) for q in table.quantities]


def test_what_is_left_out_is_zero_everywhere():
    for seed in range(20):
        network = drawn_network(seed)
        table, totals = counts_table(network, ""), count(network).totals
        assert not any(getattr(totals, q) for q in QUANTITIES if q not in table.quantities)


@pytest.mark.parametrize("write", [as_markdown, as_latex, lambda table: as_html(table, "en")])
def test_what_people_read_has_separators_and_says_what_a_mac_is(write):
    text = write(counts_table(seed_direct(), "Direct"))
    assert "120,422,400" in text and "10,100,736" in text and "153,600" in text
    assert words.text("export.convention") in text and "one multiply and one add" in text


def test_csv_says_what_a_mac_is_above_its_headings():
    first, second, head, *_ = as_csv(counts_table(seed_direct(), "Direct")).splitlines()
    assert first.startswith("# ") and second.startswith("# MAC = one multiply and one add")
    assert head.startswith("Layer,")


def test_filters_are_told_with_their_depth():
    text = as_markdown(counts_table(seed_bottleneck(), ""))
    assert "| 16 × 1×1×192 | 28×28×16 |" in text and "| 32 × 5×5×16 |" in text


def test_markdown_has_as_many_cells_in_every_row(language):
    text = as_markdown(counts_table(named("a|b"), "x|y"))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.split(r"(?<!\\)\|", row)) for row in rows}) == 1 and len(rows) == 6


# ---- in both languages -----------------------------------------------------------------------
def test_every_format_speaks_the_language(language, tmp_path):
    total = words.text("export.total")
    assert total == {"en": "Total", "ko": "합계"}[language]
    for ending in ENDINGS:
        path = tmp_path / f"표{ending}"
        write_table(path, seed_bottleneck(), "제목", language)
        text = path.read_text(encoding="utf-8-sig")
        assert total in text and words.text("counts.quantity.weights") in text and "제목" in text
    assert "kotex" in (tmp_path / "표.tex").read_text(encoding="utf-8")


def test_a_spreadsheet_takes_the_csv_for_utf_8(tmp_path):
    write_table(tmp_path / "a.csv", seed_bottleneck(), "병목", "en")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf# ")


def test_the_dictionary_has_every_text_without_qt():
    known = translations("ko")
    missing = {source for source in TEXTS.values() if (source.context, source) not in known}
    assert not missing


# ---- what comes from others ------------------------------------------------------------------
class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.met = set()

    def handle_starttag(self, tag, attrs):
        self.met.add(tag)


def test_a_name_is_text_in_every_format():
    table = counts_table(named(NASTY), NASTY)
    names = [row[0] for row in rows_of(as_csv(table).replace(NASTY, "name"))]
    assert "'name" in names
    page = Tags()
    page.feed(as_html(table, "en"))
    assert page.met == set(
        "html meta title style table caption thead tbody tfoot tr th td span p ul li".split()
    )
    assert all(line.startswith("|") for line in as_markdown(table).splitlines()[2:8])
    set_lines = [line for line in as_latex(table).splitlines() if not line.startswith("%")]
    plain = [
        line for line in as_latex(counts_table(named("plain"), "a")).splitlines() if line[:1] != "%"
    ]
    assert not any(r"\alpha" in line for line in set_lines) and len(set_lines) == len(plain)


def test_latex_escapes_every_special():
    assert escaped("50 % & $x_1$ #{a}~^\\") == (
        r"50 \% \& \$x\_1\$ \#\{a\}\textasciitilde{}\textasciicircum{}\textbackslash{}"
    )


# ---- formulas --------------------------------------------------------------------------------
def test_a_formula_has_each_symbol_under_its_number():
    text = formula_latex(formulas(seed_bottleneck(), "conv1")["weights"])
    assert text == (
        r"\text{Weights} = \underbrace{1}_{k} \times \underbrace{1}_{k} \times "
        r"\underbrace{192}_{C_{\mathrm{in}}} \times \underbrace{16}_{C_{\mathrm{out}}} = 3{,}072"
    )


# A number and, under its brace, a symbol with braces at most two deep.
_DEEP = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*"
BRACE = re.compile(rf"\\underbrace\{{((?:\d|\{{,\}})+)\}}_\{{{_DEEP}\}}")


def evaluated(latex):
    """The number that a formula comes to, from its text alone."""
    left, right = latex.split(" = ")[1], latex.rsplit(" = ", 1)[1]
    plain = BRACE.sub(r"\1", left).replace("{,}", "").replace(r"\times", "*")
    assert re.fullmatch(r"[\d*+\- ]+", plain), plain
    return eval(plain), int(right.replace("{,}", ""))


def test_every_formula_evaluates_to_its_result(language):
    for seed in range(40):
        network = drawn_network(seed)
        for node in network.nodes:
            for formula in formulas(network, node.id).values():
                if formula.terms:
                    value, result = evaluated(formula_latex(formula))
                    assert value == result == formula.result
            made = formulas_latex(formulas(network, node.id))
            assert made.count("{") == made.count("}")
