"""``python -m careo``."""

import sys

from careo.cli import main

sys.exit(main())
