"""What is read in English alone."""
