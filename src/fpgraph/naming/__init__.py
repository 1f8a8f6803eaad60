"""Names that an article mentions and the lexicon does not know, and what becomes of them."""
