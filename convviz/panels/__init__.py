"""Widgets that show what resolve says and emit intents."""
