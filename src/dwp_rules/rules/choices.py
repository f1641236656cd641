"""What a caller may choose: named readings of an ambiguous provision, and cited numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, TypeVar

from dwp_rules.rules.sources import Citation

__all__ = ["Parameter", "ParameterValue", "Parameters", "Reading", "Readings"]

ParameterValue: TypeAlias = "int | Decimal | date | str | None"
T = TypeVar("T", int, Decimal)


@dataclass(frozen=True, slots=True)
class Reading:
    """A provision that admits more than one reading: the options by name, the default first.

    `entries` are the ids of the rules that the choice touches; `chosen` is the option in force.

    >>> from dwp_rules.rules import Source
    >>> reading = Reading("commences_employment", ("job_start", "first_payment"), why="3.5 speaks of employment",
    ...                   entries=("JETS-OUTCOME-01",), citations=(Source("WHP JETS specification")["3.5"],))
    >>> reading.default, reading.taking("first_payment").chosen
    ('job_start', 'first_payment')
    """

    name: str
    options: tuple[str, ...]
    why: str
    entries: tuple[str, ...]
    citations: tuple[Citation, ...]
    chosen: str = ""

    def __post_init__(self) -> None:
        """Take the default where nothing is chosen, and refuse an option that is not one."""
        if not self.chosen:
            object.__setattr__(self, "chosen", self.default)
        if self.chosen not in self.options:
            raise ValueError(f"{self.name} cannot be read as {self.chosen!r}; it may be: {', '.join(self.options)}")

    @property
    def default(self) -> str:
        """The option that is taken unless a caller chooses another."""
        return self.options[0]

    def taking(self, option: str) -> "Reading":
        """Give this reading with another option chosen. Raises `ValueError` for an unknown option."""
        if option not in self.options:
            raise ValueError(f"{self.name} cannot be read as {option!r}; it may be: {', '.join(self.options)}")
        return replace(self, chosen=option)


class Readings(Mapping[str, Reading]):
    """The readings of a programme by name."""

    __slots__ = ("_chosen", "_readings")

    def __init__(self, *readings: Reading) -> None:
        self._readings = {reading.name: reading for reading in readings}
        self._chosen = {reading.name: reading.chosen for reading in readings}

    def __getitem__(self, name: str) -> Reading:
        """Give one reading."""
        return self._readings[name]

    def __iter__(self) -> Iterator[str]:
        """List the names as declared."""
        return iter(self._readings)

    def __len__(self) -> int:
        """Count the readings."""
        return len(self._readings)

    def __repr__(self) -> str:
        """Show the options in force."""
        return f"Readings({', '.join(f'{name}={option}' for name, option in self._chosen.items())})"

    def chosen(self, name: str) -> str:
        """Give the option in force."""
        return self._chosen[name]

    def taking(self, options: Mapping[str, str]) -> "Readings":
        """Give these readings with other options chosen.

        Raises `ValueError` that lists what is known, for an unknown name or option.
        """
        for name in options:
            if name not in self._readings:
                known = ", ".join(self._readings) or "none"
                raise ValueError(f"no reading is called {name!r}; this programme has: {known}")
        return Readings(*(r.taking(options.get(r.name, r.chosen)) for r in self._readings.values()))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A cited number that a contract sets, or that a caller may replace; `value` None: it must be given.

    `unit` says what the number counts: days, weeks, pounds.
    """

    name: str
    value: ParameterValue
    unit: str
    meaning: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        """Refuse a number without a source."""
        if not self.citations:
            raise ValueError(f"the parameter {self.name} cites no paragraph; a number needs one")


class _Given(dict[str, T]):
    """The values of one type that are given."""

    def __missing__(self, name: str) -> T:
        raise LookupError(f"no value is given for the parameter {name}: give it with with_parameters({name}=...)")


class Parameters(Mapping[str, Parameter]):
    """The parameters of a programme by name."""

    __slots__ = ("_parameters", "pounds", "whole")

    whole: Callable[[str], int]
    """Gives a number of days, weeks or months; raises `LookupError` where it has no default and was not given."""
    pounds: Callable[[str], Decimal]
    """Gives an amount in pounds; raises `LookupError` as `whole` does."""

    def __init__(self, *parameters: Parameter) -> None:
        self._parameters = {parameter.name: parameter for parameter in parameters}
        self.whole = _Given({p.name: p.value for p in parameters if isinstance(p.value, int)}).__getitem__
        self.pounds = _Given({p.name: p.value for p in parameters if isinstance(p.value, Decimal)}).__getitem__

    def __getitem__(self, name: str) -> Parameter:
        """Give one parameter."""
        return self._parameters[name]

    def __reduce__(self) -> tuple[type["Parameters"], tuple[Parameter, ...]]:
        """Pickle the parameters; the look-ups are made again."""
        return Parameters, tuple(self._parameters.values())

    def __iter__(self) -> Iterator[str]:
        """List the names as declared."""
        return iter(self._parameters)

    def __len__(self) -> int:
        """Count the parameters."""
        return len(self._parameters)

    def __repr__(self) -> str:
        """Show the values in force."""
        return f"Parameters({', '.join(f'{p.name}={p.value}' for p in self._parameters.values())})"

    def replacing(self, values: Mapping[str, ParameterValue]) -> "Parameters":
        """Give these parameters with other values.

        Raises `ValueError` that lists what is known, for an unknown name, and `TypeError` for a value that is
        not of the declared type (an amount may be text, a whole number or a Decimal, never a float).
        """
        for name in values:
            if name not in self._parameters:
                known = ", ".join(self._parameters) or "none"
                raise ValueError(f"no parameter is called {name!r}; this programme has: {known}")
        replaced = (
            replace(p, value=_fitting(p, values[p.name])) if p.name in values else p for p in self._parameters.values()
        )
        return Parameters(*replaced)


IN_DECIMALS = frozenset({"pounds", "percent"})


def _fitting(parameter: Parameter, value: ParameterValue) -> ParameterValue:
    if value == parameter.value and type(value) is type(parameter.value):
        return value
    counted_in = f"{parameter.name} is counted in {parameter.unit}"
    if parameter.unit in IN_DECIMALS and isinstance(value, str | int) and not isinstance(value, bool):
        try:
            value = Decimal(value)
        except InvalidOperation:
            raise ValueError(f"{counted_in}: {value!r} is no amount; write it as '1000.00'") from None
    wanted: type = {"pounds": Decimal, "percent": Decimal, "date": date, "text": str}.get(parameter.unit, int)
    if isinstance(value, bool) or not isinstance(value, wanted):
        raise TypeError(f"{counted_in}: {value!r} should be a {wanted.__name__}")
    if isinstance(value, Decimal | int) and not (Decimal(value).is_finite() and value > 0):
        raise ValueError(f"{counted_in}: {value!r} should be above zero")
    return value
