"""Unexpected errors: the dialog and the log."""
