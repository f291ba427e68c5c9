"""What the application shows before anybody's own data are in it."""
