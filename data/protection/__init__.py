"""What protects people: finding, forgetting, and knowing who took out what."""
