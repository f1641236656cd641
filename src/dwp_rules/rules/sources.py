"""The documents that rules come from, and the paragraphs of them that a rule cites."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Citation", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that holds provisions.

    `outside` marks a document that is not one of the programme's own: a number taken from it is cited as such.

    >>> specification = Source("WHP JETS specification", issued=date(2020, 8, 25))
    >>> str(specification["2.5(a)(ii)"])
    'WHP JETS specification, 2.5(a)(ii)'
    """

    document: str
    issued: date | None = None
    outside: bool = False

    def __getitem__(self, paragraph: str) -> "Citation":
        """Cite one paragraph of this document."""
        return Citation(self, paragraph)

    def paragraphs(self, *paragraphs: str) -> tuple["Citation", ...]:
        """Cite several paragraphs of this document, in the order given."""
        return tuple(Citation(self, paragraph) for paragraph in paragraphs)


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph of a source, by the document's own number.

    >>> str(Citation(Source("IPES call-off specification"), "2.16"))
    'IPES call-off specification, 2.16'
    """

    source: Source
    paragraph: str

    def __post_init__(self) -> None:
        """Refuse a citation that points at nothing."""
        if not self.paragraph.strip():
            raise ValueError(f"a citation of {self.source.document} needs a paragraph")

    def __str__(self) -> str:
        """Name the document, then the paragraph."""
        return f"{self.source.document}, {self.paragraph}"
