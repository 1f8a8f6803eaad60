"""Who speaks in which stretch of an article."""
