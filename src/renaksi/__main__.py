"""`python -m renaksi` is the command `renaksi`."""

from __future__ import annotations

import sys

from renaksi.cli import main

sys.exit(main())
