"""A pack as slides: native charts and tables that can be edited, with their data in the notes."""
