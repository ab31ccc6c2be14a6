"""The stage in the window: frames to the renderer, mouse to intents."""
