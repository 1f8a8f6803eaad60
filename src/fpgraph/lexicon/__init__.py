"""The names that a reader knows, with every form that they take in running text."""
