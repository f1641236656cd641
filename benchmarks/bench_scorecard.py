"""What a scorecard costs for each case that streams by, and how much memory many cases take.

Run: python benchmarks/bench_scorecard.py [--quick]. Each measurement runs in a process of its own: its peak memory is
that of the whole process, the library included. Cases are parsed from JSON one at a time, as from a file of lines.
10,000 and 100,000 cases are counted; with --quick 2,000 and 20,000.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from dwp_rules import Case, scorecard

DATA = Path(__file__).parent / "data"
AS_OF = date(2021, 12, 31)
KEPT_FOR_EACH_AT_MOST = 300
"""Bytes that may be kept of each case: its name, and its number in a few standards."""
FEW, MANY = 10_000, 100_000
QUICKLY = 5
"""By how much fewer cases are counted with --quick."""


class Streamed(NamedTuple):
    """One stream: how many cases, how long for each, how much memory at the peak."""

    cases: int
    seconds: float
    peak_bytes: int

    @property
    def microseconds_each(self) -> float:
        """How long for each case, its parse included."""
        return self.seconds / self.cases * 1e6


def stream(cases: int) -> Iterator[Case]:
    """Parse as many cases, under names of their own, from the months of a year."""
    told = json.loads((DATA / "employed.json").read_bytes())
    for number in range(cases):
        told["participant"]["participant_id"] = f"P-{number:06}"
        yield Case.model_validate_json(json.dumps(told))


def count(cases: int) -> None:
    """Count a stream in this process and print what it took."""
    begun = perf_counter()
    card = scorecard(stream(cases), programme="whp-jets", period="2021-03", as_of=AS_OF, window="rolling_12")
    took = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert card.cases == cases
    print(json.dumps([cases, took, peak]))


def measured(cases: int) -> Streamed:
    """Count a stream in a process of its own."""
    ran = subprocess.run([sys.executable, __file__, "--count", str(cases)], capture_output=True, check=True, text=True)
    return Streamed(*json.loads(ran.stdout))


def parse_alone(cases: int) -> float:
    """Give the microseconds that a parse alone takes."""
    begun = perf_counter()
    for _ in stream(cases):
        pass
    return (perf_counter() - begun) / cases * 1e6


def main(times_fewer: int = 1) -> None:
    few, more = measured(FEW // times_fewer), measured(MANY // times_fewer)
    for one in (few, more):
        peak = one.peak_bytes / 2**20
        print(f"{one.cases:>8,} cases: {one.microseconds_each:8.1f} µs each, peak memory {peak:6.1f} MiB")
    alone = parse_alone(2_000)
    kept = (more.peak_bytes - few.peak_bytes) / (more.cases - few.cases)
    print(
        f"the parse alone takes {alone:.1f} µs of it: a scorecard costs {few.microseconds_each / alone - 1:.2f} parses"
    )
    verdict = "holds" if kept <= KEPT_FOR_EACH_AT_MOST else "IS BROKEN"
    print(f"kept of each further case: {kept:.0f} bytes; the bound of {KEPT_FOR_EACH_AT_MOST} {verdict}")


if __name__ == "__main__":
    if "--count" in sys.argv:
        count(int(sys.argv[-1]))
    else:
        main(QUICKLY if "--quick" in sys.argv else 1)
