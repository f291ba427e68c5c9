"""I3: whatever is sent to the callbacks is refused in words, and nothing is written."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.promises.conftest import stored
from tests.support.application import question

UPDATE = "/_dash-update-component"
ASIDE = {"app_session", "audit", "last_look"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "an empty object": b"{}",
    "an empty list": b"[]",
    "no number": json.dumps(question("/")).replace('"/"', "NaN").encode(),
    "an endless number": json.dumps(question("/")).replace('"/"', "1e999").encode(),
    "a number of 5,000 digits": json.dumps(question("/")).replace('"/"', "9" * 5000).encode(),
    "a deep nest": json.dumps(question("/")).replace('"/"', "[" * 99999 + "]" * 99999).encode(),
    "half a letter": json.dumps(question("\ud800")).encode(),
    "an unknown output": json.dumps(question("/") | {"output": "x.y"}).encode(),
    "an output that is no text": json.dumps(question("/") | {"output": 7}).encode(),
    "no state": json.dumps({**question("/"), "state": []}).encode(),
    "too many inputs": json.dumps(
        {**question("/"), "inputs": question("/")["inputs"] * 2}
    ).encode(),
    "another input": json.dumps(question("/")).replace("pathname", "href").encode(),
    "a pattern for an id": json.dumps(question("/")).replace('"address"', '{"a": 1}').encode(),
}


@pytest.fixture
def browser(person):
    return person("administrator")


@pytest.fixture
def everything(engine):
    return lambda: stored(engine, ASIDE)


def refused(browser, body):
    answer = browser.post(UPDATE, body, content_type="application/json")
    assert 400 <= answer.status_code < 500, answer.text
    assert "<" in answer.text or answer.text.strip()


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_i3_a_body_that_no_page_sends_is_refused_in_words(browser, everything, body):
    before = everything()
    refused(browser, body)
    assert everything() == before


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_form_of_another_site_is_refused(browser, kind):
    answer = browser.post(UPDATE, json.dumps(question("/")), content_type=kind)
    assert answer.status_code == 415


@pytest.fixture
def callbacks(browser):
    """What the pages may ask, as they are told themselves."""
    return [
        one
        for one in browser.get("/_dash-dependencies").get_json()
        if not one["clientside_function"]
    ]


def outputs(output):
    if output.startswith(".."):
        return [outputs(each) for each in output.strip(".").split("...")]
    name, _, prop = output.rpartition(".")
    return {"id": _filled(name), "property": prop}


def body_of(callback, values):
    parts = [*callback["inputs"], *callback["state"]]
    filled = [
        {"id": _filled(part["id"]), "property": part["property"], "value": value}
        for part, value in zip(parts, values, strict=True)
    ]
    count = len(callback["inputs"])
    output = callback["output"]
    return {
        "output": output,
        "outputs": outputs(output),
        "inputs": filled[:count],
        "state": filled[count:],
        "changedPropIds": [f"{callback['inputs'][0]['id']}.{callback['inputs'][0]['property']}"],
    }


def _filled(name):
    if not name.startswith("{"):
        return name
    return {
        key: "demand" if value == ["MATCH"] else value for key, value in json.loads(name).items()
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_i3_any_values_at_all_end_in_an_answer_or_a_refusal(browser, callbacks, everything, data):
    callback = data.draw(st.sampled_from(callbacks))
    count = len(callback["inputs"]) + len(callback["state"])
    values = data.draw(st.lists(JSON, min_size=count, max_size=count))
    before = everything()
    text = json.dumps(body_of(callback, values))
    answer = browser.post(UPDATE, text.encode(), content_type="application/json")
    assert answer.status_code < 500, (answer.status_code, text)
    assert everything() == before
