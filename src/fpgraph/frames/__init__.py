"""Relation frames, and the candidate claims that they find."""
