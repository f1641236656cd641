"""Every worked example holds what its paragraph says."""

from collections.abc import Iterator

import pytest

from tests.worked_examples.examples import ASKS, HERE, KEYS, PROGRAMMES, Example, examples
from tests.worked_examples.runner import failures


def called(example: Example) -> str:
    return f"{example.folder}/{example.id}"


@pytest.mark.parametrize("example", examples(), ids=called)
def test_worked_example(example: Example) -> None:
    wrong = failures(example)
    assert not wrong, "\n" + "\n".join(wrong)


def test_examples_are_complete() -> None:
    wanting = [f"{called(example)}: {what}" for example in examples() for what in incomplete(example)]
    assert not wanting, "\n" + "\n".join(wanting)


def incomplete(example: Example) -> Iterator[str]:
    if strangers := set(example.given) - KEYS:
        yield f"gives {', '.join(sorted(strangers))}; known are {', '.join(sorted(KEYS))}"
    if not example.given.get("name"):
        yield "has no name"
    if not example.runs:
        yield "asks nothing: give expect, or under"
    for run in example.runs:
        if run.ask not in ASKS:
            yield f"asks {run.ask}; known are {', '.join(ASKS)}"
        if not run.expect:
            yield "expects nothing"
        if strangers := set(run.given) - KEYS:
            yield f"gives {', '.join(sorted(strangers))} under a difference"


def test_every_folder_is_a_programme() -> None:
    folders = {path.parent.name for path in HERE.glob("*/*.yaml")}
    assert folders <= set(PROGRAMMES)
