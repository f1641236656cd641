"""How fast a working calendar counts, beside numpy, the `holidays` package and the bare look-up that it stands on.

Run: python benchmarks/bench_calendar.py
"""

from datetime import date
from timeit import Timer

import numpy as np
from holidays import country_holidays

from dwp_rules.calendar import ENGLAND_AND_WALES, KNOWN_FROM, PROCLAIMED_UNTIL, working_days

RECEIVED = date(2021, 3, 29)
DUE = date(2021, 4, 21)  # the 15th working day after it, Easter between
ROUNDS = 25
CALLS = 2_000
SLOW_CALLS = 20
NANOSECONDS = 1e9

# Name, expression, its value, and how many calls make one timing. Ratios are to the line of ours (not indented) above.
QUESTIONS: list[tuple[str, str, object, int]] = [
    ("ENGLAND_AND_WALES.add", "calendar.add(received, 15)", DUE, CALLS),
    ("  the bare table", "days[so_far[received.toordinal() - first] + 14]", DUE, CALLS),
    ("  working_days(15).after", "fifteen.after(received, calendar)", DUE, CALLS),
    (
        "  numpy.busday_offset, datetime64",
        "busday_offset(np_received, 15, roll='backward', busdaycal=np_days)",
        np.datetime64(DUE),
        CALLS,
    ),
    (
        "  numpy.busday_offset, date",
        "busday_offset(received, 15, roll='backward', busdaycal=np_days)",
        np.datetime64(DUE),
        CALLS,
    ),
    ("  holidays' get_nth_working_day", "package.get_nth_working_day(received, 15)", DUE, SLOW_CALLS),
    ("ENGLAND_AND_WALES.is_working_day", "calendar.is_working_day(received)", True, CALLS),
    ("  numpy.is_busday, datetime64", "is_busday(np_received, busdaycal=np_days)", True, CALLS),
    ("  holidays' is_working_day", "package.is_working_day(received)", True, CALLS),
    ("ENGLAND_AND_WALES.count", "calendar.count(received, due)", 15, CALLS),
    ("  numpy.busday_count, datetime64", "busday_count(np_after_received, np_after_due, busdaycal=np_days)", 15, CALLS),
]


def names() -> dict[str, object]:
    """Name what the expressions speak of, every contender's own tables made beforehand."""
    table = ENGLAND_AND_WALES.table
    holidays = [holiday.on for holiday in ENGLAND_AND_WALES.holidays_between(KNOWN_FROM, PROCLAIMED_UNTIL)]
    return {
        "received": RECEIVED,
        "due": DUE,
        "calendar": ENGLAND_AND_WALES,
        "fifteen": working_days(15),
        "first": table.first_ordinal,
        "so_far": table.so_far,
        "days": table.working_days,
        "np_received": np.datetime64(RECEIVED),
        "np_after_received": np.datetime64(RECEIVED) + 1,
        "np_after_due": np.datetime64(DUE) + 1,
        "np_days": np.busdaycalendar(holidays=holidays),
        "busday_offset": np.busday_offset,
        "busday_count": np.busday_count,
        "is_busday": np.is_busday,
        "package": country_holidays("GB", subdiv="ENG", years=range(KNOWN_FROM.year, PROCLAIMED_UNTIL.year + 1)),
        "answers": [],
    }


def measurements() -> list[tuple[str, float, float]]:
    """Time every contender in turn, round after round, in one run: name, best nanoseconds a call, ratio to ours."""
    known = names()
    for _, expression, _, _ in QUESTIONS:
        Timer(f"answers.append({expression})", globals=known).timeit(1)
    right = [value for _, _, value, _ in QUESTIONS]
    if known["answers"] != right:
        raise AssertionError(f"the contenders disagree: {known['answers']}, not {right}")
    timers = [(Timer(expression, globals=known), calls) for _, expression, _, calls in QUESTIONS]
    rounds = [[timer.timeit(calls) / calls for timer, calls in timers] for _ in range(ROUNDS)]
    best = [min(timings) * NANOSECONDS for timings in zip(*rounds, strict=True)]
    measured, ours = [], best[0]
    for (what, *_), nanoseconds in zip(QUESTIONS, best, strict=True):
        ours = ours if what.startswith(" ") else nanoseconds
        measured.append((what.strip(), nanoseconds, nanoseconds / ours))
    return measured


def main() -> None:
    print(f"{'':36}{'ns a call':>10}{'times ours':>12}")
    for what, nanoseconds, ratio in measurements():
        print(f"{what:36}{nanoseconds:10,.0f}{ratio:12.1f}")


if __name__ == "__main__":
    main()
