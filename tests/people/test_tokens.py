"""A token stands for its owner, as far as they said and as long as they may come in."""

from datetime import UTC, datetime, timedelta

import pytest

from data.changes import people
from data.changes.author import Author
from data.changes.tokens import MOST, New, make, revoke
from data.people import person, tokens
from data.people.person import ANYBODY
from data.people.rights import DeniedError
from data.people.sessions import digest
from data.returns.problems import RefusedError
from data.schema import API_TOKEN, AUDIT
from tests import factories
from tests.support.people import AUTHOR

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=30)
SAM, KIM = "sam@example.org", "kim@example.org"


@pytest.fixture
def world(engine, given):
    given(*factories.reference(), factories.partnership("south"))
    both = [("partnership", "north"), ("partnership", "south")]
    people.add(engine, AUTHOR, people.New(SAM, "Sam", "manager", both))
    people.add(engine, AUTHOR, people.New(KIM, "Kim", "viewer", both[:1]))


@pytest.fixture
def author(engine, world):
    """Somebody as the author of a change: `author(2)` is Kim."""
    return lambda user=1: Author.by(person.find(engine, user), "form")


@pytest.fixture
def token(engine, author):
    """The secret of a new token of Sam's."""
    return lambda name="Excel", **more: make(engine, author(), New(name, LATER, **more))


@pytest.fixture
def lines(engine):
    """The history of a table."""

    def find(table):
        with engine.connect() as connection:
            ordered = AUDIT.select().where(AUDIT.c.table == table).order_by(AUDIT.c.sequence)
            return connection.execute(ordered).all()

    return find


def holder(engine, secret, now=NOW):
    found = tokens.holder(engine, secret, now)
    return found and found[1]


def test_a_token_stands_for_its_owner(engine, token):
    found = holder(engine, token(reads_rows=True))
    assert (found.email, found.partnerships) == (SAM, {"north", "south"})
    assert not found.figures_only


def test_a_token_can_reach_less_far_than_its_owner(engine, token):
    found = holder(engine, token(partnerships=["south"]))
    assert (found.partnerships, found.figures_only) == ({"south"}, True)


def test_a_token_reaches_no_further_than_its_owner_does_by_then(engine, token):
    named, every = token("Named", partnerships=["south"]), token("Every")
    people.set_scopes(engine, AUTHOR, SAM, [("partnership", "north")])
    reaches = [holder(engine, secret).partnerships for secret in (named, every)]
    assert reaches == [set(), {"north"}]


def test_an_administrator_s_token_reaches_what_it_names(engine, token):
    people.set_role(engine, AUTHOR, SAM, "administrator")
    named, every = token("Named", partnerships=["south"]), token("Every")
    reaches = [holder(engine, secret).partnerships for secret in (named, every)]
    assert reaches == [{"south"}, None]


def test_a_token_ends(engine, token):
    secret = token()
    assert holder(engine, secret, LATER - timedelta(seconds=1))
    assert holder(engine, secret, LATER) is None


def test_a_revoked_token_lets_nobody_in(engine, author, token):
    secret = token()
    revoke(engine, author(), 1)
    assert holder(engine, secret) is None


def test_the_tokens_of_a_disabled_account_are_dead(engine, token):
    secret = token()
    people.disable(engine, AUTHOR, SAM)
    assert holder(engine, secret) is None
    people.enable(engine, AUTHOR, SAM)
    assert holder(engine, secret).email == SAM


@pytest.mark.parametrize("secret", ["", "tpd_", "tpd_" + "x" * 43, "\0"])
def test_what_is_no_token_lets_nobody_in(engine, token, secret):
    token()
    assert holder(engine, secret) is None


def test_of_a_secret_a_digest_alone_is_kept(engine, token):
    secret = token()
    with engine.connect() as connection:
        row = connection.execute(API_TOKEN.select()).one()
    assert row.token_hash == digest(secret)
    assert secret not in str(row)


def test_when_a_token_was_used_is_kept(engine, author, token):
    found, _ = tokens.holder(engine, token(), NOW)
    tokens.note_use(engine, found, NOW)
    assert [each.last_used_at for each in tokens.of(engine, author().person)] == [NOW]


def test_tokens_are_listed_for_their_owner_alone(engine, author, token):
    token("First")
    token("Second", partnerships=["south"])
    names = [[each.name for each in tokens.of(engine, author(user).person)] for user in (1, 2)]
    assert names == [["Second", "First"], []]
    assert tokens.of(engine, ANYBODY) == []


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (New(" ", LATER), "The name is blank or too long"),
        (New("x" * 101, LATER), "The name is blank or too long"),
        (New("x", NOW - timedelta(days=1)), "a year at most"),
        (New("x", NOW + timedelta(days=367)), "a year at most"),
        (New("x", LATER, partnerships=["south"]), "no partnership “south” that you read"),
        (New("x", LATER, partnerships=["moon"]), "no partnership “moon” that you read"),
        (New("x", LATER, reads_rows=True), "You read figures alone"),
    ],
)
def test_what_can_t_be_is_refused_in_words(engine, author, new, problem):
    with pytest.raises(RefusedError, match=problem):
        make(engine, author(2), new)
    assert tokens.of(engine, author(2).person) == []


def test_not_even_an_administrator_s_token_names_what_is_not_there(engine, token):
    people.set_role(engine, AUTHOR, SAM, "administrator")
    with pytest.raises(RefusedError, match="no partnership “moon”"):
        token(partnerships=["moon"])


def test_a_name_is_given_once_among_tokens_that_let_somebody_in(engine, author, token):
    token()
    with pytest.raises(RefusedError, match="You have a token called “Excel” already"):
        token()
    revoke(engine, author(), 1)
    assert token()


def test_there_is_an_end_to_how_many_there_are(engine, token):
    for number in range(MOST):
        token(f"Token {number}")
    with pytest.raises(RefusedError, match=f"You have {MOST} tokens"):
        token("One more")


@pytest.mark.parametrize("number", [1, 99])
def test_another_s_token_can_t_be_revoked_and_is_like_none(engine, author, token, number):
    secret = token()
    with pytest.raises(DeniedError):
        revoke(engine, author(2), number)
    assert holder(engine, secret)


def test_who_has_no_account_makes_none(engine, world):
    with pytest.raises(DeniedError):
        make(engine, Author.by(ANYBODY, "form"), New("x", LATER))


def test_making_and_revoking_are_in_the_history_without_the_secret(engine, author, token, lines):
    secret = token(partnerships=["south"])
    revoke(engine, author(), 1)
    revoke(engine, author(), 1)
    made, revoked = lines("app_user")[-2:]
    assert (made.after["token"], made.after["partnerships"]) == ("Excel", ["south"])
    assert (revoked.before, revoked.after) == ({"token": "Excel"}, {"token": None})
    assert secret not in str(made)
