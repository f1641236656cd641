"""The registers of all programmes, counted: how much of the documents is decided, recorded, or left alone, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dwp_rules.programmes import Treatment, all_programmes

__all__ = ["Coverage", "coverage"]


class Coverage(Mapping[str, Mapping[str, int]]):
    """How many provisions of each programme are treated in which way; printed, a table."""

    __slots__ = ("_counts",)

    def __init__(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        self._counts = dict(counts)

    def __getitem__(self, programme_id: str) -> Mapping[str, int]:
        """Give the counts of one programme, by treatment."""
        return self._counts[programme_id]

    def __iter__(self) -> Iterator[str]:
        """List the programmes."""
        return iter(self._counts)

    def __len__(self) -> int:
        """Count the programmes."""
        return len(self._counts)

    def __str__(self) -> str:
        """Show a line for each programme, and their sum."""
        columns = list(Treatment)
        rows = {name: [counts[treatment] for treatment in columns] for name, counts in self._counts.items()}
        rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
        head = ["programme", *(treatment.replace("_", " ") for treatment in columns), "all"]
        lines = [[name, *map(str, row), str(sum(row))] for name, row in rows.items()]
        return "\n".join(f"{line[0]:<16}" + "".join(f"{cell:>14}" for cell in line[1:]) for line in [head, *lines])


def coverage() -> Coverage:
    """Count the registers of all programmes, by treatment.

    >>> coverage()["whp-jets"]["rule"] > 70
    True
    """
    return Coverage(
        {
            name: dict.fromkeys(map(str, Treatment), 0) | Counter(str(entry.treatment) for entry in programme.register)
            for name, programme in all_programmes().items()
        }
    )
