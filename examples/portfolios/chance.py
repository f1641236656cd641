"""Chance that can be repeated: the same seed tells the same story on every machine and in every year."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

__all__ = ["Chance"]

T = TypeVar("T")


class Chance:
    """Draws that follow from a seed alone.

    Every draw is made from `Random.random`, the one sequence that Python promises to keep.
    """

    def __init__(self, seed: str) -> None:
        self.share = Random(seed).random
        """Draws a number from 0 up to 1."""

    def happens(self, share: float) -> bool:
        """Draw whether something happens that happens to a share of people."""
        return self.share() < share

    def one_of(self, options: Sequence[T]) -> T:
        """Draw one of some options, all alike; name one twice to make it twice as likely."""
        return options[int(self.share() * len(options))]

    def number(self, least: int, most: int) -> int:
        """Draw a whole number, both bounds included."""
        return least + int(self.share() * (most - least + 1))

    def pence(self, least: int, most: int) -> str:
        """Draw an amount between two amounts of whole pounds, to the penny."""
        pence = self.number(100 * least, 100 * most)
        return f"{pence // 100}.{pence % 100:02d}"

    def within(self, days: int, *, late: float, on_the_last: float = 0.12) -> int:
        """Draw after how many days something is done that is due within a number of days.

        A share of people is late by one day to eight, a share does it on the very last day.
        """
        drawn = self.share()
        if drawn < late:
            return days + self.number(1, 8) if drawn < late / 2 else days + 1
        if drawn < late + on_the_last:
            return days
        return self.number(0, days)
