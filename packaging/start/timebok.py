"""What both built programs start with: a child, the command line or the window, by name.

It loads nothing before it knows which: a child and the window have their own short ways in.
"""

import os
import sys
from pathlib import Path

from timebok_desktop.child_process import run_as_child

if sys.platform == "linux":
    plugins = Path(sys.executable).parent / "_internal" / "PySide6" / "Qt" / "plugins"
    os.environ["QT_PLUGIN_PATH"] = str(plugins)

if not run_as_child(sys.argv[1:]):
    if Path(sys.executable).stem == "timebok-desktop":
        from timebok_desktop.cli import desktop as main
    else:
        from timebok_desktop.cli import main
    sys.exit(main())
