"""What every framework's code is written from: names, shapes, and which numbers go along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from convviz import __version__, words
from convviz.files.code_names import code_names, comment
from convviz.files.code_numbers import Arrays, numbers_of, parts
from convviz.kinds.code import Call, Code
from convviz.kinds.registry import presentation_of
from convviz.model.counts import NetworkCounts, count
from convviz.model.network import Network, Node
from convviz.model.shape import Shape
from convviz.model.values import Values


@dataclass(frozen=True)
class Plan:
    """A network as code sees it.

    Attributes
    ----------
    network : Network
    title : str
        Of the document.
    arrays : mapping of str to ndarray
        What stands in the .npz: volumes as (C, H, W) by a layer's name, parameters by the layer's
        name and torch's own ("conv1.weight"), in torch's order of axes.
    """

    network: Network
    title: str
    arrays: Arrays

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The layers' names in code, by id."""
        return code_names(self.network)

    @cached_property
    def counts(self) -> NetworkCounts:
        """What the network costs; it has every shape too."""
        return count(self.network)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes in order, without inputs that nothing reads."""
        ordered = self.network.ordered()
        read = {source for node in ordered for source in node.inputs}
        return tuple(node for node in ordered if node.inputs or node.id in read) or ordered

    @cached_property
    def inputs(self) -> tuple[Node, ...]:
        """The inputs, in order."""
        return tuple(node for node in self.nodes if not node.inputs)

    @cached_property
    def outputs(self) -> tuple[Node, ...]:
        """The nodes that nothing reads, in order."""
        return tuple(node for node in self.nodes if not self.network.readers(node.id))

    @cached_property
    def steps(self) -> tuple[tuple[Node, Code], ...]:
        """The nodes that are no inputs, in order, and how each is written."""
        written = ((node, presentation_of(node.layer).code) for node in self.nodes)
        return tuple((node, code) for node, code in written if code is not None)

    def call(self, node: Node) -> Call:
        """Give a node as its kind writes it."""
        shapes = tuple(self.counts.shapes[source] for source in node.inputs)
        reads = tuple(self.names[source] for source in node.inputs)
        return Call(node.layer, self.names[node.id], reads, shapes, self.shape(node))

    def shape(self, node: Node) -> Shape:
        """Give a node's output shape."""
        return self.counts.shapes[node.id]

    def remark(self, node: Node) -> str:
        """Say a node's output size, and its own name where code has another."""
        own = comment(node.name)
        told = str(self.shape(node))
        return f"  # {told}" if own == self.names[node.id] else f"  # {told}: {own}"

    def preface(self, framework: str) -> list[str]:
        """Give the comment on top: what this is, what it costs, how it is run."""
        totals = self.counts.totals
        lines = [
            self.title,
            words.text("export.code.about", framework=framework, version=__version__),
            words.text("export.code.counts", parameters=totals.parameters, macs=totals.macs),
        ]
        if self.arrays:
            lines += [words.text("export.code.numbers"), words.text("export.code.run")]
        if totals.weights and not any(node.typed for node in self.nodes):
            lines.append(words.text("export.code.not-trained"))
        missing = [
            self.names[node.id]
            for node in self.nodes
            if not set(parts(self.network, node, self.counts.shapes, self.names))
            <= self.arrays.keys()
        ]
        if missing:
            names = ", ".join(missing)
            lines.append(words.text("export.code.left-out", framework=framework, names=names))
        return [f"# {comment(line)}" for line in lines]

    def tables(self) -> list[str]:
        """Give the names of inputs, with their shapes, and of outputs, as constants."""
        shown = ", ".join(f'"{self.names[n.id]}": {tuple(self.shape(n))}' for n in self.inputs)
        names = ", ".join(f'"{self.names[node.id]}"' for node in self.outputs)
        return [
            'NUMBERS = Path(__file__).with_suffix(".npz")',
            f"INPUTS = {{{shown}}}  # channels, rows, columns",
            f"OUTPUTS = [{names}]",
        ]


def plan(network: Network, title: str, values: Values) -> Plan:
    """Give the plan of a network with all numbers that are not too large."""
    return Plan(network, title, numbers_of(network, values, code_names(network)))
