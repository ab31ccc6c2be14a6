"""Counting starts without numpy, so that `convviz count` answers at once."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from convviz.model.counts import count
from convviz.model.documents import DOCUMENTS, chain
from convviz.model.formulas import formulas, total_formulas
from convviz.model.kinds import KINDS
from convviz.model.layers import *
from convviz.model.network import Network, Node
every = chain(
    ("input", Input(4, 8, 8)), ("conv", Conv2d(4, 1)), ("relu", ReLU()), ("norm", BatchNorm()),
    ("max", MaxPool(3, 2, 1)), ("mean", AveragePool(2, 1)), ("lrn", ResponseNorm()),
    ("drop", Dropout()), ("flat", Flatten()), ("fc", Linear(9)), ("soft", Softmax()),
    ("all", GlobalAveragePool()),
)
both = [Node(n, n, layer, ("fc", "fc")) for n, layer in (("add", Add()), ("concat", Concat()))]
every = Network((*every.nodes, *both))
assert {type(node.layer) for node in every.nodes} == {kind.layer for kind in KINDS.values()}
for network in (*(make() for make in DOCUMENTS.values()), every):
    count(network), total_formulas(network)
    [formulas(network, node.id) for node in network.nodes]
sys.exit("numpy" in sys.modules)
"""


def test_counts_do_not_import_numpy():
    assert subprocess.run([sys.executable, "-c", CODE], check=False).returncode == 0
