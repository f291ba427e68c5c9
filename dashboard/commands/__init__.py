"""What each ``partnership`` command does; ``dashboard.cli`` lists them."""
