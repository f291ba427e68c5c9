"""Packs hold the commentary that somebody confirmed by name, and no other."""

from functools import partial

import pytest

from dashboard.disclosure.plan import plan
from dashboard.editions import figures
from dashboard.editions.making import make
from dashboard.editions.request import EditionRequest
from dashboard.indicators import INDICATORS
from dashboard.reports import building
from data import commentary
from data.changes.author import Author
from data.changes.commentary import Remark, change
from data.changes.drafts import Draft, confirm, draft
from data.reader import Reader
from tests.editions.conftest import AUTHOR, DAY, FOR_FUNDERS, wanted
from tests.reports import deck
from tests.reports.conftest import BOTH, somebody

BY_TERM, BY_LEVEL = "placements/by-term", "placements/by-level"
MANAGER = Author("Manager", "form", person=somebody("manager", *BOTH))
WORDS = "Two teams could not take students."
FEW = {key: INDICATORS[key] for key in ("demand", "net_supply")}


def said(engine, partnership):
    with Reader(engine).snapshot() as snapshot:
        found = commentary.of_partnerships(snapshot, [partnership])
    return {section: each[0] for section, each in found.items()}


@pytest.fixture
def spoken(files_apart, monkeypatch):
    """Files of a database with words on two views, of which one is confirmed."""
    monkeypatch.setattr(figures, "INDICATORS", FEW)
    monkeypatch.setattr("dashboard.disclosure.plan.plan", partial(plan, indicators=FEW.values()))
    engine = files_apart.engine
    drafts = [
        Draft(Remark("north", section, "2025/26", f"{section} as drafted"), {"Places offered": "3"})
        for section in (BY_TERM, BY_LEVEL)
    ]
    draft(engine, MANAGER, drafts, "drafts")
    found = said(engine, "north")[BY_TERM]
    confirm(engine, MANAGER, (found.id, found.version), WORDS, {"Places offered": "3"})
    return files_apart


def made(files, **changes):
    asked = wanted(partnerships=BOTH, **changes)
    return make(files.engine, AUTHOR, asked, EditionRequest(f"{sorted(changes)}"))


def parts(files, number, *who):
    pack = building.build(files.at(*who)(f"edition={number}"))
    return {section.heading: section for section in pack.sections}


def test_a_pack_says_what_was_confirmed_by_whom_and_of_what(spoken):
    (line,) = parts(spoken, made(spoken))["Commentary"].lines
    assert line.startswith(f"Supply and demand by term, North Teaching Partnership: {WORDS[:-1]}.")
    assert "(Confirmed by Manager, " in line


def test_a_draft_is_in_no_pack(spoken):
    slides = deck.opened(spoken("slides", made(spoken)))
    assert not [slide for slide in slides if "as drafted" in deck.notes(slide)]


def test_nor_is_it_among_the_rows_of_an_edition(spoken):
    with spoken.at()(f"edition={made(spoken)}").reader.snapshot() as snapshot:
        assert list(commentary.of_partnerships(snapshot, ["north"])) == [BY_TERM]


def test_words_of_exact_figures_are_in_no_pack_for_funders(spoken):
    assert "Commentary" not in parts(spoken, made(spoken, **FOR_FUNDERS))


def test_who_reads_another_partnership_reads_no_words_on_this_one(spoken):
    assert "Commentary" not in parts(spoken, made(spoken), somebody("viewer", "south"))


def test_an_edition_keeps_the_words_that_were_confirmed(spoken):
    number = made(spoken)
    found = said(spoken.engine, "north")[BY_TERM]
    change(spoken.engine, MANAGER, found.id, found.version, "Something else.")
    (line,) = parts(spoken, number)["Commentary"].lines
    assert WORDS[:-1] in line


def test_a_pack_of_nothing_confirmed_has_no_such_part(files_apart, monkeypatch):
    monkeypatch.setattr(figures, "INDICATORS", FEW)
    assert "Commentary" not in parts(files_apart, made(files_apart, as_at=DAY))
