"""What every fact and event model has in common."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """A frozen value that refuses unknown fields and keeps what it was given out of its errors; built on first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show what is known only: most fields of a fact are empty."""
        return ((name, value) for name, value in super().__repr_args__() if value is not None and name != "kind")
