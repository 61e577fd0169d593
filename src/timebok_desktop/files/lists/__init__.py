"""Lists of orders as files: JSON, CSV and XLSX that our own import reads."""
