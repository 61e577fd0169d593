"""The page of orders: what waits, and what is decided about it."""
