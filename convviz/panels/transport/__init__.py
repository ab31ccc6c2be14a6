"""Play, steps and the scrub bar."""
