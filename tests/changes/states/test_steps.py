"""The life of a return, and who may move it on."""

import pytest

from data.changes import states
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.returns.return_key import ReturnKey
from data.schema.people import ROLES
from tests import factories
from tests.changes.conftest import by
from tests.changes.states.conftest import WHICH

pytestmark = pytest.mark.clock


def test_a_return_goes_from_start_to_signature(enter, ready, step, state):
    passed = []
    for act in (
        lambda: enter(places="4"),
        ready,
        lambda: step("submit", by()),
        lambda: step("send-back", by("approver"), "Offers are missing"),
        lambda: step("submit", by()),
        lambda: step("sign-off", by("approver"), "Anwar Ali"),
        lambda: step("reopen", by("manager"), "A team closed"),
        lambda: step("submit", by()),
        lambda: step("sign-off", by("approver"), "Anwar Ali"),
    ):
        act()
        passed.append(state())
    assert passed == [
        "in_progress",
        "in_progress",
        "submitted",
        "sent_back",
        "submitted",
        "signed_off",
        "reopened",
        "submitted",
        "signed_off",
    ]


# The states in which each role may take each step, for its own organisation.
MAY = {
    "submit": {"coordinator", "manager", "administrator"},
    "send-back": {"approver", "manager"},
    "sign-off": {"approver", "manager"},
    "reopen": {"approver", "manager"},
}
FROM = {"submit": "in_progress", "send-back": "submitted", "sign-off": "submitted"}


@pytest.mark.parametrize("name", states.STEPS)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_take_a_step(ready, step, given, state, name, role):
    ready()
    before = FROM.get(name, "signed_off")
    given(
        factories.RETURN_STATUS.update().values(state=before),
    )
    if role in MAY[name]:
        step(name, by(role), "a reason")
        assert state() == states.STEPS[name].after
    else:
        with pytest.raises(DeniedError):
            step(name, by(role), "a reason")
        assert state() == before


@pytest.mark.parametrize("name", states.STEPS)
@pytest.mark.parametrize("before", factories.RETURN_STATES)
def test_a_step_leads_from_its_own_states_alone(ready, step, given, state, name, before):
    ready()
    given(factories.RETURN_STATUS.update().values(state=before, reason="a reason"))
    if before in states.STEPS[name].before:
        step(name, reason="a reason")
        assert state() == states.STEPS[name].after
    else:
        with pytest.raises(RefusedError):
            step(name, reason="a reason")
        assert state() == before


@pytest.mark.parametrize("name", ["send-back", "sign-off", "reopen"])
def test_some_steps_ask_for_words(step, name):
    with pytest.raises(RefusedError, match="missing"):
        step(name, reason="  ")


@pytest.mark.parametrize(
    "which",
    [
        ReturnKey("north", "riverside", "2031/32 Q1"),
        ReturnKey("north", "nobody", "2025/26 Q1"),
        ReturnKey("nowhere", "riverside", "2025/26 Q1"),
    ],
)
def test_a_return_that_is_none_is_refused_alike(step, which):
    with pytest.raises((RefusedError, DeniedError)) as refused:
        step("submit", by("administrator"), which=which)
    assert "There is no such return" in str(refused.value)


def test_nothing_of_another_partner_s_return_is_told(step):
    for which in (WHICH, ReturnKey("north", "nobody", "2025/26 Q1")):
        with pytest.raises(DeniedError, match="submit a return"):
            step("submit", by("coordinator", "northern"), which=which)
