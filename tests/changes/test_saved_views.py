"""Views are one person's own: kept, renamed, begun with and deleted by nobody else."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from data import saved_views
from data.changes import saved_views as changes
from data.changes.author import Author
from data.changes.saved_views import MOST, begin_as_usual, begin_at, remove, rename, save
from data.engine import reading
from data.people.person import ANYBODY, Person
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.schema import SAVED_VIEW
from tests import factories

SHORT = "/placements?year=2025/26"


def author(number=1):
    email = f"{number}@example.org"
    return Author.by(Person(number, email, f"Person {number}", "viewer"), "form")


@pytest.fixture
def two(given):
    given(factories.user(1, "1@example.org"), factories.user(2, "2@example.org"))


@pytest.fixture
def view(engine, two):
    """A view of the first of two people."""
    save(engine, author(), "Shortages", SHORT, begin=False)
    (found,) = own(engine)
    return found


def own(engine, number=1):
    return saved_views.of(engine, author(number).person)


def test_a_view_is_kept_for_one_person(engine, view):
    assert (view.name, view.address, view.is_default) == ("Shortages", SHORT, False)
    assert own(engine, 2) == []


def test_saving_the_same_twice_keeps_it_once(engine, view):
    save(engine, author(), " Shortages ", SHORT, begin=False)
    assert own(engine) == [view]


def test_a_name_is_one_s_own(engine, view):
    save(engine, author(2), "Shortages", "/", begin=False)
    assert [each.address for each in own(engine, 2)] == ["/"]


def test_a_name_that_is_taken_is_refused_in_words(engine, view):
    with pytest.raises(RefusedError, match="You have a view called “Shortages” already"):
        save(engine, author(), "Shortages", "/", begin=False)
    save(engine, author(), "Other", "/", begin=False)
    with pytest.raises(RefusedError):
        rename(engine, author(), own(engine)[0].id, "Shortages")


@pytest.mark.parametrize("name", ["", "  ", "\0", "x" * 101])
def test_a_name_must_be_one(engine, view, name):
    for act in (
        lambda: save(engine, author(), name, "/", begin=False),
        lambda: rename(engine, author(), view.id, name),
    ):
        with pytest.raises(RefusedError):
            act()
    assert own(engine) == [view]


def test_an_address_too_long_to_be_kept_is_refused(engine, two):
    with pytest.raises(RefusedError):
        save(engine, author(), "Long", "/" + "x" * 2000, begin=False)


def test_there_is_one_place_to_begin(engine, view):
    save(engine, author(), "Other", "/", begin=True)
    assert saved_views.beginning(engine, author().person) == "/"
    begin_at(engine, author(), view.id)
    assert [each.name for each in own(engine) if each.is_default] == ["Shortages"]
    begin_as_usual(engine, author())
    assert saved_views.beginning(engine, author().person) == ""


def test_where_one_begins_is_nobody_else_s_matter(engine, view):
    save(engine, author(2), "Mine", "/", begin=True)
    begin_at(engine, author(), view.id)
    assert saved_views.beginning(engine, author(2).person) == "/"


def test_a_view_can_be_renamed_and_deleted(engine, view):
    rename(engine, author(), view.id, "Short of places")
    assert [each.name for each in own(engine)] == ["Short of places"]
    remove(engine, author(), view.id)
    assert own(engine) == []


@pytest.mark.parametrize("number", [1, 99])
@pytest.mark.parametrize("act", ["rename", "begin_at", "remove"])
def test_another_s_view_can_t_be_changed_and_is_like_none(engine, view, act, number):
    given = ("Mine now",) if act == "rename" else ()
    with pytest.raises(DeniedError):
        getattr(changes, act)(engine, author(2), view.id if number == 1 else number, *given)
    assert own(engine) == [view]


def test_who_has_no_account_keeps_nothing(engine, two):
    nobody = replace(author(), person=ANYBODY)
    with pytest.raises(DeniedError):
        save(engine, nobody, "Mine", "/", begin=True)
    assert saved_views.of(engine, ANYBODY) == []


def test_there_is_an_end_to_what_is_kept(engine, two):
    for number in range(MOST):
        save(engine, author(), f"View {number}", "/", begin=False)
    with pytest.raises(RefusedError, match=f"You have {MOST} views"):
        save(engine, author(), "One more", "/", begin=False)
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(SAVED_VIEW)).scalar() == MOST


def test_a_view_leaves_the_data_as_they_are(engine, view, stored):
    assert (stored("audit"), stored("data_version")[0]["number"]) == ([], 0)
