"""The machine's first reading of an article: names, voices and candidate claims."""
