"""The process `renaksi`, also as `python -m renaksi`."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def program() -> NoReturn:
    """Run the command line and end the process with its exit code.

    A plan's values hold no cycles and the process lives for an instant, so garbage is
    looked for seldom. When all is written, the process ends at once: taking the
    interpreter apart, module by module, would be a twentieth of the whole time.
    """
    gc.set_threshold(50_000)
    from renaksi.cli import main

    code = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    program()
