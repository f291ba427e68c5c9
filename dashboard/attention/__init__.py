"""What needs a decision: exceptions raised by rules, with owner and day."""
