"""A participant of the tests of this folder, and the days of their provision."""

from datetime import date, timedelta

from dwp_rules import Case
from dwp_rules.facts import Start

START = date(2019, 12, 4)
LATER = date(2022, 6, 1)


def case(*events: object, **person: object) -> Case:
    """A case that started, with these events; nobody is on a benefit unless it is said."""
    facts = {"participant_id": "P-1", "benefits": []} | person
    return Case.model_validate({"programme": "ipes", "participant": facts, "events": [Start(on=START), *events]})


def day(number: int) -> date:
    """A day of provision, the Start Date being day 1."""
    return START + timedelta(days=number - 1)
