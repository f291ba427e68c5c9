"""How far somebody reaches, by the scopes of their account."""

import pytest

from data.changes import people
from data.changes.author import Author
from data.people import person
from data.people.rights import RIGHTS, DeniedError, may
from data.returns.problems import RefusedError
from data.schema.people import ROLES
from tests import factories

AUTHOR = Author("test", "system")
ACTIONS = sorted(RIGHTS)
SOUTH = (
    factories.partnership("south"),
    factories.university("southern", region_code="E12000008"),
    factories.membership("southern", "south"),
)


@pytest.fixture
def somebody(engine, given):
    """Somebody with an account, in a world of two partnerships."""
    given(*factories.reference(), *SOUTH)

    def make(role, *scopes):
        pairs = [tuple(scope.split(":")) for scope in scopes]
        number = people.add(engine, AUTHOR, people.New("sam@example.org", "Sam", role, pairs))
        return person.find(engine, number)

    return make


@pytest.mark.parametrize(
    ("scope", "partnerships"),
    [
        ("partnership:north", {"north"}),
        ("organisation:riverside", {"north"}),
        ("organisation:southern", {"south"}),
        ("region:E12000008", {"south"}),
    ],
)
def test_a_scope_reaches_partnerships(somebody, scope, partnerships):
    assert somebody("viewer", scope).partnerships == partnerships


def test_a_region_of_london_reaches_its_parts(somebody, given):
    given(
        factories.partnership("east"),
        factories.council("camley", region_code="E13000001"),
        factories.membership("camley", "east"),
    )
    assert somebody("viewer", "region:E12000007").partnerships == {"east"}


def test_without_a_scope_nothing_is_reached(somebody):
    assert somebody("manager").partnerships == frozenset()


def test_an_administrator_reaches_everything(somebody):
    assert somebody("administrator").partnerships is None


def test_a_disabled_account_is_nobody(somebody, engine):
    sam = somebody("viewer")
    people.disable(engine, AUTHOR, "sam@example.org")
    assert person.find(engine, sam.id) is None


# What each role may do, for its own organisation, for another one of its partnership, and for
# one of another partnership.
VERDICTS = {
    "write rows": {"coordinator": "100", "manager": "110", "administrator": "111"},
    "submit a return": {"coordinator": "100", "manager": "110", "administrator": "111"},
    "sign off a return": {"approver": "100", "manager": "110"},
    "send back a return": {"approver": "100", "manager": "110"},
    "reopen a return": {"approver": "100", "manager": "110"},
    "remind a partner": {"manager": "110", "administrator": "111"},
    "keep actions": {"manager": "110", "administrator": "111"},
    "report on an action": {
        "coordinator": "100",
        "approver": "100",
        "manager": "110",
        "administrator": "111",
    },
    "comment on figures": {
        "coordinator": "110",
        "approver": "110",
        "manager": "110",
        "administrator": "111",
    },
    "correct others' comments": {"manager": "110", "administrator": "111"},
    "make editions": {"manager": "110", "administrator": "111"},
    "confirm commentary": {"manager": "110", "administrator": "111"},
    "change report definitions": {"manager": "110", "administrator": "111"},
    "administer": {"administrator": "111"},
}
PLACES = (("north", "riverside"), ("north", "northern"), ("south", "southern"))


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_do(somebody, action, role):
    scope = () if role == "administrator" else ("organisation:riverside",)
    sam = somebody(role, *scope)
    found = "".join(str(int(may(sam, action, *place))) for place in PLACES)
    assert found == VERDICTS[action].get(role, "000")


def test_every_action_has_a_verdict():
    assert set(VERDICTS) == set(RIGHTS)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_nobody_else_looks_after_accounts(somebody, engine, role):
    author = Author.by(somebody(role, "partnership:north"), "form")
    with pytest.raises(DeniedError):
        people.set_role(engine, author, "sam@example.org", "administrator")


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (people.New("sam", "Sam", "viewer"), "no e-mail address"),
        (people.New("SAM@example.org ", " ", "viewer"), "blank"),
        (people.New("sam@example.org", "Sam", "king"), "no role"),
        (people.New("sam@example.org", "Sam", "viewer", [("moon", "x")]), "no kind of scope"),
        (people.New("sam@example.org", "Sam", "viewer", [("region", "x")]), "There is no region"),
    ],
)
def test_an_account_that_can_t_be_is_refused_in_words(engine, new, problem):
    with pytest.raises(RefusedError, match=problem):
        people.add(engine, AUTHOR, new)


def test_two_accounts_can_t_share_an_address(somebody, engine):
    somebody("viewer")
    with pytest.raises(RefusedError, match="already"):
        people.add(engine, AUTHOR, people.New("Sam@Example.org", "Sam", "viewer"))
