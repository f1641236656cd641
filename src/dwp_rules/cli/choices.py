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
    """Programmes by id as chosen, and those that know a name chosen but refuse what was chosen for it, with why."""

    chosen: Mapping[str, Programme]
    refused: Mapping[str, str]

    @classmethod
    def made(cls, readings: NamedValues = (), parameters: NamedValues = ()) -> "Choices":
        """Put the choices into every programme that knows their names; the others are taken as they are.

        Raises `ValueError` for a name that no programme knows, and where every programme that knows it refuses the
        option or the value.
        """
        if not readings and not parameters:
            return cls({}, {})
        known = _that_load()
        _refuse_strangers("reading", readings, {name for p in known for name in p.readings})
        _refuse_strangers("parameter", parameters, {name for p in known for name in p.parameters})
        chosen: dict[str, Programme] = {}
        refused: dict[str, str] = {}
        for each in known:
            try:
                chosen[each.id] = _choosing(each, readings, parameters)
            except ValueError as error:
                refused[each.id] = str(error)
        if refused and all(chosen[p.id] is p for p in known if p.id in chosen):
            raise ValueError("; ".join(dict.fromkeys(refused.values())))
        return cls(chosen, refused)

    def programme(self, programme_id: str) -> Programme:
        """Give one programme as chosen.

        Raises `KeyError` for an unknown one, `BrokenPlugin` for a broken one, and `ValueError` for one that refuses
        what was chosen.
        """
        if programme_id in self.refused:
            raise ValueError(self.refused[programme_id])
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
    return chosen.with_readings(**options).with_parameters(**values) if options or values else chosen


def _value(parameter: Parameter, text: str) -> ParameterValue:
    """Read a value as its parameter counts: pounds, a day, otherwise a whole number."""
    try:
        if parameter.unit == "pounds":
            return Decimal(text)
        return date.fromisoformat(text) if parameter.unit == "date" else int(text)
    except (ValueError, InvalidOperation):
        raise ValueError(f"{parameter.name} is counted in {parameter.unit}: {text!r} cannot be read so") from None
