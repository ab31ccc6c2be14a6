"""The command line: counts, tables, code and pictures without the window."""
