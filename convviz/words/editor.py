"""Texts of the editor: the chain as a list, and the form of the selected layer."""

from __future__ import annotations

from convviz.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "editor.title": QT_TRANSLATE_NOOP("editor", "Layers"),
    "editor.list": QT_TRANSLATE_NOOP("editor", "Layers of the network"),
    "editor.list.help": QT_TRANSLATE_NOOP(
        "editor", "Double-click a layer or press {rename} to rename it; {remove} removes it."
    ),
    "editor.add.before": QT_TRANSLATE_NOOP("editor", "Only before {name}"),
    "editor.row.reads": QT_TRANSLATE_NOOP("editor", "reads {name}"),
    "editor.row.reads.several": QT_TRANSLATE_NOOP("editor", "reads {first} and {last}"),
    "editor.add": QT_TRANSLATE_NOOP("editor", "Add a layer after this one"),
    "editor.remove": QT_TRANSLATE_NOOP("editor", "Remove this layer"),
    "editor.up": QT_TRANSLATE_NOOP("editor", "Move towards the input"),
    "editor.down": QT_TRANSLATE_NOOP("editor", "Move towards the output"),
    "editor.row.filters": QT_TRANSLATE_NOOP("editor", "[cout]{filters}[/] filter(s) · {kernel}"),
    "editor.row.filters.one": QT_TRANSLATE_NOOP("editor", "[cout]1[/] filter · {kernel}"),
    "editor.row.parameters": QT_TRANSLATE_NOOP("editor", "{parameters} parameter(s)"),
    "editor.row.spoken": QT_TRANSLATE_NOOP(
        "editor", "{name}, {kind}, output {shape}, {parameters} parameter(s)"
    ),
    "editor.height_of": QT_TRANSLATE_NOOP("editor", "{field}, height"),
    "editor.width_of": QT_TRANSLATE_NOOP("editor", "{field}, width"),
    "editor.link": QT_TRANSLATE_NOOP("editor", "One number for both height and width"),
    "editor.same": QT_TRANSLATE_NOOP("editor", "same"),
    "editor.same.about": QT_TRANSLATE_NOOP(
        "editor",
        "same: just enough padding for the output to keep the input's size, divided by the stride",
    ),
    "editor.groups.none": QT_TRANSLATE_NOOP("editor", "none"),
    "editor.groups.depthwise": QT_TRANSLATE_NOOP("editor", "depthwise, one each"),
    "editor.groups.number": QT_TRANSLATE_NOOP("editor", "a number…"),
    "editor.groups.count": QT_TRANSLATE_NOOP("editor", "Number of groups"),
    "editor.scrub": QT_TRANSLATE_NOOP("editor", "{about}\nDrag sideways to change the number."),
    "editor.unreadable": QT_TRANSLATE_NOOP(
        "editor", "This is no whole number. Type one, such as {example}."
    ),
    "editor.unreadable.decimal": QT_TRANSLATE_NOOP(
        "editor", "This is no number. Type one, such as {example}."
    ),
}
