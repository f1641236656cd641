"""Readings and parameters chosen on the command line, put into the programmes that have them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from dwp_rules import Programme, all_programmes, programme
from dwp_rules.programmes import BrokenPlugin
from dwp_rules.rules import Parameter, ParameterValue

__all__ = ["Choices"]

NamedValues = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """Programmes by id as chosen; those that have none of the names chosen are taken as they are."""

    chosen: Mapping[str, Programme]

    @classmethod
    def made(cls, readings: NamedValues, parameters: NamedValues) -> "Choices":
        """Put the choices into every programme that knows their names.

        Raises `ValueError` for a name that no programme knows, and for an option or a value that does not fit.
        """
        if not readings and not parameters:
            return cls({})
        known = _that_load()
        _refuse_strangers("reading", readings, {name for p in known for name in p.readings})
        _refuse_strangers("parameter", parameters, {name for p in known for name in p.parameters})
        return cls({p.id: _choosing(p, readings, parameters) for p in known})

    def programme(self, programme_id: str) -> Programme:
        """Give one programme as chosen. Raises `KeyError` for an unknown one, `BrokenPlugin` for a broken one."""
        return self.chosen.get(programme_id) or programme(programme_id)


def _that_load() -> list[Programme]:
    known = list[Programme]()
    for programme_id in all_programmes():
        try:
            known.append(programme(programme_id))
        except BrokenPlugin:
            continue
    return known


def _refuse_strangers(what: str, given: NamedValues, known: set[str]) -> None:
    for name, _ in given:
        if name not in known:
            raise ValueError(f"no {what} is called {name!r}; known are: {', '.join(sorted(known))}")


def _choosing(chosen: Programme, readings: NamedValues, parameters: NamedValues) -> Programme:
    options = {name: option for name, option in readings if name in chosen.readings}
    values = {name: _value(chosen.parameters[name], text) for name, text in parameters if name in chosen.parameters}
    return chosen.with_readings(**options).with_parameters(**values)


def _value(parameter: Parameter, text: str) -> ParameterValue:
    """Read a value as its parameter counts: pounds, a day, otherwise a whole number."""
    try:
        if parameter.unit == "pounds":
            return Decimal(text)
        return date.fromisoformat(text) if parameter.unit == "date" else int(text)
    except (ValueError, InvalidOperation):
        raise ValueError(f"{parameter.name} is counted in {parameter.unit}: {text!r} cannot be read so") from None
