"""The arithmetic of one output cell: table and plot."""
