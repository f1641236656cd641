"""The bank holidays of Great Britain, and the three calendars that the programmes count by.

GOV.UK publishes one list for England and Wales and one for Scotland. The `holidays` package holds both, further back
(2011) than GOV.UK's own rolling file, and is imported when a calendar is first asked something, not before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dwp_rules.calendar.recipe import SATURDAY_AND_SUNDAY, CalendarRecipe, Holiday
from dwp_rules.calendar.working_calendar import WorkingCalendar, calendar_of

KNOWN_FROM: Final = date(2011, 1, 1)
"""First day of the calendars: the year in which the earliest programme, the Work Programme, began (June 2011)."""

PROCLAIMED_UNTIL: Final = date(2028, 12, 31)
"""Horizon of the calendars: 2028 is the last year on GOV.UK's bank holidays list (www.gov.uk/bank-holidays.json, as
published on 21 August 2026). Later holidays are not proclaimed, and any may still be moved or added."""

PROJECTED_TO: Final = date(2060, 12, 31)
"""Last day of the projected calendars, whose holidays after `PROCLAIMED_UNTIL` are only those expected by custom."""

_NATIONS: Final[Mapping[str, str]] = {"ENG": "England and Wales", "SCT": "Scotland"}
"""Subdivision in the `holidays` package, and the GOV.UK list that it stands for. Without a subdivision that package
leaves out Easter Monday and the August bank holidays."""


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The bank holidays of one list or more; a holiday on any of the lists is a holiday."""

    subdivisions: tuple[str, ...]

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Return the bank holidays from `first` to `last`, naming the nation where not all of the lists have the day.

        Weekend days are left out, as GOV.UK leaves them out: the substitute day is the holiday.
        """
        lists = {_NATIONS[code]: _bank_holiday_names(code, first, last) for code in self.subdivisions}
        days = sorted(set().union(*lists.values()))
        return tuple(Holiday(day, _name(day, lists)) for day in days if day.weekday() not in SATURDAY_AND_SUNDAY)


def _bank_holiday_names(subdivision: str, first: date, last: date) -> Mapping[date, str]:
    from holidays import country_holidays  # noqa: PLC0415  (0.15 s: paid only when a calendar is used)

    known = country_holidays("GB", subdiv=subdivision, years=range(first.year, last.year + 1))
    return {day: name for day, name in known.items() if first <= day <= last}


def _name(day: date, lists: Mapping[str, Mapping[date, str]]) -> str:
    nations = [nation for nation, names in lists.items() if day in names]
    name = lists[nations[0]][day]
    return name if len(nations) == len(lists) else f"{name} ({' and '.join(nations)} only)"


def _calendar(name: str, *subdivisions: str) -> WorkingCalendar:
    return calendar_of(
        CalendarRecipe(
            name=name,
            holidays=BankHolidays(subdivisions),
            first=KNOWN_FROM,
            horizon=PROCLAIMED_UNTIL,
            projected_to=PROJECTED_TO,
            weekend=SATURDAY_AND_SUNDAY,
        )
    )


ENGLAND_AND_WALES: Final = _calendar("England and Wales", "ENG")
SCOTLAND: Final = _calendar("Scotland", "SCT")
GREAT_BRITAIN: Final = _calendar("Great Britain", "ENG", "SCT")
"""A holiday on either list stops the clock: Job Finding Support provider guidance, Annex 3 ("Working Day")."""
