"""Sussex: ten kinds of engagement between a university and a council."""

import pytest

from dashboard import wording
from tests.support.doors import by_file, by_form, by_grid, by_paste, by_template
from tests.support.stories import activity

UNIVERSITY, COUNCIL = "university-of-sussex", "east-sussex-county-council"
YEAR = "?year=2008/09&as_at=2009-08-31"
# Two of the ten are retyped from the document; which the others are, it says in words of its own.
KINDS = {
    "admissions_interview": COUNCIL,
    "suitability_panel": COUNCIL,
    "teaching": COUNCIL,
    "placement_panel": COUNCIL,
    "strategic_liaison": COUNCIL,
    "programme_board": UNIVERSITY,
    "validation_review": UNIVERSITY,
    "research_seminar": UNIVERSITY,
    "cpd_course": UNIVERSITY,
    "lived_experience": UNIVERSITY,
}
DOORS = (by_form, by_grid, by_paste, by_file, by_template)


@pytest.fixture(scope="module")
def sussex(partnership):
    found = partnership("sussex")
    found.hold(by_form, "A8", "2009-02-11", people="6", hours="12")
    found.hold(by_paste, "A9", "2009-03-18", people="2", hours="3")
    others = list(KINDS.items())[2:]
    for number, (kind, owner) in enumerate(others):
        day = f"2009-01-{number + 12}"
        row = activity(kind, day, ref=kind, people="4", hours="6", role="contributor")
        found.enter(DOORS[number % len(DOORS)], owner, "activities", row)
    found.enter_stated(by_grid, "reported_figures")
    return found


def test_ten_kinds_of_engagement_are_told_apart(sussex):
    page = sussex.look("/engagement", YEAR)
    told = page.cells("activities", "All")
    assert told == {**{wording.ACTIVITIES[kind]: "1" for kind in KINDS}, "All": "10"}


@pytest.mark.parametrize("owner", [UNIVERSITY, COUNCIL])
def test_each_kind_is_put_in_by_who_gives_it(sussex, owner):
    page = sussex.look("/engagement", f"{YEAR}&organisation={owner}")
    assert page.cells("activities", "All")["All"] == "5"


def test_the_ten_aspects_in_print_stand_beside_them(sussex):
    assert sussex.claim("SUS-1")["The document says"] == "10 aspects"
