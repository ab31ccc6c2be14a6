"""What to draw, as data: primitives, palette, layout, labels, timeline, camera, picking."""
