"""Which readings change a case, and how."""

from datetime import date, timedelta

import pytest

from dwp_rules import Case, assess, programme, sensitivity
from dwp_rules.readings import ReadingEffect

STARTED = date(2020, 10, 5)


def jets(*days: date) -> Case:
    """A JETS participant, off benefit, who trades on these days."""
    traded = [{"kind": "self_employed_day", "on": str(day), "evidenced": True} for day in days]
    return Case.model_validate(
        {
            "programme": "whp-jets",
            "participant": {"participant_id": "P-1", "benefits": []},
            "events": [
                {"kind": "referral", "on": "2020-09-21"},
                {"kind": "start", "on": str(STARTED), "recorded_on": str(STARTED)},
                *traded,
            ],
        }
    )


def jfs(*events: dict[str, object], **facts: object) -> Case:
    person = {"participant_id": "P-1"} | facts
    return Case.model_validate({"programme": "jfs", "participant": person, "events": list(events)})


def by_name(effects: tuple[ReadingEffect, ...]) -> dict[tuple[str, str], ReadingEffect]:
    return {(effect.reading, effect.option): effect for effect in effects}


def test_trading_every_sixth_day_turns_on_what_a_week_of_self_employment_is() -> None:
    every_sixth_day = [STARTED + timedelta(days=6 * number) for number in range(9)]
    effects = sensitivity(jets(*every_sixth_day), as_of=date(2021, 2, 1))
    assert {effect.reading for effect in effects} == {"self_employed_week"}
    rules = {rule.id for effect in effects for rule in effect.rules}
    assert rules & {"JETS-SE-01", "JETS-SE-02", "JETS-SE-03"}
    for effect in effects:
        assert effect.chosen == "any_period_once_trading"
        assert effect.changes


def test_a_case_that_turns_on_no_reading_has_no_effects() -> None:
    assert sensitivity(jets(), as_of=STARTED) == ()


OVER_NEW_YEAR = (
    {"kind": "referral", "on": "2021-12-17"},
    {"kind": "referral_acknowledged", "on": "2021-12-20", "recorded_on": "2021-12-20", "decision": "accept"},
    {"kind": "referral_cancelled", "on": "2022-01-06", "recorded_on": "2022-01-06", "outcome": "no_contact"},
)


def test_a_recording_on_the_tenth_working_day_by_one_calendar_is_late_by_another() -> None:
    effect = by_name(sensitivity(jfs(*OVER_NEW_YEAR), as_of=date(2022, 1, 31)))["calendar", "england_and_wales"]
    [recording] = [c for c in effect.changes if c.rule.id == "JFS-START-08"]
    assert (recording.part, recording.was) == ("deadline", "by 6 January 2022: met")
    assert recording.becomes == "by 5 January 2022: late"
    [standard] = [c for c in effect.changes if c.rule.id == "JFS-CSS-02"]
    assert standard.sentence.startswith("JFS-CSS-02 CSS 2: outcome recorded: met: done in time: 1 of 1 -> not met")
    assert effect.explain().startswith("calendar: england and wales in place of gb union\n")


def test_the_end_of_provision_and_what_is_no_longer_said() -> None:
    start = {"kind": "start", "on": "2021-06-14", "recorded_on": "2021-06-14"}
    job = {"kind": "work_started", "on": "2021-06-22", "work": "employed"}
    effect = by_name(sensitivity(jfs(start, job), as_of=date(2021, 6, 30)))["employment_reading", "para_5_11"]
    said = {(change.rule.id, change.was, change.becomes) for change in effect.changes if change.part == "provision"}
    assert (
        "JFS-STATE-01",
        "on provision, started on 14 June 2021, at the latest to 14 July 2021",
        "early completed, started on 14 June 2021, ended on 22 June 2021: employment",
    ) in said
    [manual] = [(was, becomes) for rule, was, becomes in said if rule == "JFS-COMPLETE-05"]
    assert manual[0] is None
    assert manual[1] is not None
    assert "nothing -> " in effect.explain()


def test_facts_that_move_although_the_sentence_stays() -> None:
    reached = {"kind": "contact", "on": "2021-12-21", "result": "made", "purpose": "first_contact"}
    effect = by_name(sensitivity(jfs(*OVER_NEW_YEAR[:2], reached), as_of=date(2022, 1, 31)))[
        "calendar", "england_and_wales"
    ]
    [no_contact] = [change for change in effect.changes if change.rule.id == "JFS-CONTACT-05"]
    assert no_contact.was != no_contact.becomes
    assert "record by" in str(no_contact.was)


def test_decisions_are_looked_at_too() -> None:
    case = jfs(
        {"kind": "referral", "on": "2021-06-07"},
        right_to_reside=True,
        right_to_work=True,
        date_of_birth="1990-05-01",
        residence=[{"starts_on": "2015-01-01", "nation": "wales"}],
        benefits=[{"starts_on": "2021-05-10", "benefit": "jsa"}],
    )
    effect = by_name(sensitivity(case, as_of=date(2021, 6, 8)))["benefit_scope", "para_3_01"]
    said = {change.rule.id: (change.was, change.becomes) for change in effect.changes if change.part == "eligibility"}
    assert said["JFS-ELIG-12"] == ("met", "not met")
    assert "JFS-ELIG-07" in said


def test_the_others_stay_as_the_programme_given_has_them() -> None:
    strict = programme("jfs").with_readings(calendar="england_and_wales")
    effects = by_name(sensitivity(jfs(*OVER_NEW_YEAR), as_of=date(2022, 1, 31), programme=strict))
    assert ("calendar", "england_and_wales") not in effects
    assert effects["calendar", "gb_union"].chosen == "england_and_wales"


@pytest.mark.parametrize("as_of", [date(2021, 12, 17), date(2022, 1, 5), date(2022, 1, 31)])
def test_an_effect_is_what_assess_says_under_the_other_option(as_of: date) -> None:
    case = jfs(*OVER_NEW_YEAR)
    for effect in sensitivity(case, as_of=as_of):
        other = assess(case, as_of=as_of, programme=programme("jfs").with_readings(**{effect.reading: effect.option}))
        assert other.to_dict() != assess(case, as_of=as_of).to_dict()


def test_a_programme_of_another_case_is_refused() -> None:
    with pytest.raises(ValueError, match="belongs to jfs"):
        sensitivity(jfs(), as_of=date(2021, 6, 7), programme=programme("whp-jets"))
