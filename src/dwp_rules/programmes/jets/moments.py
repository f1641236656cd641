"""Days from which WHP JETS alone counts, and days on which what only its specification asks for was done."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import working_days
from dwp_rules.facts import Document, DocumentIssued, DocumentStep, Party
from dwp_rules.facts.moments import document_stepped, is_employment, updates_by_document
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.chapter_16.life import out_of_work
from dwp_rules.programmes.chapter_16.moments import ESF_FORMS, ESF_TEAM, last_day_known
from dwp_rules.programmes.jets.provision import journey, on_provision

FORM_CHECKERS = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP})
FORM_CHECK_PERIOD = working_days(20)

pre_work_days = out_of_work(journey, on_provision, work=is_employment)
"""The days on provision out of employment: the duty to meet is suspended while a job lasts (2.3)."""

plan_finalised = document_stepped(Document.ACTION_PLAN, DocumentStep.FINALISED)
plan_agreed = document_stepped(Document.ACTION_PLAN, DocumentStep.AGREED)


def plan_in_place(s: Situation) -> Days | Unknown:
    """The action plan finalised and, where agreeing it was recorded too, agreed: the later of the two."""
    finalised, agreed = plan_finalised(s), plan_agreed(s)
    if isinstance(finalised, Unknown) or isinstance(agreed, Unknown) or not finalised or not agreed:
        return finalised
    return (max(finalised[0], agreed[0]),)


def initial_form_signed(s: Situation) -> Days:
    """The day on which the participant signed the initial form, or on which it was annotated instead."""
    signed = [
        d.on
        for d in s[updates_by_document].get(Document.ESF_INITIAL_FORM, ())
        if d.step is DocumentStep.SIGNED and (d.signed_by is None or Party.PARTICIPANT in d.signed_by)
    ]
    return signed[:1]


def esf_forms(s: Situation) -> Sequence[DocumentIssued]:
    """The ESF forms that went to and fro, in order."""
    return [d for d in s.of(DocumentIssued) if d.document in ESF_FORMS]


def form_returned(s: Situation) -> Days:
    """Forms that DWP returned to the provider."""
    return [form.on for form in s[esf_forms] if form.to is Party.PROVIDER and form.by in FORM_CHECKERS]


def form_under_check(s: Situation) -> Days:
    """The receipt by DWP of a form that was returned, or may still be; one kept beyond the time was accurate."""
    forms = s[esf_forms]
    if not forms:
        return ()
    received = [f.received_on or f.on for f in forms if f.to in ESF_TEAM and f.by is not Party.ESF_ADMIN_TEAM]
    returned = s[form_returned]
    last_return = returned[-1] if returned else date.min
    return [on for on in sorted(received) if on <= s.as_of and (last_return >= on or _may_be_returned(s, on))]


def _may_be_returned(s: Situation, received: date) -> bool:
    last = last_day_known(FORM_CHECK_PERIOD, received, s)
    return last is None or s.as_of <= last
