"""Texts of what is taken along: tables of counts, formulas, code."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "menu.export": QT_TRANSLATE_NOOP("exports", "&Export"),
    "action.save-table": QT_TRANSLATE_NOOP("exports", "Counts as a table…"),
    "action.copy-table": QT_TRANSLATE_NOOP("exports", "Copy counts as a table"),
    "action.copy-formula": QT_TRANSLATE_NOOP("exports", "Copy the layer's formulas as LaTeX"),
    "action.save-torch": QT_TRANSLATE_NOOP("exports", "PyTorch code…"),
    "action.save-keras": QT_TRANSLATE_NOOP("exports", "Keras code…"),
    "status.table-copied": QT_TRANSLATE_NOOP(
        "exports", "counts copied as a table: paste them into a document, a sheet or a slide"
    ),
    "status.formula-copied": QT_TRANSLATE_NOOP("exports", "formulas of {layer} copied as LaTeX"),
    "status.code-saved": QT_TRANSLATE_NOOP(
        "exports", "saved {path}, its numbers in {numbers} beside it"
    ),
    # ---- the kinds of files, in the file dialog ----------------------------------------------
    "export.format.csv": QT_TRANSLATE_NOOP("exports", "CSV, for a spreadsheet"),
    "export.format.md": QT_TRANSLATE_NOOP("exports", "Markdown"),
    "export.format.tex": QT_TRANSLATE_NOOP("exports", "LaTeX, with booktabs"),
    "export.format.html": QT_TRANSLATE_NOOP("exports", "HTML"),
    "export.format.py": QT_TRANSLATE_NOOP("exports", "Python"),
    # ---- the table ---------------------------------------------------------------------------
    "export.caption": QT_TRANSLATE_NOOP("exports", "What “{title}” costs"),
    "export.convention": QT_TRANSLATE_NOOP(
        "exports",
        "MAC = one multiply and one add; of convolutions and linear layers only, on padding too. "
        "Bias additions are not counted as MACs.",
    ),
    "export.layer": QT_TRANSLATE_NOOP("exports", "Layer"),
    "export.kind": QT_TRANSLATE_NOOP("exports", "Kind"),
    "export.filters": QT_TRANSLATE_NOOP("exports", "Filters"),
    "export.output": QT_TRANSLATE_NOOP("exports", "Output"),
    "export.total": QT_TRANSLATE_NOOP("exports", "Total"),
    "export.formulas": QT_TRANSLATE_NOOP("exports", "MACs, layer by layer"),
    "export.kotex": QT_TRANSLATE_NOOP(
        "exports", "For Korean text: XeLaTeX or LuaLaTeX, and kotex."
    ),
    "export.needs": QT_TRANSLATE_NOOP("exports", "Needs {packages}."),
    # ---- what stands above the code ----------------------------------------------------------
    "export.code.about": QT_TRANSLATE_NOOP(
        "exports", "The network in {framework}, written by ConvViz {version}."
    ),
    "export.code.counts": QT_TRANSLATE_NOOP(
        "exports", "{parameters} parameter(s), {macs} MAC(s) (MAC = one multiply and one add)."
    ),
    "export.code.numbers": QT_TRANSLATE_NOOP(
        "exports",
        "Weights, input and output are in the .npz of the same name: keep both in one folder.",
    ),
    "export.code.run": QT_TRANSLATE_NOOP(
        "exports", "Run it: it computes the output anew and compares it with ConvViz's."
    ),
    "export.code.left-out": QT_TRANSLATE_NOOP(
        "exports", "Too large for the file, so {framework} draws its own: {names}"
    ),
    "export.code.not-trained": QT_TRANSLATE_NOOP("exports", "The weights are not trained."),
    # ---- the command line --------------------------------------------------------------------
    "export.no-document": QT_TRANSLATE_NOOP(
        "exports", "no document named {name}; there are {documents}"
    ),
    "export.no-format": QT_TRANSLATE_NOOP(
        "exports", "“{file}” names no format: its ending may be {endings}"
    ),
    "export.no-framework": QT_TRANSLATE_NOOP(
        "exports", "--framework goes with a .py file alone, not with “{file}”"
    ),
}
