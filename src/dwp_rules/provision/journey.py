"""The fold under way: where the case is, since when, and the phases so far."""

from datetime import date

from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.provision.declared import Transition
from dwp_rules.provision.life import Refused

__all__ = ["ONE_DAY", "Journey"]


class Journey:
    """The fold under way: where the case is, since when, and the phases so far."""

    __slots__ = ("ended", "in_force", "missing", "phases", "refused", "start", "state", "states", "stretch")

    def __init__(self, state: str) -> None:
        self.state = state
        self.states = {state}
        self.in_force = state
        self.start: date | None = None
        self.stretch: tuple[str, date] | None = None
        self.phases: list[tuple[str, date, date]] = []
        self.ended: tuple[date, Transition] | None = None
        self.refused: list[Refused] = []
        self.missing: tuple[str, ...] = ()

    def enter_phase(self, name: str, first: date) -> None:
        """Close the phase that is open on the day before, and open another."""
        if self.stretch is not None:
            if self.stretch[0] == name:
                return
            self.close_phase(first - ONE_DAY)
        self.stretch = (name, first) if name else None

    def close_phase(self, last: date) -> None:
        """Close the open phase on its last day; one that has no day leaves no trace."""
        if self.stretch is not None and self.stretch[1] <= last:
            self.phases.append((*self.stretch, last))
        self.stretch = None
