"""The graph into a triple store over HTTP, and the proof that it arrived."""
