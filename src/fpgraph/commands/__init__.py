"""The commands of ``fpgraph``, a module each: parse, call, print, exit."""
