"""What is read from and written to disk: documents, photos and arrays; exports to come. No Qt."""
