"""How many examples hypothesis tries: `default` by itself, `ci` the same ones every time, `deep` for `make deep`."""

from hypothesis import settings

EXAMPLES = 100
EXAMPLES_DEEP = 10_000

settings.register_profile("default", max_examples=EXAMPLES, deadline=None, derandomize=False, print_blob=True)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.register_profile("deep", settings.get_profile("default"), max_examples=EXAMPLES_DEEP)
settings.load_profile("default")
