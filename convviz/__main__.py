"""``python -m convviz`` is the command ``convviz``."""

from __future__ import annotations

import sys

from convviz.app.main import main

if __name__ == "__main__":
    sys.exit(main())
