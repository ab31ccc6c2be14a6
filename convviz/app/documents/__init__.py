"""Documents: new, open, save, recover, import."""
