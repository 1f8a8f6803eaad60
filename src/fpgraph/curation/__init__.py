"""What a scholar decides on what the machine read: claims, names, and the folder they stand in."""
