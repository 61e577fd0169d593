"""The use cases and the ports they need. No Qt, no SQLAlchemy, no files."""
