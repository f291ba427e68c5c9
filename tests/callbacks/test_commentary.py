"""Beside a chart, commentary says who stands for it, and whether its figures have changed since."""

import pytest

from dashboard import ids
from tests import factories
from tests.support.drawn import found

SEARCH = "?partnership=north&as_at=2026-02-01"
BEFORE = {"Places offered, Autumn": "3"}


@pytest.fixture
def beside(draw, holding):
    """What stands beside the supply by term: `beside(figures)` of a comment that rests on them."""
    holding(*factories.reference(), factories.offer(places=5))

    def look(*statements):
        holding(factories.comment("placements/by-term", id=1, academic_year="2025/26"), *statements)
        content = draw("/placements", SEARCH)["slots"][ids.CONTENT]["children"]
        return str(found(content, ids.view("by-term", "comments")))

    return look


def test_a_draft_is_marked_as_one(beside):
    assert "drafted from the figures, confirmed by nobody yet" in beside(factories.rests(1, BEFORE))


def test_what_is_confirmed_says_by_whom_and_when(beside):
    signed = {"confirmed_by": "Mina", "confirmed_at": factories.NOW}
    text = beside(factories.rests(1, BEFORE, **signed))
    assert "confirmed by Mina on" in text
    assert "drafted" not in text


def test_it_is_flagged_where_a_figure_it_rests_on_has_changed(beside):
    text = beside(factories.rests(1, BEFORE))
    assert "Figures have changed since this was written." in text
    assert "Places offered, Autumn: 3 then, 5 now" in text


def test_a_comment_that_rests_on_none_is_neither(beside):
    text = beside()
    assert "Two teams moved." in text
    assert not any(words in text for words in ("drafted", "confirmed", "changed since"))
