"""Reports: editions, and what is made of them."""
