"""An organisation accepts the terms of sharing data once, before its first row."""

import pytest
from sqlalchemy import delete, select

from data.changes.author import Author
from data.changes.rows import Edit, save
from data.engine import reading, writing
from data.people.person import find
from data.people.rights import DeniedError
from data.schema import AUDIT, TERMS_ACCEPTED
from tests.changes.conftest import OFFERS
from tests.promises.test_data_integrity import typed_in

DESK = "/update/north/riverside"
TERMS = "/terms/riverside"


@pytest.fixture
def newcomer(person, engine):
    """A coordinator whose organisation has not accepted the terms."""
    found = person("coordinator", "organisation:riverside")
    with writing(engine) as connection:
        connection.execute(delete(TERMS_ACCEPTED))
    return found


def stored(engine):
    with reading(engine) as connection:
        return connection.execute(select(TERMS_ACCEPTED)).all()


def test_the_terms_come_before_the_first_return(newcomer):
    answer = newcomer.get(DESK)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{TERMS}?next={DESK}"


def test_the_page_says_what_is_accepted_and_for_whom(newcomer):
    words = newcomer.get(TERMS).text
    assert "Accept for Riverside" in words
    assert "under pseudonyms that we give" in words


def test_whoever_accepts_goes_on_to_the_return_and_is_not_asked_again(newcomer, engine):
    answer = newcomer.post(TERMS, {"next": DESK})
    assert (answer.status_code, answer.headers["Location"]) == (303, DESK)
    assert newcomer.get(DESK).status_code == 200
    (kept,) = stored(engine)
    assert (kept.organisation, kept.by) == ("riverside", "coordinator0@example.org")


def test_accepting_is_in_the_history(newcomer, engine):
    newcomer.post(TERMS, {"next": DESK})
    with reading(engine) as connection:
        entry = connection.execute(select(AUDIT).where(AUDIT.c.table == "terms_accepted")).one()
    assert entry.who == "coordinator0@example.org"


def test_twice_is_once(newcomer, engine):
    newcomer.post(TERMS, {"next": DESK})
    newcomer.post(TERMS, {"next": DESK})
    assert len(stored(engine)) == 1


def test_without_it_no_row_is_stored(newcomer, engine):
    author = Author.by(find(engine, newcomer.user), "form")
    edit = Edit(OFFERS, None, None, typed_in("offers"), "one")
    with pytest.raises(DeniedError):
        save(engine, edit, author)
    newcomer.post(TERMS, {"next": DESK})
    author = Author.by(find(engine, newcomer.user), "form")
    assert save(engine, edit, author).outcome.errors == ()


def test_figures_can_be_read_without_it(newcomer):
    assert newcomer.get("/placements").status_code == 200


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        ("viewer", "partnership:north"),
        ("manager", "partnership:north"),
        ("coordinator", "organisation:northern"),
    ],
)
def test_nobody_else_accepts_for_an_organisation(newcomer, person, engine, role, scope):
    answer = person(role, scope).post(TERMS, {"next": DESK})
    assert (answer.status_code, stored(engine)) == (403, [])


def test_the_way_on_leads_nowhere_else(newcomer):
    answer = newcomer.post(TERMS, {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/update/"
