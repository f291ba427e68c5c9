"""What is made of an edition to be taken away: what it says, and the forms that it comes in."""
