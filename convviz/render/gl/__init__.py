"""The OpenGL renderer, the only place that speaks OpenGL."""
