"""What came of a command, and cases to run it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def participants(self) -> list[str]:
        """Whom the answers, given as JSON Lines, are about."""
        return [json.loads(line)["participant_id"] for line in self.out.splitlines()]


Run = Callable[..., Ran]


def case(participant_id: str = "P-1", **changed: object) -> dict[str, object]:
    """A case that is sound, but for what is changed."""
    events = [{"kind": "referral", "on": "2020-10-12"}, {"kind": "start", "on": "2020-10-27"}]
    return {"programme": "whp-jets", "participant": {"participant_id": participant_id}, "events": events} | changed


def with_event(**event: object) -> dict[str, object]:
    """A case whose only event is this one."""
    return case(events=[event])


def with_fact(**facts: object) -> dict[str, object]:
    """A case with more facts about the person."""
    return case(participant={"participant_id": "P-1"} | facts)


def lines(*records: object) -> str:
    """Records as JSON Lines."""
    return "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records)
