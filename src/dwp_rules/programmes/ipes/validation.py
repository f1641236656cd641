"""Validation after payment: claims that cannot be decided, and error rates extrapolated (4.40, 5.20 to 5.22)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from dwp_rules.facts import ClaimsSample
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import MoneyLine, to_the_penny
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule

__all__ = ["sample_findings", "sample_lines"]

APPORTIONED = Rule(
    "IPES-VALID-01",
    "Claims that can be neither validated nor invalidated are apportioned",
    SPEC.paragraphs("5.20"),
    note="Exact fractions; with none decided the split is undefined.",
)
apportioned = APPORTIONED.met("apportioned", "of {unable} undecided claims, {passes} as passes and {fails} as fails")
nothing_decided = APPORTIONED.undetermined("nothing_decided", "no claim of the sample was decided: nothing to split by")

EXTRAPOLATED = Rule(
    "IPES-VALID-02",
    "Extrapolation of the error rate",
    SPEC.paragraphs("5.21"),
    note="By number of claims, apportioned fails included; how the rate is derived is left to the terms. Rounded half "
    "up to the penny.",
    counts_by=("IPES-VALID-01",),
)
ACROSS = Rule(
    "IPES-VALID-03",
    "Sampling across contracts",
    SPEC.paragraphs("5.22"),
    note="Samples that share a scheme are one sample of all their contracts' claims; the others stand for their own.",
    counts_by=("IPES-VALID-02",),
)
OTHER_OUTCOMES = Rule(
    "IPES-VALID-04",
    "Post-payment sampling of other outcomes",
    SPEC.paragraphs("4.40", "4.41"),
    counts_by=("IPES-VALID-01",),
)
SELF_EMPLOYED = frozenset({None, "self_employed"})
SAID = "error rate {error_rate} over {claims} claims: {claims_in_error} in error; £{recoverable:,.2f} recoverable"
extrapolated, other_extrapolated = (rule.met("extrapolated", SAID) for rule in (EXTRAPOLATED, OTHER_OUTCOMES))
NOTHING = Decimal("0.00")


def exact(number: Fraction) -> str:
    """Write a fraction exactly.

    >>> exact(Fraction(28, 9)), exact(Fraction(30, 2))
    ('28/9', '15')
    """
    return str(number)


def schemes(s: ContractSituation) -> Mapping[tuple[str, str], Sequence[ClaimsSample]]:
    """The samples that were drawn together: those that share a period and a scheme, else each by itself."""
    groups: dict[tuple[str, str], list[ClaimsSample]] = {}
    for place, sample in enumerate(s.contract.claims_samples):
        name = sample.scheme or f"sample {place + 1}"
        groups.setdefault((sample.period or "", name), []).append(sample)
    return groups


def sample_findings(s: ContractSituation) -> Sequence[Finding]:
    """How undecided claims are split, and the error rate of each sample."""
    findings: list[Finding] = [_split(sample) for sample in s.contract.claims_samples if sample.unable]
    for samples in s[schemes].values():
        findings += _rate(samples)
    return findings


def _split(sample: ClaimsSample) -> Finding:
    decided = sample.passed + sample.failed
    if not decided:
        return nothing_decided.found(None, ("unable", sample.unable), ("passes", None), ("fails", None))
    fails = Fraction(sample.failed, decided) * sample.unable
    passes = sample.unable - fails
    return apportioned.found(
        exact(fails), ("unable", sample.unable), ("passes", exact(passes)), ("fails", exact(fails))
    )


def _rule(samples: Sequence[ClaimsSample]) -> Rule:
    return EXTRAPOLATED if samples[0].stream in SELF_EMPLOYED else OTHER_OUTCOMES


def _error_rate(samples: Sequence[ClaimsSample]) -> Fraction | None:
    """The share of decided claims that failed, which is that of all once the undecided are split alike."""
    failed = sum(sample.failed for sample in samples)
    decided = failed + sum(sample.passed for sample in samples)
    return Fraction(failed, decided) if decided else None


def _missing(samples: Sequence[ClaimsSample]) -> tuple[str, ...]:
    wanted = [f"claims_sample.{name}" for name in ("claims", "value") if any(getattr(c, name) is None for c in samples)]
    return (*wanted, *(("a decided claim in the sample",) if _error_rate(samples) is None else ()))


def _rate(samples: Sequence[ClaimsSample]) -> Sequence[Finding]:
    missing, rate = _missing(samples), _error_rate(samples)
    if all(sample.claims is None and sample.value is None for sample in samples):
        return ()
    if missing or rate is None:
        return (_rule(samples).unknown(*missing),)
    claims = sum(sample.claims or 0 for sample in samples)
    checked = sum(sample.passed + sample.failed + sample.unable for sample in samples)
    reason = extrapolated if _rule(samples) is EXTRAPOLATED else other_extrapolated
    recoverable = _recoverable(samples, rate)
    return (
        reason.found(
            recoverable,
            ("error_rate", exact(rate)),
            ("claims", claims),
            ("claims_in_error", exact(rate * claims)),
            ("recoverable", recoverable),
            ("claims_backed_out", checked >= claims),
        ),
    )


def _recoverable(samples: Sequence[ClaimsSample], rate: Fraction) -> Decimal:
    owed = rate * sum((Fraction(sample.value or 0) for sample in samples), Fraction(0))
    return to_the_penny(Decimal(owed.numerator) / Decimal(owed.denominator))


def sample_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """What is recovered for each sample, and for all contracts of the provider together."""
    lines: list[MoneyLine] = []
    for samples in s[schemes].values():
        if all(sample.claims is None and sample.value is None for sample in samples):
            continue
        missing, rate = _missing(samples), _error_rate(samples)
        amount = None if missing or rate is None else _recoverable(samples, rate)
        lines.append(MoneyLine(_rule(samples), "recoverable", None, amount, missing=missing))
    contracts = {sample.contract for sample in s.contract.claims_samples if sample.contract is not None}
    if len(contracts) < 2 or not lines:
        return lines
    waiting = tuple(dict.fromkeys(name for line in lines for name in line.missing))
    total = None if waiting else sum((line.amount for line in lines if line.amount is not None), NOTHING)
    return [*lines, MoneyLine(ACROSS, "recoverable_in_all", None, total, missing=waiting)]
