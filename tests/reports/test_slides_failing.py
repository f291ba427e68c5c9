"""Slides that can't be made are named, and the others come."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.reports import building, deciding
from dashboard.reports.slides import charts, tables
from dashboard.reports.slides.deck import written
from tests.reports import deck
from tests.reports.conftest import MANAGER


def boom(*_args, **_more):
    raise ZeroDivisionError


def test_a_part_that_fails_is_named_and_the_others_come(files, monkeypatch):
    every = len(deck.opened(files("slides", 1, MANAGER)))
    monkeypatch.setattr(deciding, "decisions", boom)
    found = deck.titles(deck.opened(files("slides", 1, MANAGER)))
    assert "Decisions wanted: this part could not be made" in found
    assert len(found) == every


def test_a_slide_that_fails_half_way_is_taken_back_and_named(files, monkeypatch):
    every = deck.titles(deck.opened(files("slides", 1, MANAGER)))
    monkeypatch.setattr(charts, "add", boom)
    slides = deck.opened(files("slides", 1, MANAGER))
    failed = [title for title in deck.titles(slides) if "could not be made" in title]
    assert "Supply and demand by term: this part could not be made" in failed
    assert deck.charts(slides) == []
    assert len(deck.tables(slides)) > 5
    assert set(deck.titles(slides)) - set(failed) < set(every)


def test_what_failed_is_told_to_whoever_makes_slides(files, monkeypatch):
    monkeypatch.setattr(tables, "add", boom)
    pack = building.build(files.at()("edition=1"))
    assert "Scorecard" in [section.heading for section in pack.sections]
    assert "Scorecard" in written(pack).failed


@pytest.fixture
def command(files, tmp_path, monkeypatch):
    """Make slides on the command line; return its result and where they are."""
    monkeypatch.setenv("DATABASE_URL", str(files.engine.url))
    out = tmp_path / "edition.pptx"
    return lambda number: (
        CliRunner().invoke(main, ["report", "slides", "--edition", str(number), str(out)]),
        out,
    )


def test_the_command_writes_the_same_file(files, command):
    result, out = command(1)
    assert (result.exit_code, result.stdout) == (0, f"Wrote {out}.\n")
    assert out.read_bytes() == files("slides", 1)


def test_the_command_names_what_failed_and_writes_the_others(command, monkeypatch):
    monkeypatch.setattr(deciding, "decisions", boom)
    result, out = command(1)
    assert (result.exit_code, result.stderr) == (1, "Could not be made: Decisions wanted.\n")
    assert len(deck.opened(out.read_bytes())) > 10


def test_the_command_refuses_an_edition_that_is_not_there(command):
    result, out = command(9)
    assert (result.exit_code, out.exists()) == (1, False)
    assert "There is no edition 9." in result.stderr
