"""`python -m dwp_rules` is the command `dwp-rules`."""

import sys

from dwp_rules.cli import main

if __name__ == "__main__":
    sys.exit(main())
