"""A table of counts as CSV, Markdown, LaTeX and HTML.

Numbers are exact. Thousands separators stand where people read, and not in CSV, where programs do.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable

from convviz import words
from convviz.files.formula_latex import escaped, formula_latex, has_hangul
from convviz.files.table import Row, Table, heading
from convviz.words.formulas import formula_spans

# LaTeX has a page's width: what a slide or a paper shows.
_NARROW = ("weights", "biases", "macs", "padding_macs")
_SHEET_FORMULA = "=+-@\t\r"  # a cell that begins so is computed by a spreadsheet
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~])")
_STYLE = """\
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
caption, p { text-align: left; max-width: 60em }
caption { font-weight: 600; padding-bottom: .5em }
th, td { padding: .3em .8em; text-align: right; white-space: nowrap }
th:first-child, td.text { text-align: left }
thead th { border-bottom: 1px solid; vertical-align: bottom; white-space: normal }
tfoot th, tfoot td { border-top: 1px solid; font-weight: 600 }
body { font-family: Pretendard, system-ui, sans-serif; color: #1a1d21; background: #fff }"""


def as_csv(table: Table) -> str:
    """Return the table for a spreadsheet or a program: two lines of comment, headings, rows."""
    out = io.StringIO()
    for comment in (table.caption, table.convention):
        out.write(f"# {_one_line(comment).replace(',', ';')}\n")
    write = csv.writer(out, lineterminator="\n")
    names = (words.text("export.layer"), words.text("export.kind"), "H", "W", "C")
    write.writerow([*names, *map(heading, table.quantities)])
    for row in (*table.rows, table.total):
        write.writerow([_cell(row.name), row.kind, *(row.shape or ("", "", "")), *row.counts])
    return out.getvalue()


def _cell(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(tuple(_SHEET_FORMULA)) else name


def as_markdown(table: Table) -> str:
    """Return the table as GitHub's Markdown has it, and the MACs opened below."""
    head = [*_text_headings(), *map(heading, table.quantities)]
    lines = [f"**{_marked(table.caption)}**", "", _piped(_marked(name) for name in head)]
    lines.append(_piped([":--", *["--:"] * (len(head) - 1)]))
    lines.extend(_piped(_texts(row)) for row in table.rows)
    lines.append(_piped(f"**{text}**" if text else "" for text in _texts(table.total)))
    lines += ["", _marked(table.convention)]
    if table.macs:
        lines += ["", f"{_marked(words.text('export.formulas'))}:", ""]
        opened = ((name, words.plain(formula_spans(formula))) for name, formula in table.macs)
        lines.extend(f"- {_marked(name)}: {text}" for name, text in opened)
    return "\n".join(lines) + "\n"


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _texts(row: Row) -> list[str]:
    """Return a row's cells in Markdown."""
    texts = (_marked(row.name), words.plain(row.filters), words.plain(row.output))
    return [*texts, *map(words.number, row.counts)]


def _text_headings() -> tuple[str, ...]:
    return tuple(words.text(f"export.{name}") for name in ("layer", "filters", "output"))


def _marked(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _one_line(text))


def as_latex(table: Table) -> str:
    r"""Return the table with booktabs' rules, and each layer's MACs as an equation.

    It fits a page's width, so it has weights, biases and MACs alone.
    """
    shown = [q for q in table.quantities if q in _NARROW]
    places = [table.quantities.index(q) for q in shown]
    head = [*_text_headings(), *map(heading, shown)]
    lines = [r"\begin{table}", r"  \centering", r"  \footnotesize"]
    lines.append(rf"  \caption{{{escaped(table.caption)}. {escaped(table.convention)}}}")
    lines.append(rf"  \begin{{tabular}}{{l{'r' * (len(head) - 1)}}}")
    lines += [r"    \toprule", _ruled(map(escaped, head)), r"    \midrule"]
    lines.extend(_ruled(_latex_cells(row, places)) for row in table.rows)
    lines += [r"    \midrule", _ruled(_latex_cells(table.total, places))]
    lines += [r"    \bottomrule", r"  \end{tabular}", r"\end{table}"]
    for name, formula in table.macs:
        lines += ["", f"% {_one_line(name)}", r"\[", f"  {formula_latex(formula)}", r"\]"]
    body = "\n".join(lines) + "\n"
    needs = [words.text("export.needs", packages=r"\usepackage{booktabs,amsmath}")]
    if has_hangul(body):
        needs.append(words.text("export.kotex"))
    return "".join(f"% {line}\n" for line in needs) + body


def _ruled(cells: Iterable[str]) -> str:
    return f"    {' & '.join(cells)} " + r"\\"


def _latex_cells(row: Row, places: list[int]) -> list[str]:
    texts = (row.name, words.plain(row.filters), words.plain(row.output))
    return [*map(escaped, texts), *(words.number(row.counts[place]) for place in places)]


def as_html(table: Table, language: str) -> str:
    """Return a whole page with the table, dimensions in their colours."""
    title = html.escape(_one_line(table.caption))
    lines = ["<!doctype html>", f'<html lang="{language}">', '<meta charset="utf-8">']
    lines += [f"<title>{title}</title>", f"<style>\n{_STYLE}\n</style>", html_table(table)]
    if table.macs:
        lines.append(f"<p>{html.escape(words.text('export.formulas'))}:</p>\n<ul>")
        for name, formula in table.macs:
            opened = words.html(formula_spans(formula), "light")
            lines.append(f"<li>{html.escape(_one_line(name))}: {opened}</li>")
        lines.append("</ul>")
    return "\n".join([*lines, "</html>", ""])


def html_table(table: Table) -> str:
    """Return the table and its convention, for a page or for the clipboard."""
    head = [*_text_headings(), *map(heading, table.quantities)]
    lines = ["<table>", f"<caption>{html.escape(_one_line(table.caption))}</caption>"]
    cells = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in head)
    lines += [f"<thead><tr>{cells}</tr></thead>", "<tbody>"]
    lines.extend(_html_row(row) for row in table.rows)
    lines += ["</tbody>", f"<tfoot>{_html_row(table.total)}</tfoot>", "</table>"]
    return "\n".join([*lines, f"<p>{html.escape(table.convention)}</p>"])


def _html_row(row: Row) -> str:
    texts = (words.html(runs, "light") for runs in (row.filters, row.output))
    cells = "".join(f"<td>{text}</td>" for text in (*texts, *map(words.number, row.counts)))
    return f'<tr><th scope="row">{html.escape(_one_line(row.name))}</th>{cells}</tr>'


def _one_line(text: str) -> str:
    """Return text without line breaks and other marks that are not printed."""
    return "".join(mark if mark.isprintable() else " " for mark in text)
