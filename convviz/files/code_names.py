"""Names for layers in code: what Python, PyTorch and Keras all take, each once."""

from __future__ import annotations

import keyword
import re

from convviz.model.kinds import kind_of
from convviz.model.network import Network

# What the code itself uses, and the attributes of torch's Module (2.13), which a layer of that
# name would take the place of.
_TAKEN = frozenset(
    "F INPUTS NUMBERS Network OUTPUTS Path average_pool dilated_max_pool keras layers load main "
    "model network nn np numbers ops response_norm self torch with_lowest "
    "T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda "
    "double dump_patches eval extra_repr float forward get_buffer get_extra_state get_parameter "
    "get_submodule half ipu load_state_dict modules mtia named_buffers named_children "
    "named_modules named_parameters parameters register_backward_hook register_buffer "
    "register_forward_hook register_forward_pre_hook register_full_backward_hook "
    "register_full_backward_pre_hook register_load_state_dict_post_hook "
    "register_load_state_dict_pre_hook register_module register_parameter "
    "register_state_dict_post_hook register_state_dict_pre_hook requires_grad_ set_extra_state "
    "set_submodule share_memory state_dict to to_empty train training type xpu zero_grad".split()
)
# What Keras names layers without a name of their own: "pad", then "pad_1", and so on.
_KERAS_NAMES = re.compile(
    "(absolute|activation|add|average_pool|average_pooling2d|concatenate|conv2d|divide|dropout|get_item|"
    "global_average_pooling2d|identity|input_layer|max_pooling2d|maximum|multiply|pad|permute|"
    r"power|re_lu|reshape|slice|softmax|square|subtract|true_divide|zero_padding2d)(_\d+)?"
)
_LONGEST = 60


def code_names(network: Network) -> dict[str, str]:
    """Return a name for each node's id: its own, where code can have it.

    Keras on TensorFlow takes ASCII alone, so a name in another script gives way to the kind's.
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    for node in network.ordered():
        kind = kind_of(node.layer)
        stem = (kind.stem or kind.name).replace("-", "_")
        name = _plain(node.name) or stem
        if not name[0].isalpha():
            name = f"{stem}_{name.lstrip('_')}"
        free, number = name, 1
        while free in used:
            number += 1
            free = f"{name}_{number}"
        used.add(free)
        found[node.id] = free
    return found


def _plain(name: str) -> str:
    """Return what of a name code can have; empty when little is left of it."""
    name = name.replace("×", "x")  # "1×1"
    plain = re.sub(r"[^A-Za-z0-9_]+", "_", name)[:_LONGEST].strip("_")
    if not re.search("[A-Za-z]", plain) or not name.isascii():
        return ""
    if keyword.iskeyword(plain) or plain in _TAKEN or _KERAS_NAMES.fullmatch(plain):
        return f"{plain}_layer"
    return plain


def comment(text: str) -> str:
    """Return text as it may stand in a comment: on one line, whatever it holds."""
    return "".join(mark if mark.isprintable() else " " for mark in text)
