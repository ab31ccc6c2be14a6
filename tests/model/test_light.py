"""Counting starts without numpy, so that `convviz count` answers at once."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from convviz.model.counts import count
from convviz.model.documents import DOCUMENTS
from convviz.model.formulas import formulas, total_formulas
for make in DOCUMENTS.values():
    network = make()
    count(network), total_formulas(network)
    [formulas(network, node.id) for node in network.nodes]
sys.exit("numpy" in sys.modules)
"""


def test_counts_do_not_import_numpy():
    assert subprocess.run([sys.executable, "-c", CODE], check=False).returncode == 0
