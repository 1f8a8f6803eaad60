"""The endpoint: SPARQL over HTTP, Linked Data and a local site."""
