# ruff: noqa: A005  (tests.calendar, within the package tests: it hides nothing)
