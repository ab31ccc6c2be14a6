"""The sentence under the stage."""
