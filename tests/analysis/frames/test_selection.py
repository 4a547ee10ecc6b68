from analysis.frames.selection import Selection


def test_a_selection_gives_lists_as_parameters_of_a_query():
    chosen = Selection(("one", "two"), ("钉钉",))
    assert chosen.of_products == {"products": ["钉钉"]}


def test_equal_choices_are_one_key_of_a_cache():
    assert len({Selection(("one",), ()), Selection(("one",), ())}) == 1
