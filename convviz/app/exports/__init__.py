"""Pictures, clips, tables and code to files."""
