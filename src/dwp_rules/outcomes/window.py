"""The window within which earnings and self-employment count: its first and its last day, both counted."""

from datetime import date, datetime

__all__ = ["check_day", "check_window"]


def check_day(name: str, day: date) -> None:
    """Raise TypeError when a datetime is given where a day is meant."""
    if isinstance(day, datetime):
        raise TypeError(f"{name} is a datetime, {day!r}, but a day is needed: pass its .date()")


def check_window(first: date, last: date) -> None:
    """Raise TypeError when an end of the window is a datetime, ValueError when `last` falls before `first`."""
    check_day("first", first)
    check_day("last", last)
    if last < first:
        raise ValueError(
            f"the window ends on {last}, before it begins on {first}; both days are counted, so last must be "
            "first or later: where no day is left to count in, there is nothing to ask"
        )
