"""Whatever is asked, the interface answers as its document says, and never with a fault."""

import json
import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from app import create_app
from dashboard.api.openapi.document import document
from dashboard.server.limits import Limits
from dashboard.settings import Settings
from data.changes import people
from data.engine import make_engine, writing
from tests import factories
from tests.support.application import KEY
from tests.support.people import AUTHOR, SAFE
from tests.support.program import token

EXAMPLES = 50
# Who checks the answers reads no compressed ones.
PLAIN = {"Accept-Encoding": "identity"}
CHECKS = [
    checks.not_a_server_error,
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
]
# What there is in the database, so that not every question ends with what is unknown.
THERE = {
    "region": ["E12000003"],
    "partnership": ["north"],
    "organisation": ["riverside", "northern"],
    "year": ["2025/26"],
}
LISTED = {
    f"{path} {sent}": (path, GenerationMode[sent.upper()])
    for path in document()["paths"]
    for sent in ("positive", "negative")
    # There is nothing to get wrong where nothing can be said.
    if "parameters" in document()["paths"][path]["get"] or sent == "positive"
}


@pytest.fixture(scope="module")
def application(sqlite_template, tmp_path_factory):
    """The service with a row of every sheet, where nobody has to wait."""
    path = tmp_path_factory.mktemp("fuzzed") / "fuzzed.db"
    shutil.copyfile(sqlite_template, path)
    engine = make_engine(f"sqlite:///{path}")
    with writing(engine) as connection:
        for statement in (*factories.reference(), *map(factories.fact, factories.DEFAULTS)):
            connection.execute(statement)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.counting", lambda _url: Limits(10**6, 10**6))
        made = create_app(Settings(f"sqlite:///{path}", production=True, secret_key=KEY))
    new = people.New("sam@example.org", "Sam", "manager", [("partnership", "north")])
    made.secret = token(engine, people.add(engine, AUTHOR, new), reads_rows=True)
    yield made
    engine.dispose()


@pytest.fixture(scope="module")
def described():
    """The document, with what there is among what may be asked for."""
    found = json.loads(json.dumps(document()))
    for path in found["paths"].values():
        for parameter in path["get"].get("parameters", []):
            if parameter["name"] in THERE:
                one = {"enum": THERE[parameter["name"]]}
                parameter["schema"]["items"] = {"anyOf": [one, one, {"type": "string"}]}
    return schemathesis.openapi.from_dict(found)


@pytest.mark.parametrize(("path", "mode"), LISTED.values(), ids=LISTED)
def test_every_question_is_answered_as_described(application, described, path, mode):
    questions = described[path]["GET"].as_strategy(mode)

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(case=questions, form=st.sampled_from(["*/*", "application/json", "text/csv"]))
    def ask(case, form):
        sent = {"Authorization": f"Bearer {application.secret}", "Accept": form} | PLAIN
        case.call_and_validate(SAFE, headers=sent, app=application.server, checks=CHECKS)

    ask()


@pytest.mark.parametrize("path", document()["paths"])
def test_without_a_token_every_question_is_refused_alike(application, described, path):
    @settings(max_examples=5, suppress_health_check=list(HealthCheck))
    @given(case=described[path]["GET"].as_strategy())
    def ask(case):
        answer = case.call_and_validate(
            SAFE, headers=PLAIN, app=application.server, checks=CHECKS[:2]
        )
        assert answer.status_code == 401

    ask()
