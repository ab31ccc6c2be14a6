"""The whole network as small volumes."""
