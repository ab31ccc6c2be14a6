"""The numbers that go with code: weights, statistics, inputs and outputs, in an .npz."""

from __future__ import annotations

from collections.abc import Mapping

from convviz.files.archive import packed
from convviz.files.arrays import packed_array
from convviz.files.pictures import picture_of
from convviz.kinds.registry import presentation_of
from convviz.model.arrays import Floats
from convviz.model.kinds import as_input, kind_of
from convviz.model.network import Network, Node, shapes
from convviz.model.node_weights import node_weights
from convviz.model.shape import Shape
from convviz.model.sources import input_values, source_limit
from convviz.model.values import LIMIT_WEIGHTS, Values, evaluate
from convviz.model.weights import ConvWeights
from convviz.state.document import Document

NUMBERS_LIMIT = 40_000_000  # in one file: 160 MB

Arrays = Mapping[str, Floats]
Sizes = Mapping[str, Shape]
Names = Mapping[str, str]


def values_of(document: Document) -> Values:
    """Compute a document's values.

    Raises
    ------
    FileError
        As `pictures.picture_of`.
    """
    given = {
        node.id: input_values(layer, picture_of(layer, document.photos))
        for node in document.network.nodes
        if (layer := as_input(node.layer)) is not None and source_limit(layer) is None
    }
    values = evaluate(document.network, given)
    assert values is not None  # nothing stops it
    return values


def parts(network: Network, node: Node, sizes: Sizes, names: Names) -> tuple[str, ...]:
    """Return the names of a layer's own arrays: "conv1.weight", "conv1.bias"."""
    kind, name = kind_of(node.layer), names[node.id]
    read = tuple(sizes[source] for source in node.inputs)
    counts = kind.counts(node.layer, read, sizes[node.id])
    code = presentation_of(node.layer).code
    if code is None or not counts.weights:
        return ()
    ends = code.parameters if counts.biases else code.parameters[:1]
    return tuple(f"{name}.{end}" for end in ends)


def numbers_of(network: Network, values: Values, names: Names) -> dict[str, Floats]:
    """Return the arrays that code needs, those of inputs and outputs by the layer's name.

    What has no values, is too large to draw, or would make the file too large is left out.
    """
    sizes = shapes(network)
    found: dict[str, Floats] = {}
    room = NUMBERS_LIMIT
    for node in network.ordered():
        arrays = _own(network, node, sizes, names, values)
        output = values.outputs.get(node.id)
        if output is not None and (not node.inputs or not network.readers(node.id)):
            arrays[names[node.id]] = output
        needed = sum(array.size for array in arrays.values())
        if needed <= room:
            room -= needed
            found.update(arrays)
    return found


def _own(
    network: Network, node: Node, sizes: Sizes, names: Names, values: Values
) -> dict[str, Floats]:
    """Return a layer's parameters, in the shapes that torch has them in."""
    ends = parts(network, node, sizes, names)
    weights = _weights(node, sizes, values) if ends else None
    code, read = presentation_of(node.layer).code, values.outputs.get(next(iter(node.inputs), ""))
    if code is None or weights is None:
        return {}
    arrays = code.arrays(weights, read)
    return dict(zip(ends, arrays, strict=False))  # the zeros of a bias that is not there stay out


def _weights(node: Node, sizes: Sizes, values: Values) -> ConvWeights | None:
    known = values.weights.get(node.id)
    if known is not None:
        return known
    read = tuple(sizes[source] for source in node.inputs)
    if kind_of(node.layer).counts(node.layer, read, sizes[node.id]).parameters > LIMIT_WEIGHTS:
        return None
    return node_weights(node, read, sizes[node.id])


def packed_numbers(arrays: Arrays) -> bytes:
    """Return arrays as an .npz: the same bytes for the same numbers."""
    entries = {f"{name}.npy": packed_array(array) for name, array in arrays.items()}
    return packed(entries, frozenset(entries))  # floats hardly compress
