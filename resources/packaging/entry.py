"""Where both programs of the download begin."""

from __future__ import annotations

import sys

from convviz.app.main import main

sys.exit(main())
