"""The rules of the field: standard library and pydantic only, no input or output."""
