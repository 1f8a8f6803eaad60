"""Known names in running text."""
