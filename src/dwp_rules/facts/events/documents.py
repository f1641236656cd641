"""Documents of the programmes, and the satisfaction survey."""

from typing import Annotated, Literal

from pydantic import Field

from dwp_rules.facts.enums import Channel, Document, DocumentStep, Party, SignatureKind, SurveyAnswer
from dwp_rules.facts.events.base import Event
from dwp_rules.facts.types import Day, Flag, Name, NotBefore, SetOf


class DocumentUpdated(Event):
    """A document is drafted, updated, agreed, signed or finalised."""

    kind: Literal["document_updated"] = "document_updated"
    document: Document
    step: DocumentStep
    signed_by: SetOf[Party] | None = None
    signature: SignatureKind | None = None
    sections: SetOf[str] | None = None
    work_id: Name | None = None


class DocumentRequested(Event):
    """Someone asks for a document."""

    kind: Literal["document_requested"] = "document_requested"
    document: Document
    by: Party | None = None


class DocumentIssued(Event):
    """A document is handed over, sent or returned."""

    kind: Literal["document_issued"] = "document_issued"
    document: Document
    by: Party | None = None
    to: Party | None = None
    received_on: Annotated[Day, NotBefore("on")] | None = None
    acknowledged_on: Annotated[Day, NotBefore("on")] | None = None
    copy_kept: Flag | None = None
    work_id: Name | None = None


class SurveyResponse(Event):
    """The person answers the satisfaction question."""

    kind: Literal["survey_response"] = "survey_response"
    answer: SurveyAnswer | None = None
    text: str | None = Field(default=None, repr=False)
    channel: Channel | None = None
    written_record: Flag | None = None
