"""Wiring: window, actions, controller, compute, command line."""
