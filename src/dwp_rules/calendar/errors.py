"""What a calendar raises when it does not know."""

from datetime import date


class OutsideCalendar(ValueError):
    """A question about days that a calendar does not know: `question`, `calendar` (its name), `first`, `horizon`."""

    def __init__(self, question: str, calendar: str, first: date, horizon: date) -> None:
        super().__init__(question, calendar, first, horizon)
        self.question = question
        self.calendar = calendar
        self.first = first
        self.horizon = horizon

    def __str__(self) -> str:
        return (
            f"{self.question}: outside the calendar {self.calendar!r}, which knows {self.first} to {self.horizon}; "
            "its .projected may reach further, provisionally, or give your own days to WorkingCalendar.from_dates"
        )
