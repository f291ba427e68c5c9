"""Pages around the figures: what people say of them, keep of them, and what has changed."""
