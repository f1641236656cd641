"""How old a person is on a day, and when they may reach State Pension age, as far as is known."""

from datetime import date

from dwp_rules.calendar import age_on
from dwp_rules.facts.participant import Participant
from dwp_rules.statutory import EARLIEST_STATE_PENSION_AGE, state_pension_date, state_pension_dates

__all__ = ["known_age", "pension_dates"]


def known_age(person: Participant, on: date) -> int | None:
    """Give the age in completed years; None where the date of birth is not known, or cannot be right on that day.

    >>> known_age(Participant(participant_id="P-1", date_of_birth="1988-03-14"), date(2020, 10, 12))
    32
    """
    born = person.date_of_birth
    return None if born is None or born > on else age_on(born, on)


def pension_dates(person: Participant, age: int) -> tuple[date, ...]:
    """Give the State Pension date: both possible ones where only the sex would tell, none at too low an age.

    The date given for the person counts before the timetable.

    >>> pension_dates(Participant(participant_id="P-1", date_of_birth="1956-02-29"), 65)
    (datetime.date(2022, 3, 1),)
    """
    if person.state_pension_age_date is not None:
        return (person.state_pension_age_date,)
    born = person.date_of_birth
    if born is None or age < EARLIEST_STATE_PENSION_AGE:
        return ()
    return state_pension_dates(born) if person.sex is None else (state_pension_date(born, person.sex),)
