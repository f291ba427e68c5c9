"""A file that is refused leaves everything as it was."""

from tests import factories
from tests.changes.upload_state import everything_stored
from tests.support.files import row


def test_a_dry_run_says_what_would_happen_and_writes_nothing(send):
    before = everything_stored(send)
    outcome = send(dry_run=True, demand=[row("demand", days=90)])
    assert (outcome.new, len(outcome.queries)) == (1, 1)
    assert everything_stored(send) == before


def test_a_refused_file_leaves_everything_as_it_was(send):
    before = everything_stored(send)
    outcome = send(offers=[row("offers"), row("offers", places="some")])
    assert (outcome.accepted, len(outcome.errors)) == (0, 1)
    assert everything_stored(send) == before


def test_a_rule_also_binds_what_stays_stored_in_a_column_that_is_left_out(send):
    send(placements=[row("placements", ref="P1", planned_end="2026-01-31")])
    shorter = row("placements", ref="P1", planned_start="2026-02-01")
    del shorter["planned_end"]
    (problem,) = send(placements=[shorter]).errors
    assert (problem.column, problem.cell, problem.value) == ("planned_end", "", "2026-01-31")
    assert problem.problem == "This is before planned_start."


def test_what_stays_stored_in_a_column_that_is_left_out_meets_a_rule(send):
    ended = {"actual_start": "2025-09-22", "actual_end": "2026-01-30", "status": "completed"}
    send(placements=[row("placements", ref="P1", **ended)])
    shorter = row("placements", ref="P1", **ended, concern="yes")
    del shorter["actual_end"]
    outcome = send(placements=[shorter])
    assert (outcome.errors, outcome.changed) == ((), 1)


def test_a_reference_that_stays_stored_must_still_lead_somewhere(send):
    send.do(factories.council("lakeside"), factories.membership("lakeside"))
    send(
        placements=[row("placements", ref="P1", offer_ref="O1")],
        offers=[row("offers", ref="O1")],
    )
    shorter = row("placements", ref="P1", employer="lakeside")
    del shorter["offer_ref"]
    (problem,) = send(placements=[shorter]).errors
    assert (problem.column, problem.value) == ("offer_ref", "O1")


def test_what_only_the_database_refuses_ends_in_words(send, monkeypatch):
    monkeypatch.setattr("data.returns.rules.broken", lambda _row: ())
    (problem,) = send(placements=[row("placements", planned_end="2025-01-31")]).errors
    assert problem.problem.startswith("The database refused a row")
