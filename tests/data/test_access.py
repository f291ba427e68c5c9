"""Who reads which rows, and which of their columns: role by sheet by column."""

import pytest
from sqlalchemy import func, select

from data import access
from data.people.person import Person
from data.returns.sheets import SHEETS
from data.schema import FACTS
from data.schema.people import ROLES
from tests import factories

# Sheets whose rows other members of a partnership see, without reasons and free text.
SHARED = {"offers", "requests", "demand", "agreements", "activities"}
FREE_TEXT = {
    "offers": {"team", "status_reason"},
    "requests": set(),
    "demand": set(),
    "agreements": {"title", "in_return", "funded_by"},
    "activities": {"title"},
    "placements": {"status_reason"},
}
OTHERS = [
    factories.partnership("south"),
    factories.university("southern"),
    factories.council("lakeside"),
    factories.membership("southern", "south"),
    factories.membership("lakeside", "south"),
    factories.programme("southern-ba", "southern"),
]


def every_column(sheet):
    return {column.name for column in SHEETS[sheet].columns}


def of(role, organisation="riverside"):
    partnerships = None if role == "administrator" else frozenset({"north"})
    return Person(1, "sam@example.org", "Sam", role, frozenset({organisation}), partnerships)


@pytest.fixture
def seen(engine):
    """What somebody sees of a sheet: owner and columns of each row."""

    def look(person, sheet):
        found = []
        with engine.connect() as connection:
            for readable in access.readable(person, sheet):
                for row in connection.execute(readable.statement):
                    found.append((row.partnership, row.owner, frozenset(readable.columns)))
        return sorted(found, key=str)

    return look


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_sees_no_row(seen, given, role, sheet):
    given(*factories.reference(), factories.fact(sheet))
    assert seen(of(role), sheet) == []


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", ["coordinator", "approver"])
def test_one_s_own_rows_are_seen_whole(seen, given, role, sheet):
    given(*factories.reference(), factories.fact(sheet))
    owner = factories.DEFAULTS[sheet]["owner"]
    assert seen(of(role, owner), sheet) == [("north", owner, every_column(sheet))]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", ["coordinator", "approver"])
def test_another_member_s_rows_are_seen_as_far_as_they_concern_one(seen, given, role, sheet):
    given(*factories.reference(), factories.fact(sheet))
    owner = factories.DEFAULTS[sheet]["owner"]
    other = "riverside" if owner == "northern" else "northern"
    expected = {
        **{name: every_column(name) - FREE_TEXT[name] for name in SHARED},
        # The council is the employer of the placement; nobody's placement is assessed yet.
        "placements": every_column("placements") - {"student_ref", "concern", "status_reason"},
    }
    columns = expected.get(sheet)
    assert seen(of(role, other), sheet) == ([("north", owner, columns)] if columns else [])


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_managers_see_everything_in_their_partnerships(seen, given, role, sheet):
    given(*factories.reference(), factories.fact(sheet))
    owner = factories.DEFAULTS[sheet]["owner"]
    assert seen(of(role), sheet) == [("north", owner, every_column(sheet))]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_nobody_sees_a_row_of_another_partnership(seen, given, role, sheet):
    given(*factories.reference(), *OTHERS)
    hei = factories.DEFAULTS[sheet]["owner"] == "northern"
    moved = {"partnership": "south", "owner": "southern" if hei else "lakeside"}
    if SHEETS[sheet].has("programme"):
        moved["programme"] = "southern-ba"
    if SHEETS[sheet].has("employer"):
        moved["employer"] = "lakeside"
    given(factories.fact(sheet, **moved))
    assert seen(of(role), sheet) == []


def test_a_university_sees_stage_and_currency_of_who_assesses_its_students(seen, given):
    given(
        *factories.reference(),
        factories.practice_educator(ref="PE1"),
        factories.practice_educator(ref="PE2"),
        factories.placement(pe_ref="PE1"),
    )
    found = seen(of("coordinator", "northern"), "practice_educators")
    assert found == [("north", "riverside", frozenset(access.STAGE_AND_CURRENCY))]


def test_an_employer_sees_no_placement_elsewhere(seen, given):
    given(
        *factories.reference(),
        factories.council("lakeside"),
        factories.membership("lakeside"),
        factories.placement(employer="lakeside"),
    )
    assert seen(of("coordinator"), "placements") == []


def test_what_was_voided_is_seen_by_nobody(seen, given):
    given(
        *factories.reference(),
        factories.offer(voided_at=factories.NOW, voided_reason="Entered twice"),
    )
    assert seen(of("manager"), "offers") == []


def test_no_row_comes_twice(seen, given):
    given(*factories.reference(), factories.offer(), factories.demand())
    own = of("coordinator", "northern")
    assert [len(seen(own, sheet)) for sheet in ("offers", "demand")] == [1, 1]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("organisation", ["northern", "riverside"])
def test_the_conditions_hold_for_the_rows_that_are_read(
    engine, seen, given, role, sheet, organisation
):
    given(*factories.reference(), factories.fact(sheet))
    somebody = of(role, organisation)
    read = seen(somebody, sheet)
    with engine.connect() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(FACTS[sheet]).where(condition))
            for condition in (access.seen(somebody, sheet), access.seen_whole(somebody, sheet))
        ]
    everywhere = role in ("manager", "administrator")
    whole = [row for row in read if everywhere or row[1] == organisation]
    assert counts == [len(read), len(whole)]


@pytest.mark.parametrize("role", ROLES)
def test_rows_are_for_all_but_those_who_read_figures(role):
    assert access.reads_rows(of(role)) == (role not in ("viewer", "funder"))
