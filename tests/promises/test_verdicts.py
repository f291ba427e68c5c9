"""A1 and A2: every route is closed, and every callback has a verdict for everybody."""

import pytest

from dashboard.server.gate import OPEN_TO_ALL
from data.changes import people
from data.schema.people import ROLES
from tests.promises.asking import UPDATE, grid
from tests.support.application import explanation, question
from tests.support.people import AUTHOR, SAFE, Browser


def test_a1_every_route_is_closed_but_those_with_a_reason(service):
    client = service.server.test_client()
    adapter = service.server.url_map.bind("localhost")
    answers = {}
    for rule in service.server.url_map.iter_rules():
        # No service to sign on with has this number, so that none refuses whom the gate lets in.
        address = adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, "2"))
        for method in rule.methods - {"OPTIONS"}:
            answer = client.open(address, method=method, base_url=SAFE)
            answers[rule.endpoint, method] = answer.status_code
    open_ones = {endpoint for (endpoint, _), status in answers.items() if status != 401}
    assert open_ones == set(OPEN_TO_ALL)
    assert all(OPEN_TO_ALL.values())


# What everybody may ask of each callback; a new callback without a line fails the test.
EVERYBODY = (*ROLES, "coordinator of another")
READS = dict.fromkeys(EVERYBODY, 200)
WRITES_ROWS = dict.fromkeys(EVERYBODY, 403) | dict.fromkeys(
    ("coordinator", "manager", "administrator"), 200
)
NOBODY = {"a stranger": 401, "a disabled account": 401}
VERDICTS = {
    "answer.data": READS | NOBODY,
    "where-from-body": READS | NOBODY,
    "grid": WRITES_ROWS | NOBODY,
}
BODIES = {
    "answer.data": lambda service: question("/placements"),
    "where-from-body": lambda service: explanation("/placements", "demand"),
    "grid": grid,
}


@pytest.fixture
def of_kind(service, person, engine):
    """The browser of somebody of a kind: `of_kind("coordinator of another")`."""

    def find(kind):
        if kind == "a stranger":
            return Browser(service)
        if kind == "administrator":
            return person(kind)
        if kind == "coordinator of another":
            return person("coordinator", "organisation:northern")
        if kind != "a disabled account":
            return person(kind, "organisation:riverside")
        browser = person("coordinator", "organisation:riverside")
        people.disable(engine, AUTHOR, "coordinator0@example.org")
        return browser

    return find


def test_a2_every_callback_has_a_verdict(service):
    asked = {
        name
        for name, callback in service.callback_map.items()
        if "callback" in callback and callback.get("callback")
    }
    listed = {name for name in asked if any(known in name for known in VERDICTS)}
    assert asked == listed != set()


@pytest.mark.parametrize("kind", [*EVERYBODY, *NOBODY])
@pytest.mark.parametrize("callback", VERDICTS)
def test_a2_everybody_gets_the_verdict_that_is_written_down(service, of_kind, callback, kind):
    answer = of_kind(kind).send(UPDATE, BODIES[callback](service))
    assert answer.status_code == VERDICTS[callback][kind]


# The same of the interface for programs, whose routes are no callbacks.
READS_ROWS = dict.fromkeys(EVERYBODY, 200) | dict.fromkeys(("viewer", "funder"), 403)
OF_PROGRAMS = {
    "/api/v1/indicators": READS | NOBODY,
    # No edition has been made for funders yet.
    "/api/v1/indicators/demand": READS | {"funder": 404} | NOBODY,
    "/api/v1/tables/offers": READS_ROWS | NOBODY,
    "/api/v1/openapi.json": READS | NOBODY,
}


def test_a2_every_route_of_the_interface_has_a_verdict(service):
    adapter = service.server.url_map.bind("localhost")
    found = {adapter.match(path)[0] for path in OF_PROGRAMS}
    rules = service.server.url_map.iter_rules()
    asked = {each.endpoint for each in rules if each.endpoint.startswith("api.")}
    assert asked - {"api.nothing"} == found


@pytest.mark.parametrize("kind", [*EVERYBODY, *NOBODY])
@pytest.mark.parametrize("path", OF_PROGRAMS)
def test_a2_the_interface_answers_everybody_as_is_written_down(of_kind, path, kind):
    assert of_kind(kind).get(path).status_code == OF_PROGRAMS[path][kind]
