"""Leaf types: the strictness of the input model sits here, on the values, not on the models.

A day is never a datetime, money is never a float, a flag is never a number. Every type reads the
same text from JSON and from Python, so a case built by hand equals one read from a file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, Strict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from dwp_rules import calendar

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LARGEST_COUNT = 1_000_000

_DATE = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_TIME = "[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?"
_OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})"
_DAY = f"^{_DATE}$"
_MONTH = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"
_INSTANT = f"^{_DATE}T{_TIME}{_OFFSET}$"
_AMOUNT = "^-?[0-9]{1,12}([.][0-9]{1,6})?$"
_AMOUNT_FROM_ZERO = "^[0-9]{1,12}([.][0-9]{1,6})?$"
_LARGEST_AMOUNT = 10**12 - 1
_DECIMAL_PLACES = 6


@dataclass(frozen=True, kw_only=True, eq=False)
class _Leaf:
    """One leaf type: how it is read from text, what Python values it takes besides, and what is said otherwise."""

    code: str
    message: str
    pattern: str
    read: Callable[[str], object]
    besides: Callable[[], list[CoreSchema]]
    numbers: bool = False
    written_as: Literal["date", "datetime", "any", "text"]
    published: JsonSchemaValue

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.no_info_after_validator_function(
            self.read, core_schema.str_schema(pattern=self.pattern, strict=True)
        )
        others = self.besides()
        # In JSON only whole numbers can stand beside the text: they are the one Python value that JSON has too.
        in_json = core_schema.union_schema([text, others[0]], mode="left_to_right") if self.numbers else text
        either = core_schema.json_or_python_schema(
            in_json, core_schema.union_schema([text, *others], mode="left_to_right")
        )
        written = (
            core_schema.to_string_ser_schema(when_used="json")
            if self.written_as == "text"
            else core_schema.simple_ser_schema(self.written_as)
        )
        return core_schema.custom_error_schema(
            either, self.code, custom_error_message=self.message, serialization=written
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.published)


def _dates() -> list[CoreSchema]:
    return [core_schema.date_schema(strict=True, ge=FIRST_DAY, le=LAST_DAY)]


def _months() -> list[CoreSchema]:
    months = core_schema.is_instance_schema(calendar.Month)
    return [core_schema.no_info_after_validator_function(_within_the_years, months)]


def _within_the_years(month: calendar.Month) -> calendar.Month:
    if not FIRST_DAY <= month.first <= LAST_DAY:
        raise ValueError
    return month


def _datetimes() -> list[CoreSchema]:
    aware = core_schema.datetime_schema(strict=True, tz_constraint="aware")
    return [core_schema.no_info_after_validator_function(_within_the_calendar, aware)]


def _within_the_calendar(at: datetime) -> datetime:
    if not FIRST_DAY <= at.date() <= LAST_DAY:
        raise ValueError
    return at


def _whole_numbers_and_decimals(least: int) -> Callable[[], list[CoreSchema]]:
    whole = core_schema.int_schema(strict=True, ge=least, le=_LARGEST_AMOUNT)

    def accepted() -> list[CoreSchema]:
        return [
            core_schema.no_info_after_validator_function(Decimal, whole),
            core_schema.no_info_after_validator_function(
                lambda amount: _exact(amount, least), core_schema.is_instance_schema(Decimal)
            ),
        ]

    return accepted


def _exact(amount: Decimal, least: int) -> Decimal:
    if not amount.is_finite() or not least <= amount <= _LARGEST_AMOUNT:
        raise ValueError
    places = amount.as_tuple().exponent
    if not isinstance(places, int) or places < -_DECIMAL_PLACES:
        raise ValueError
    # 1E+5 is written out, so that what is published can be read again.
    return amount if places <= 0 else amount.quantize(Decimal(1))


def _amount(what: str, *, from_zero: bool) -> _Leaf:
    sign = "not negative, " if from_zero else ""
    return _Leaf(
        code="amount",
        message=f'{what} is written as text or as a whole number, such as "412.50" or 412: {sign}at most 12 digits'
        " before the point and 6 after it. A number with a point (a float) is not exact and is refused",
        pattern=_AMOUNT_FROM_ZERO if from_zero else _AMOUNT,
        read=Decimal,
        besides=_whole_numbers_and_decimals(0 if from_zero else -_LARGEST_AMOUNT),
        numbers=True,
        written_as="any",
        published={
            "anyOf": [
                {"type": "string", "pattern": _AMOUNT_FROM_ZERO if from_zero else _AMOUNT},
                {"type": "integer"} | ({"minimum": 0} if from_zero else {}),
            ]
        },
    )


Day = Annotated[
    date,
    _Leaf(
        code="day",
        message="A day is written YYYY-MM-DD, from 1900 to 2199, or given as a datetime.date; a date with a time of"
        " day is not a day. For an open end leave the field out",
        pattern=_DAY,
        read=date.fromisoformat,
        besides=_dates,
        written_as="date",
        published={"type": "string", "format": "date", "pattern": _DAY},
    ),
]
"""A calendar day, 1900 to 2199, so that no date arithmetic on it can overflow."""

Instant = Annotated[
    datetime,
    _Leaf(
        code="instant",
        message="An instant is written YYYY-MM-DDTHH:MM:SS with its offset (Z, +00:00 or +01:00), or given as a"
        " datetime that carries one",
        pattern=_INSTANT,
        read=datetime.fromisoformat,
        besides=_datetimes,
        written_as="datetime",
        published={"type": "string", "format": "date-time", "pattern": _INSTANT},
    ),
]
"""A moment that carries its own offset."""

Pounds = Annotated[Decimal, _amount("An amount of money in pounds", from_zero=False)]
"""Pounds, of either sign, kept exactly as given. The bounds keep every sum within the 28 digits of Decimal."""

UnsignedPounds = Annotated[Decimal, _amount("An amount of money in pounds", from_zero=True)]
"""Pounds, not negative."""

Hours = Annotated[Decimal, _amount("A number of hours", from_zero=True)]
"""Hours, not negative."""

Percent = Annotated[Decimal, _amount("A percentage", from_zero=True)]
"""A percentage as written: 22 is 22%."""

Flag = Annotated[bool, Strict()]
"""True or false, never 1, 0 or text."""

Month = Annotated[
    calendar.Month,
    _Leaf(
        code="month",
        message="A month is written YYYY-MM, from 1900 to 2199, or given as a dwp_rules.calendar.Month",
        pattern=_MONTH,
        read=calendar.Month.parse,
        besides=_months,
        written_as="text",
        published={"type": "string", "pattern": _MONTH},
    ),
]
"""A calendar month, YYYY-MM."""

Count = Annotated[int, Strict(), Field(ge=0, le=LARGEST_COUNT)]
"""A whole number of things, days, months or minutes: from 0 to a million."""

Name = Annotated[str, Field(min_length=1)]
"""An identifier or a name: text that is not empty."""

_T = TypeVar("_T")

SetOf = Annotated[frozenset[_T], PlainSerializer(sorted, when_used="json")]
"""A set, written to JSON in one order whatever the process."""


class NullMeans:
    """Reads null as the ordinary value of a field, as if it had been left out."""

    def __init__(self, ordinary: object) -> None:
        self.ordinary = ordinary

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "null"}]}

    def _read(self, given: object) -> object:
        return self.ordinary if given is None else given


class NotBefore:
    """A date or instant that may not lie before another field of the same object."""

    def __init__(self, earlier: str) -> None:
        self.earlier = earlier

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._checked, handler(source))

    def _checked(self, given: date, info: core_schema.ValidationInfo) -> date:
        bound = info.data.get(self.earlier)
        if bound is not None and given < bound:
            raise PydanticCustomError(
                "too_early",
                "{field} must not be before {earlier}",
                {"field": info.field_name or "this", "earlier": self.earlier},
            )
        return given


class OnDayOf:
    """An instant whose local date must be the day that another field gives."""

    def __init__(self, day: str) -> None:
        self.day = day

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._checked, handler(source))

    def _checked(self, given: datetime, info: core_schema.ValidationInfo) -> datetime:
        day = info.data.get(self.day)
        if day is not None and given.date() != day:
            raise PydanticCustomError(
                "other_day",
                "the local date of {field} must be the day given as {day}",
                {"field": info.field_name or "this", "day": self.day},
            )
        return given
