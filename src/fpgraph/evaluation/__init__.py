"""The machine's reading held against the coded corpus, and what it is silent on."""
