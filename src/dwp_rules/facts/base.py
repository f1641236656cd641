"""What every fact and event model has in common."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict

F = TypeVar("F", bound="Fact")
_set = object.__setattr__

Row: TypeAlias = Mapping[str, Any]
"""What a fact or an event tells, by the name of its field."""


class Fact(BaseModel):
    """A frozen value that refuses unknown fields and keeps what it was given out of its errors; built on first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show what is known only: most fields of a fact are empty."""
        return ((name, value) for name, value in super().__repr_args__() if value is not None and name != "kind")


def with_changes(fact: F, changes: Mapping[str, object]) -> F:
    """Copy a fact with some fields replaced, unchecked.

    As `model_copy(update=...)`, of which a cut-off needs two for nearly every case, at a quarter of its cost.
    """
    copied = fact.__class__.__new__(fact.__class__)
    given = fact.__pydantic_fields_set__
    _set(copied, "__dict__", {**fact.__dict__, **changes})
    _set(copied, "__pydantic_fields_set__", given if given.issuperset(changes) else given | changes.keys())
    _set(copied, "__pydantic_extra__", None)
    _set(copied, "__pydantic_private__", None)
    return copied
