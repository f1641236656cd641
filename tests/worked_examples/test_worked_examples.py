"""Every worked example holds what its paragraph says."""

import pytest

from tests.worked_examples.examples import ASKS, HERE, KEYS, PROGRAMMES, Example, examples
from tests.worked_examples.runner import failures


def called(example: Example) -> str:
    return f"{example.folder}/{example.id}"


@pytest.mark.parametrize("example", examples(), ids=called)
def test_worked_example(example: Example) -> None:
    wrong = failures(example)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("example", examples(), ids=called)
def test_example_is_complete(example: Example) -> None:
    strangers = set(example.given) - KEYS
    assert not strangers, f"{called(example)} gives {', '.join(sorted(strangers))}; known are {', '.join(sorted(KEYS))}"
    assert example.given.get("name"), f"{called(example)} has no name"
    assert example.runs, f"{called(example)} asks nothing: give expect, or under"
    assert all(run.ask in ASKS for run in example.runs), f"{called(example)} asks what is not known"
    assert all(run.expect for run in example.runs), f"{called(example)} expects nothing"


def test_every_folder_is_a_programme() -> None:
    folders = {path.parent.name for path in HERE.glob("*/*.yaml")}
    assert folders <= set(PROGRAMMES)
