"""MACs and parameters, and the formulas they open into."""
