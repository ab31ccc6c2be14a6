"""What the user has open: document, intents, edits, history, playback, settings, resolve."""
