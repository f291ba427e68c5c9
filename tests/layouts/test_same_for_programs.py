"""A headline reads the same on its page as in the answer that a program gets."""

import pytest

from dashboard import ids
from dashboard.api.interface import Interface, Question
from data.people.person import ANYBODY
from layouts.components.headline import CARD
from layouts.pages import PAGES

WITH_HEADLINES = [page for page in PAGES if page.headlines]


@pytest.fixture(scope="module")
def told(sampled):
    """What a program is told of an indicator: its number and its state."""
    interface = Interface(sampled.edition_cache, sampled.address_reader)

    def ask(indicator, query):
        question = Question(ANYBODY, query, "json", lambda _tag: False)
        (row,) = interface.figures(question, indicator).rows.rows
        return row["value"], row["status"]

    return ask


@pytest.mark.parametrize("query", ["", "year=2024/25", "region=E12000002", "area=adults"])
@pytest.mark.parametrize("page", WITH_HEADLINES, ids=lambda page: page.slug)
def test_a_headline_is_the_figure_that_a_program_gets(sampled, told, page, query):
    values = sampled.draw(page.path, f"?{query}").values
    shown = {key: values[ids.headline(key, CARD)] for key in page.headlines}
    assert {key: (card["data-value"], card["data-status"]) for key, card in shown.items()} == {
        key: ("" if value is None else str(value), status)
        for key in page.headlines
        for value, status in [told(key, query)]
    }
