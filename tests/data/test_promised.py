"""What a partner's agreements come to, worked out again by hand for any of them."""

from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from data.promised import promised

DAY = date(2026, 2, 1)
days = st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1))


@st.composite
def rows(draw):
    low = draw(st.none() | st.integers(0, 9))
    return SimpleNamespace(
        type=draw(st.sampled_from(("sla", "contract"))),
        status=draw(st.sampled_from(("active", "active", "planned", "ended"))),
        starts_on=draw(days),
        ends_on=draw(days),
        review_due=draw(days),
        low=low,
        high=draw(st.none() | st.integers(low or 0, 12)),
    )


def standing(row):
    begun = not row.starts_on or row.starts_on <= DAY
    return row.status == "active" and begun and not (row.ends_on and row.ends_on < DAY)


@given(st.lists(rows(), max_size=6))
def test_what_is_in_force_is_counted_by_type(agreements):
    found = promised(agreements, DAY)
    by_hand = [row.type for row in agreements if standing(row)]
    assert found.by_type == {kind: by_hand.count(kind) for kind in set(by_hand)}


@given(st.lists(rows(), max_size=6))
def test_places_are_those_of_what_is_in_force_and_open_where_one_leaves_them_open(agreements):
    found = promised(agreements, DAY)
    said = [r for r in agreements if standing(r) and not (r.low is None and r.high is None)]
    highs = [row.high for row in said]
    assert found.low == (sum(row.low or 0 for row in said) if said else None)
    assert found.high == (sum(highs) if said and None not in highs else None)


@given(st.lists(rows(), max_size=6))
def test_each_review_of_what_is_in_force_is_to_come_or_overdue(agreements):
    found = promised(agreements, DAY)
    due = sorted(row.review_due for row in agreements if standing(row) and row.review_due)
    assert found.reviews_overdue == len([day for day in due if day < DAY])
    assert found.next_review == next((day for day in due if day >= DAY), None)
