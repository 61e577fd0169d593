"""The command line: every part of the main job without a window."""

from timebok_desktop.cli.main import main

__all__ = ["main"]
