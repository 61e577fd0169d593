"""Reads the files named on stdin, under the limits that its parent set; tells how each ended."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

GIBIBYTE = 2**30


def main() -> None:
    from timebok_desktop.domain.errors import UnreadableError  # noqa: PLC0415 - after the limit
    from timebok_desktop.domain.order import RawOrder  # noqa: PLC0415 - as above
    from timebok_desktop.files.orders import OrderFileReader  # noqa: PLC0415 - as above

    path = Path(sys.argv[1])
    content = path.read_bytes()
    for name in (path.name, "file.xlsx"):
        try:
            items = list(OrderFileReader().read(name, content))
        except UnreadableError as error:
            print(error.code)  # noqa: T201 - the answer to the parent
        else:
            print("order" if any(isinstance(item, RawOrder) for item in items) else "problems")  # noqa: T201


resource.setrlimit(resource.RLIMIT_AS, (GIBIBYTE, GIBIBYTE))
main()
