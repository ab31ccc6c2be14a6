"""A network as Keras code that runs, on TensorFlow, JAX or PyTorch alike.

Keras has no padding but 'same' and none, no ceil mode, no dilated pooling and no response norm, so
padding is a layer of its own and the rest are functions, written only where they are needed.
"""

from __future__ import annotations

from convviz.files.code_keras_functions import FUNCTIONS, IMPORTS, REST
from convviz.files.code_plan import Plan

FRAMEWORK = "Keras"


def keras_code(plan: Plan) -> str:
    """Return the network as a Keras program.

    Volumes are (batch, H, W, C), also where H and W are 1.
    """
    given = [
        f"    {plan.names[node.id]} = keras.Input({_last(tuple(plan.shape(node)))})"
        for node in plan.inputs
    ]
    steps = [
        f"    {plan.names[node.id]} = {code.keras(plan.call(node))}{plan.remark(node)}"
        for node, code in plan.steps
    ]
    inputs = ", ".join(plan.names[node.id] for node in plan.inputs)
    outputs = ", ".join(plan.names[node.id] for node in plan.outputs)
    body = "\n".join(steps)
    needed = [text for name, text in FUNCTIONS.items() if f"{name}(" in body]
    lines = [
        *plan.preface(FRAMEWORK),
        IMPORTS,
        *plan.tables(),
        *needed,
        "\n\ndef network():",
        *given,
        body,
        f"    return keras.Model([{inputs}], [{outputs}])",
        REST,
    ]
    return "\n".join(lines).rstrip() + "\n"


def _last(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Put the channels last."""
    return (*shape[1:], shape[0])
