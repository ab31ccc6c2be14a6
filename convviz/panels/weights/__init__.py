"""The tables of weights."""
