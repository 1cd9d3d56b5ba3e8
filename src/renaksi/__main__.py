"""The process `renaksi`, also as `python -m renaksi`."""

from __future__ import annotations

import gc
import sys


def program() -> int:
    """Run the command line; the exit code.

    A plan's values hold no cycles and the process lives for an instant, so garbage is
    looked for seldom, and not once more at the end: a tenth of the whole time.
    """
    gc.set_threshold(50_000)
    from renaksi.cli import main

    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(program())
