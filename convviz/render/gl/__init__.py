"""The OpenGL renderer, the only place that speaks OpenGL.

`stage_view` is the widget; `painter` keeps one item per record of the scene and draws them pass
by pass (`passes`), in the order that `arrangement` finds; `device` holds what belongs to a
context. Shaders lie in ``resources/shaders``.
"""
