"""What is read from and written to disk: photos now; projects and exports to come. No Qt."""
