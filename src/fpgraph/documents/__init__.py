"""The files of articles as text: plain text, PDF, HTML, Word; and what they tell of themselves."""
