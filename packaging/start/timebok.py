"""What both built programs start with: a child, the command line or the window, by name.

It loads nothing before it knows which: a child and the window have their own short ways in.
"""

import sys
from pathlib import Path

from timebok_desktop.child_process import run_as_child

if not run_as_child(sys.argv[1:]):
    if Path(sys.executable).stem == "timebok-desktop":
        from timebok_desktop.cli import desktop as main
    else:
        from timebok_desktop.cli import main
    sys.exit(main())
