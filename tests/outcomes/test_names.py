from dwp_rules import outcomes


def test_every_name_is_listed_in_order_and_exists():
    assert sorted(outcomes.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)) == outcomes.__all__
    assert all(hasattr(outcomes, name) for name in outcomes.__all__)
