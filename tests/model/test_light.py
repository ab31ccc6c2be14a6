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
from convviz.model.layers.channel_slice import ChannelSlice
from convviz.model.layers.hard_swish import HardSwish
from convviz.model.layers.multiply import Multiply
from convviz.model.layers.relu6 import ReLU6
from convviz.model.layers.sigmoid import Sigmoid
from convviz.model.network import Network, Node
every = chain(
    ("input", Input(4, 8, 8)), ("conv", Conv2d(4, 1)), ("relu", ReLU()), ("norm", BatchNorm()),
    ("max", MaxPool(3, 2, 1)), ("mean", AveragePool(2, 1)), ("lrn", ResponseNorm()),
    ("six", ReLU6()), ("gate", Sigmoid()), ("swish", HardSwish()), ("part", ChannelSlice(2, 3)),
    ("drop", Dropout()), ("flat", Flatten()), ("fc", Linear(9)), ("soft", Softmax()),
    ("all", GlobalAveragePool()),
)
joins = (("add", Add()), ("times", Multiply()), ("concat", Concat()))
both = [Node(name, name, layer, ("fc", "fc")) for name, layer in joins]
every = Network((*every.nodes, *both))
assert {type(node.layer) for node in every.nodes} == {kind.layer for kind in KINDS.values()}
for network in (*(make() for make in DOCUMENTS.values()), every):
    count(network), total_formulas(network)
    [formulas(network, node.id) for node in network.nodes]
sys.exit("numpy" in sys.modules)
"""


def test_counts_do_not_import_numpy():
    assert subprocess.run([sys.executable, "-c", CODE], check=False).returncode == 0
