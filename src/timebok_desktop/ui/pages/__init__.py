"""One module a page; a page shows and asks, the services decide."""
