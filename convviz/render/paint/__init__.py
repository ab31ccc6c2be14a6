"""The QPainter renderer, for stills and machines without OpenGL."""
