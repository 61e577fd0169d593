"""Reading of AR files (Adresseregisteret) in every shape in which they are handed out."""

from timebok_desktop.files.registry.reader import RegistryFileReader

__all__ = ["RegistryFileReader"]
