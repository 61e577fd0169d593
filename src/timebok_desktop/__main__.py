"""`python -m timebok_desktop`: the same as the command `timebok`."""

import sys

from timebok_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
