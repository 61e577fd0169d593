"""The window. It knows the services and the domain; never the store or the files."""
