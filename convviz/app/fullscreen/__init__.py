"""Full screen for the lecture hall."""
