"""Text, icons and values as panels paint them."""
