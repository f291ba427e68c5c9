"""Middlesex: joint posts with three of five councils, and two voluntary agencies."""

import pytest

from tests.support.doors import by_form, by_grid, by_paste
from tests.support.stories import member, organisation

UNIVERSITY, LONDON = "middlesex-university", "E12000007"
# The documents count the partners and do not name them.
COUNCILS = tuple(f"council-{number}" for number in range(1, 6))
AGENCIES = ("agency-1", "agency-2")
WITH_A_POST = COUNCILS[:3]
YEAR = "?year=2008/09&as_at=2009-08-31"


@pytest.fixture(scope="module")
def middlesex(partnership):
    found = partnership(
        "middlesex",
        organisation=[
            *(organisation(code, "local_authority", LONDON) for code in COUNCILS),
            *(organisation(code, "voluntary", LONDON) for code in AGENCIES),
        ],
        membership=[member("middlesex", code) for code in (*COUNCILS, *AGENCIES)],
    )
    for number, council in enumerate(WITH_A_POST):
        door = (by_form, by_grid, by_paste)[number]
        found.enter(door, council, "agreements", _joint_post())
    found.enter_stated(by_form, "reported_figures")
    return found


def _joint_post():
    return {
        "ref": "POST-1",
        "type": "joint_post",
        "hei": UNIVERSITY,
        "title": "Joint appointment",
        "status": "active",
    }


@pytest.mark.parametrize("council", COUNCILS)
def test_three_of_the_five_councils_have_a_joint_post(middlesex, council):
    told = middlesex.look(f"/partners/{council}", YEAR).said_of("agreements")
    assert ("joint post: 1" in told) == (council in WITH_A_POST)


def test_joint_posts_stand_by_council(middlesex):
    page = middlesex.look("/engagement", YEAR)
    assert page.value("joint_posts") == 3
    assert page.table("joint-posts") == {
        "Council 1": ["1", "not reported"],
        "Council 2": ["1", "not reported"],
        "Council 3": ["1", "not reported"],
        "All": ["3", "not reported"],
    }


def test_the_list_of_partners_has_all_five_councils_and_both_agencies(middlesex):
    listed = middlesex.look("/partners", YEAR).table("partners").values()
    kinds = [row[0] for row in listed]
    assert (kinds.count("Council"), len(kinds)) == (5, 8)


def test_what_is_in_print_of_councils_and_posts_is_kept_apart(middlesex):
    says = [middlesex.claim(f"MID-{number}")["The document says"] for number in (1, 2, 3)]
    assert says == ["5 organisations", "2 organisations", "3 organisations"]
