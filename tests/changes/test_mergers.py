"""Councils that were split, as they were: Northamptonshire in 2021, Cumbria in 2023.

They come in as a file brings them, and so do the rows of those who send them afterwards.
"""

from datetime import date

import pytest

from callbacks.pages import Drawing
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data import options
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.reader import Reader
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.schema import FACTS, ORGANISATION, ROW_QUERY
from data.selection import Selection
from data.workbench import Workbench
from layouts.pages import PAGES
from tests import factories
from tests.support.files import AUTHOR, as_workbook, lines, row

DAY = date(2026, 2, 1)
NORTH_WEST, EAST_MIDLANDS = "E12000002", "E12000004"


def council(code, region, since=None, until=None, successor=None):
    return {
        "code": code,
        "name": f"{code.replace('-', ' ').title()} Council",
        "kind": "local_authority",
        "region_code": region,
        "valid_from": since,
        "valid_to": until,
        "successor_code": successor,
    }


COUNCILS = [
    council("northamptonshire", EAST_MIDLANDS, None, "2021-03-31", "north-northamptonshire"),
    council("north-northamptonshire", EAST_MIDLANDS, "2021-04-01"),
    council("west-northamptonshire", EAST_MIDLANDS, "2021-04-01"),
    council("cumbria", NORTH_WEST, None, "2023-03-31", "cumberland"),
    council("cumberland", NORTH_WEST, "2023-04-01"),
    council("westmorland-and-furness", NORTH_WEST, "2023-04-01"),
    council("lancashire", NORTH_WEST),
]
# A row names one successor; the other is known by the code of the council that ended, besides.
ALIASES = [
    {"alias": "northamptonshire", "organisation_code": "west-northamptonshire"},
    {"alias": "cumbria", "organisation_code": "westmorland-and-furness"},
    {"alias": "Cumbria CC", "organisation_code": "cumbria"},
    {"alias": "Carlisle", "organisation_code": "cumberland"},
]
SPLITS = {
    "northamptonshire": ("north-northamptonshire", "west-northamptonshire"),
    "cumbria": ("cumberland", "westmorland-and-furness"),
}
EACH = pytest.mark.parametrize(("old", "new"), SPLITS.items(), ids=SPLITS)


@pytest.fixture
def send(send, tmp_path):
    """Sends rows to a partnership with all of these councils, whose memberships are left open."""
    members = [
        {"partnership_code": "north", "organisation_code": each["code"], "role": "member"}
        for each in COUNCILS
    ]
    tables = {"organisation": COUNCILS, "organisation_alias": ALIASES, "membership": members}
    path = as_workbook(tmp_path / "who.xlsx", {n: lines(rows) for n, rows in tables.items()})
    outcome = upload_reference(send.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert outcome.errors == ()
    return send


@pytest.fixture
def known(send):
    with Reader(send.engine).snapshot() as snapshot:
        return options.load(snapshot).partners


def offer(owner, start, places):
    return row("offers", owner=owner, window_start=start, places=places)


def owners(send):
    return [each.owner for each in send.stored(FACTS["offers"])]


def asked(send):
    return [each.problem for each in send.stored(ROW_QUERY) if each.rule == "no_member_then"]


@EACH
def test_a_split_leads_to_both_councils_and_back(known, old, new):
    assert known[old].followed_by == new
    assert [known[code].follows for code in new] == [(old,), (old,)]


def test_a_neighbour_is_unaffected(known):
    assert (known["lancashire"].follows, known["lancashire"].followed_by) == ((), ())


@pytest.mark.parametrize("name", ["cumbria", "Cumbria Council", "CUMBRIA CC"])
def test_a_file_of_before_under_any_of_its_names_is_the_old_council_s(send, name):
    outcome = send(offers=[offer(name, date(2022, 9, 26), 4)])
    assert (outcome.errors, owners(send), asked(send)) == ((), ["cumbria"], [])


@EACH
def test_a_file_of_afterwards_under_the_old_name_is_asked_about_and_names_who_follows(
    send, old, new
):
    send(offers=[offer(old, date(2023, 9, 25), 4)])
    assert asked(send) == [
        f"{old} was no member of north on 2023-09-25; {' and '.join(new)} took over from it."
    ]


@EACH
def test_a_file_of_before_under_a_new_name_is_asked_about(send, old, new):
    send(offers=[offer(new[0], date(2020, 9, 28), 4)])
    assert asked(send) == [f"{new[0]} was no member of north on 2020-09-28."]


def test_another_name_of_a_new_council_is_understood(send):
    outcome = send(offers=[offer("Carlisle", date(2023, 9, 25), 4)])
    assert (outcome.errors, owners(send), asked(send)) == ((), ["cumberland"], [])


@pytest.fixture
def cumbria(send):
    """Places of the year before the split, and of the year after it, with the neighbour's."""
    send(
        offers=[
            offer("cumbria", date(2022, 9, 26), 10),
            offer("lancashire", date(2022, 9, 26), 5),
            offer("cumberland", date(2023, 9, 25), 4),
            offer("westmorland-and-furness", date(2023, 9, 25), 7),
            offer("lancashire", date(2023, 9, 25), 6),
        ]
    )
    return send


@pytest.fixture
def places(cumbria):
    """Places offered, as figures: `places("organisation", years=("2022/23",))`."""

    def ask(*by, **filters):
        question = Ask(INDICATORS["net_supply"], Selection(DAY, **filters), by)
        with Reader(cumbria.engine).snapshot() as snapshot:
            found = evaluate(Workbench(snapshot), [question])[question]
        return {figure.key: figure.value for figure in found if figure.value}

    return ask


@pytest.mark.parametrize(
    ("year", "found"),
    [
        ("2022/23", {("cumbria",): 10, ("lancashire",): 5}),
        (
            "2023/24",
            {("cumberland",): 4, ("lancashire",): 6, ("westmorland-and-furness",): 7},
        ),
    ],
)
def test_figures_of_a_year_are_those_of_the_council_that_was_there(places, year, found):
    assert places("organisation", years=(year,)) == found


@pytest.mark.parametrize(("years", "total"), [(("2022/23",), 15), (("2023/24",), 17), ((), 32)])
def test_the_region_counts_each_place_once(places, years, total):
    assert places("region", years=years) == {(NORTH_WEST,): total}


def test_a_new_council_has_none_of_the_old_one_s_places(places):
    assert places(organisations=("cumberland",)) == {(): 4}


@pytest.fixture
def due(cumbria):
    """Quarters before and after the split, for which only the neighbour has sent a return."""
    cumbria.do(
        factories.period(
            "2022/23 Q1",
            starts_on=date(2022, 9, 1),
            ends_on=date(2022, 11, 30),
            opens=date(2022, 11, 17),
            due=date(2022, 12, 14),
        ),
        factories.period(
            "2023/24 Q1",
            starts_on=date(2023, 9, 1),
            ends_on=date(2023, 11, 30),
            opens=date(2023, 11, 17),
            due=date(2023, 12, 14),
        ),
        factories.return_state("lancashire", period="2022/23 Q1"),
        factories.return_state("lancashire", period="2023/24 Q1"),
    )
    with Reader(cumbria.engine).snapshot() as snapshot:
        members = Workbench(snapshot).members(DAY)
    return {each.organisation: [missed.period for missed in each.missing] for each in members}


def test_a_council_owes_nothing_for_the_time_after_its_end(due):
    assert due["cumbria"] == ["2022/23 Q1"]


def test_nor_do_those_who_follow_for_the_time_before_they_were_there(due):
    assert due["cumberland"] == ["2023/24 Q1"]
    assert due["westmorland-and-furness"] == ["2023/24 Q1"]


@pytest.fixture
def page(cumbria):
    """What a page says, as one text."""
    drawing = Drawing(PAGES, Reader(cumbria.engine), lambda: DAY)
    return lambda path, search="": str(drawing.draw(path, search).content.to_plotly_json())


def test_the_list_says_until_when_and_who_follows(page):
    assert (
        "until 31 March 2023, followed by Cumberland Council and Westmorland And Furness Council"
        in page("/partners")
    )


@pytest.mark.parametrize("year", ["2022/23", "2023/24"])
def test_the_pages_of_old_and_new_lead_to_each_other(page, year):
    old, new = page("/partners/cumbria", f"?year={year}"), page("/partners/cumberland")
    assert "/partners/westmorland-and-furness" in old
    assert "/partners/cumberland" in old
    assert "/partners/cumbria" in new


def test_the_page_of_an_old_council_says_where_its_figures_stay(page):
    assert "Figures stay with the organisation that reported them" in page("/partners/cumbria")


def test_the_list_of_a_later_year_has_the_new_councils_alone(page):
    listed = page("/partners", "?year=2023/24")
    linked = [f"/partners/{code}?year" in listed for code in ("cumberland", "cumbria")]
    assert linked == [True, False]


def test_an_organisation_may_have_ended_and_stays(send):
    stored = {each.code: each.valid_to for each in send.stored(ORGANISATION)}
    assert stored["northamptonshire"] == date(2021, 3, 31)
    assert stored["lancashire"] is None
