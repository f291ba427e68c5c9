"""`partnership user`."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.people import accounts, person
from tests import factories

EMAIL = "sam@example.org"


@pytest.fixture
def run(sqlite_url, holding):
    holding(*factories.reference())

    def call(*arguments):
        return CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, ["user", *arguments])

    return call


@pytest.fixture
def sam(run):
    return run(
        "add", EMAIL, "--name", "Sam", "--role", "coordinator", "--scope", "organisation:riverside"
    )


def test_an_account_is_added_and_its_link_is_told_where_no_mail_goes(sam, sqlite_engine):
    assert (sam.exit_code, "/welcome/" in sam.output) == (0, True)
    assert accounts.by_email(sqlite_engine, EMAIL).role == "coordinator"


def test_a_scope_that_names_nothing_adds_nothing(run, sqlite_engine):
    done = run("add", EMAIL, "--name", "Sam", "--role", "viewer", "--scope", "partnership:moon")
    assert (done.exit_code, "There is no partnership" in done.output) == (1, True)
    assert accounts.by_email(sqlite_engine, EMAIL) is None


def test_the_list_names_everybody(sam, run):
    assert [word in run("list").output for word in (EMAIL, "organisation:riverside")] == [True] * 2


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("set-role", EMAIL, "approver"), ("approver", {"riverside"})),
        (("set-scope", EMAIL, "partnership:north"), ("coordinator", frozenset())),
        (("set-scope", EMAIL), ("coordinator", frozenset())),
    ],
)
def test_role_and_reach_are_changed(sam, run, sqlite_engine, change, found):
    assert run(*change).exit_code == 0
    now = person.find(sqlite_engine, accounts.by_email(sqlite_engine, EMAIL).id)
    assert (now.role, now.organisations) == found


def test_somebody_is_shut_out_and_let_in_again(sam, run, sqlite_engine):
    run("disable", EMAIL)
    shut_out = accounts.by_email(sqlite_engine, EMAIL)
    run("enable", EMAIL)
    assert (shut_out, accounts.by_email(sqlite_engine, EMAIL).email) == (None, EMAIL)


def test_a_password_is_set_if_it_will_do(sam, run, sqlite_engine):
    weak = run("set-password", EMAIL, "--password", "riverside")
    good = run("set-password", EMAIL, "--password", "three unrelated words")
    assert (weak.exit_code, "12 characters" in weak.output, good.exit_code) == (1, True, 0)
    assert accounts.by_email(sqlite_engine, EMAIL).password_hash.startswith("$argon2id$")


@pytest.mark.parametrize(
    "command",
    [
        ("disable",),
        ("set-password", "--password", "three unrelated words"),
        ("remove-second-factor",),
    ],
)
def test_an_unknown_account_is_refused_in_words(run, command):
    name, *rest = command
    done = run(name, "no@example.org", *rest)
    assert (done.exit_code, "There is no account of no@example.org" in done.output) == (1, True)
