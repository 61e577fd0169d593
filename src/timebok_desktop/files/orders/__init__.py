"""Order files: JSON, CSV, workbooks and mail turned into raw orders with their places."""

from timebok_desktop.files.orders.reader import OrderFileReader

__all__ = ["OrderFileReader"]
