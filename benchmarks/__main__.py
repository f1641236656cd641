"""Run every benchmark beside this file, one after the other. Run: make bench, or python benchmarks."""

import runpy
from pathlib import Path

for module in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"── {module.stem} {'─' * (90 - len(module.stem))}")
    runpy.run_path(str(module))["main"]()
    print()
