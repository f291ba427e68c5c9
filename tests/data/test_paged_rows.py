"""Rows come page by page: each once, in one order, whatever is added meanwhile."""

from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from data.paged_rows import Wanted, page
from data.people.person import Person
from data.people.rights import DeniedError
from data.returns.sheets import SHEETS
from data.schema.people import ROLES
from data.selection import Selection
from data.standing_rows import followed
from tests import factories

NUMBERS = count()
DAY = date(2026, 2, 1)
FILTERS = {
    "regions": ("E12000003",),
    "partnerships": ("north",),
    "organisations": ("riverside", "northern"),
    "years": ("2025/26", "2024/25"),
    "levels": ("first", "final"),
    "areas": ("adults", "children"),
    "routes": ("undergraduate",),
}


def of(role, organisation="riverside"):
    partnerships = None if role == "administrator" else frozenset({"north"})
    return Person(1, "sam@example.org", "Sam", role, frozenset({organisation}), partnerships)


@pytest.fixture
def look(reader):
    """One page of a sheet: `look(person, "offers", after=0, most=2, levels=("final",))`."""

    def ask(person, sheet, after=0, most=100, **filters):
        wanted = Wanted(sheet, Selection(DAY, **filters), after, most)
        with reader.snapshot() as snapshot:
            return page(snapshot, person, wanted)

    return ask


@pytest.fixture
def world(given):
    given(
        *factories.reference(),
        factories.council("lakeside"),
        factories.membership("lakeside"),
        factories.offer(ref="first"),
        factories.offer(ref="theirs", owner="lakeside"),
    )


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given_any(most=st.integers(1, 5), added=st.lists(st.booleans(), max_size=6))
def test_rows_added_between_two_pages_move_none_and_hide_none(world, look, given, most, added):
    coordinator, known = of("coordinator"), look(of("coordinator"), "offers").rows
    seen, after, more = [], 0, True
    while more:
        found = look(coordinator, "offers", after, most)
        seen += [row["id"] for row in found.rows]
        after, more = seen[-1], found.more
        if added:
            owner = "riverside" if added.pop() else "lakeside"
            given(factories.offer(ref=f"N{next(NUMBERS)}", owner=owner))
    assert seen[: len(known)] == [row["id"] for row in known]
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_filter_of_a_sheet_is_one_the_database_understands(given, look, sheet):
    given(*factories.reference(), factories.fact(sheet))
    chosen = {name: FILTERS[name] for name in followed(sheet) - {"basis"}}
    assert len(look(of("manager"), sheet).rows) == 1
    assert len(look(of("manager"), sheet, **chosen).rows) <= 1


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_no_rows_is_refused(world, look, role):
    with pytest.raises(DeniedError):
        look(of(role), "offers")


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("viewer", "funder")])
def test_who_lets_a_programme_read_figures_alone_reads_no_rows_by_it(world, look, role):
    assert look(of(role), "offers").rows
    with pytest.raises(DeniedError):
        look(of(role).narrowed(frozenset(), figures_only=True), "offers")


def test_an_unknown_partnership_narrows_to_nothing(world, look):
    nowhere = of("manager").narrowed(frozenset({"south"}), figures_only=False)
    assert look(nowhere, "offers").rows == []
