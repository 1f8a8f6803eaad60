"""What is read in Ukrainian alone."""
