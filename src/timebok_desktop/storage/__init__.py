"""The local store: SQLAlchemy over SQLite. No Qt, no files other than the store itself."""
