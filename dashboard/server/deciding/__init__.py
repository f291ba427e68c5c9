"""Pages on which a steering group decides: exceptions, actions, a meeting and its minutes."""
