"""Dialogs and pages over the window."""
