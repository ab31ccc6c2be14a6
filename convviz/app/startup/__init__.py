"""Starting the window: the display, OpenGL, the smoke test."""
