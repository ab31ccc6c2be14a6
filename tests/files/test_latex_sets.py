"""What is exported for LaTeX is set by LaTeX, where that is installed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from convviz import words
from convviz.files.dictionary import speak
from convviz.files.formula_latex import formulas_latex
from convviz.files.table import counts_table
from convviz.files.table_formats import as_latex
from convviz.model.documents import DOCUMENTS
from convviz.model.formulas import formulas

from .test_tables import NASTY, named

PAGE = r"""\documentclass{article}
%s\usepackage{booktabs,amsmath}
\begin{document}
%s
\end{document}
"""
PASCAL = NASTY.replace("층", "layer")  # letters of the language that is set


def tables(title):
    """Every document, and a name with everything that LaTeX takes for its own."""
    yield as_latex(counts_table(named(title), title))
    for document, make in DOCUMENTS.items():
        network = make()
        yield as_latex(counts_table(network, document))
        for node in network.nodes:
            if any(formula.terms for formula in formulas(network, node.id).values()):
                yield formulas_latex(formulas(network, node.id))


@pytest.mark.parametrize(
    ("language", "engine", "package", "title"),
    [
        ("en", "pdflatex", "", PASCAL),
        ("ko", "xelatex", "\\usepackage{kotex}\n", NASTY),
    ],
)
def test_the_engine_that_the_file_names_sets_it(tmp_path, language, engine, package, title):
    program = shutil.which(engine)
    if program is None or (package and not kotex()):
        pytest.skip(f"no {engine} with its packages here")
    speak(language)
    try:
        body = "\n\\clearpage\n".join(tables(title))
    finally:
        words.set_translator(lambda _, source: source)
    (tmp_path / "page.tex").write_text(PAGE % (package, body), encoding="utf-8")
    given = [program, "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
    done = subprocess.run(given, cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    log = (tmp_path / "page.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log and (tmp_path / "page.pdf").stat().st_size > 20_000


def kotex():
    """Whether LaTeX has the package for Hangul."""
    find = shutil.which("kpsewhich")
    return find is not None and bool(
        subprocess.run([find, "kotex.sty"], capture_output=True, check=False).stdout
    )
