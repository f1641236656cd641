"""Spells and dated values: facts that held on some days and not on others.

Both days of a spell are counted. A fact that is None is unknown; one that is empty is known to be none.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Annotated, ClassVar, TypeVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from dwp_rules.facts.base import Fact
from dwp_rules.facts.enums import Basis, Benefit, Conditionality, MandationScope, Nation, UcRegime
from dwp_rules.facts.types import Count, Day, Flag, Name, NotBefore


class Spell(Fact):
    """Some days in a row, the first and the last counted; without `ends_on` it has no known end."""

    value_fields: ClassVar[tuple[str, ...]] = ()

    starts_on: Day
    ends_on: Annotated[Day, NotBefore("starts_on")] | None = None


class BenefitSpell(Spell):
    """A benefit claimed; the spell opens on the claim date, `received_from` may be later."""

    value_fields: ClassVar[tuple[str, ...]] = ("benefit",)

    benefit: Benefit
    received_from: Annotated[Day, NotBefore("starts_on")] | None = None
    uc_regime: UcRegime | None = None
    conditionality: Conditionality | None = None
    tops_up_earnings: Flag | None = None
    self_employed_compliant: Flag | None = None


class Residence(Spell):
    """Where the person lives from day to day: nation, contract package area, devolution deal area."""

    value_fields: ClassVar[tuple[str, ...]] = ("nation", "cpa", "dda")

    nation: Nation
    cpa: Name | None = None
    dda: Name | None = None


class ParticipationBasis(Spell):
    """Taking part of free will, or mandated by a work coach and to what."""

    value_fields: ClassVar[tuple[str, ...]] = ("basis", "scope")

    basis: Basis
    scope: MandationScope | None = None


class OtherProvision(Spell):
    """Other contracted DWP employment provision taken up."""

    value_fields: ClassVar[tuple[str, ...]] = ("name",)

    name: Name


class KeyWorker(Spell):
    """The person's key worker."""

    value_fields: ClassVar[tuple[str, ...]] = ("name",)

    name: Name


class Dated(Fact):
    """A value that holds from its day until the next one's."""

    value_fields: ClassVar[tuple[str, ...]] = ()

    starts_on: Day


def _at_least_one(days: int) -> int:
    if days < 1:
        raise PydanticCustomError("too_few", "an interval is at least one working day")
    return days


class ContactFrequency(Dated):
    """The interval, in working days, that the person asked for in place of the standard one."""

    working_days: Annotated[Count, AfterValidator(_at_least_one)]


S = TypeVar("S", bound=Spell)
D = TypeVar("D", bound=Dated)


def _by_start(spell: Spell) -> tuple[date, date]:
    return spell.starts_on, spell.ends_on or date.max


def _in_turn(spells: tuple[S, ...]) -> tuple[S, ...]:
    """Sort spells by their first day and refuse a day on which one value is given twice."""
    if len(spells) < 2:
        return spells
    latest: dict[tuple[object, ...], date] = {}
    ordered = tuple(sorted(spells, key=lambda spell: (*_by_start(spell), *map(str, vars(spell).values()))))
    for spell in ordered:
        value = tuple(getattr(spell, field) for field in spell.value_fields)
        if value in latest and spell.starts_on <= latest[value]:
            raise PydanticCustomError(
                "overlap",
                "two spells of the same {value} share a day: spells of one fact may overlap only with different values",
                {"value": " and ".join(spell.value_fields) or "kind"},
            )
        latest[value] = spell.ends_on or date.max
    return ordered


def _one_a_day(values: tuple[D, ...]) -> tuple[D, ...]:
    """Sort dated values and refuse two that hold from the same day."""
    ordered = tuple(sorted(values, key=attrgetter("starts_on")))
    held = {(value.starts_on, *(getattr(value, field) for field in value.value_fields)) for value in ordered}
    if len(held) < len(ordered):
        raise PydanticCustomError("two_values", "two values hold from the same day")
    return ordered


Spells = Annotated[tuple[S, ...], AfterValidator(_in_turn)]
"""Spells of one fact, oldest first."""

DatedList = Annotated[tuple[D, ...], AfterValidator(_one_a_day)]
"""Dated values of one fact, oldest first."""


def spells_on(spells: Iterable[S] | None, day: date) -> tuple[S, ...] | None:
    """Give the spells that hold on a day, oldest first; none of them is (), an unknown fact None.

    >>> from dwp_rules.facts import KeyWorker
    >>> spells = [KeyWorker(starts_on=date(2021, 3, 1), ends_on=date(2021, 3, 31), name="A")]
    >>> [spell.name for spell in spells_on(spells, date(2021, 3, 31))], spells_on(spells, date(2021, 4, 1))
    (['A'], ())
    """
    if spells is None:
        return None
    held: list[S] = []
    for spell in spells:
        told = spell.__dict__
        if told["starts_on"] <= day and ((last := told["ends_on"]) is None or day <= last):
            held.append(spell)
    return tuple(held)


def unbroken_spells(spells: Sequence[S] | None, day: date) -> tuple[S, ...] | None:
    """Give the spells that lead up to a day without a gap, oldest first.

    Spells that touch (one starts on the day after the other ends) or overlap are joined, whatever
    their values. No spell on the day is (), an unknown fact None.
    """
    if spells is None:
        return None
    run: list[S] = []
    reach = 0
    for spell in sorted(spells, key=_by_start):
        starts = spell.starts_on.toordinal()
        if starts > day.toordinal():
            break
        if starts > reach + 1:
            run = []
        run.append(spell)
        reach = max(reach, (spell.ends_on or date.max).toordinal())
    return tuple(run) if reach >= day.toordinal() else ()


def unbroken_since(spells: Sequence[S], day: date) -> date | None:
    """Give the first day of the unbroken run that leads up to a day, or None where nothing holds on it.

    The fact must be known: ask `spells is None` first, since an unknown fact is not an absent one.

    >>> from dwp_rules.facts import BenefitSpell
    >>> jsa = BenefitSpell(starts_on=date(2020, 1, 6), ends_on=date(2020, 5, 17), benefit="new_style_jsa")
    >>> uc = BenefitSpell(starts_on=date(2020, 5, 18), benefit="universal_credit")
    >>> unbroken_since([jsa, uc], date(2020, 10, 12))
    datetime.date(2020, 1, 6)
    """
    run = unbroken_spells(spells, day)
    return run[0].starts_on if run else None


def in_force(values: Iterable[D], day: date) -> D | None:
    """Give the dated value that holds on a day: the last that starts on or before it, or None."""
    begun = [value for value in values if value.starts_on <= day]
    return max(begun, key=attrgetter("starts_on"), default=None)
