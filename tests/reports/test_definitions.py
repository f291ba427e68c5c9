"""Packs follow the definition that their edition was made with, whatever becomes of it later."""

import csv
import json
from functools import partial

import pytest

from dashboard.disclosure.plan import plan
from dashboard.editions import figures
from dashboard.editions.making import make as make_edition
from dashboard.editions.request import EditionRequest
from dashboard.indicators import INDICATORS
from dashboard.reports import building
from dashboard.reports.available import TOPICS
from dashboard.reports.parts import PARTS
from data.changes.author import Author
from data.changes.definitions import NEW, Form, save
from data.changes.reference_check import Named
from data.definitions import OF_THE_GROUP, every
from data.people.person import OPERATOR
from data.reader import Reader
from data.returns.problems import RefusedError
from layouts.pages import PAGES
from tests.editions.conftest import AUTHOR, FOR_FUNDERS, wanted
from tests.reports import deck
from tests.reports.conftest import BOTH

FEW = ("demand", "net_supply")
HEAD = {
    "code": "ours",
    "name": "Ours",
    "audience": "steering_group",
    "title": "Board of {partnerships}",
    "partnership_code": "",
}
ORDER = (("about", "What to know"), ("scorecard", ""), ("placements/by-term", "Terms"))


def define(engine, order=ORDER, indicators=("net_supply",), seen=NEW, **head):
    head = HEAD | head
    of = {"report_code": head["code"]}
    sections = [
        of | {"section": name, "place": str(place), "heading": heading}
        for place, (name, heading) in enumerate(order, 1)
    ]
    rows = [of | {"indicator": name, "place": str(n)} for n, name in enumerate(indicators, 1)]
    author = Author("x", "form", person=OPERATOR)
    outcome = save(engine, author, Form(head, sections, rows, seen), Named(INDICATORS, PARTS))
    assert outcome.errors == ()


def made_of(files, **changes):
    asked = wanted(partnerships=BOTH, report="ours", title="", **changes)
    return make_edition(files.engine, AUTHOR, asked, EditionRequest("ours"))


@pytest.fixture
def made(files_apart, monkeypatch):
    """Make an edition by a definition of one's own: `made(order)` returns its number."""
    few = {key: INDICATORS[key] for key in FEW}
    monkeypatch.setattr(figures, "INDICATORS", few)
    monkeypatch.setattr("dashboard.disclosure.plan.plan", partial(plan, indicators=few.values()))

    def make(**changes):
        define(files_apart.engine, **changes)
        return made_of(files_apart, **(FOR_FUNDERS if changes.get("audience") else {}))

    return make


def pack(files, number):
    return building.build(files.at()(f"edition={number}"))


def test_parts_come_in_the_order_and_words_of_the_definition(made, files_apart):
    found = pack(files_apart, made()).sections
    assert [each.heading for each in found] == ["What to know", "Scorecard", "Terms"]
    assert found[0].title.startswith("What to know: ")
    assert found[2].title.startswith("Terms: ")


def test_the_scorecard_holds_the_figures_of_the_definition(made, files_apart):
    (_, scorecard, _) = pack(files_apart, made(indicators=("demand", "joint_posts"))).sections
    names = [row[0].text for row in scorecard.table.rows]
    assert names == [INDICATORS[key].name for key in ("demand", "joint_posts")]


def test_an_edition_without_a_title_is_called_as_the_definition_says(made, files_apart):
    made()
    assert files_apart.editions.all()[-1].title == (
        "Board of North Teaching Partnership and South Teaching Partnership"
    )


def test_what_becomes_of_the_definition_later_changes_no_edition(made, files_apart):
    number = made()
    before = pack(files_apart, number)
    with Reader(files_apart.engine).snapshot() as snapshot:
        (mark,) = (each.mark for each in every(snapshot) if each.code == "ours")
    define(files_apart.engine, order=(("regions", ""), *ORDER[::-1]), seen=mark)
    assert pack(files_apart, number).sections == before.sections


def test_slides_workbook_and_bundle_follow_it(made, files_apart):
    number = made()
    headings = ["What to know", "Scorecard", "Terms"]
    slides = deck.titles(deck.opened(files_apart("slides", number)))
    assert [slides[at].partition(":")[0] for at in (1, -1)] == ["What to know", "Terms"]
    sheet = files_apart.workbook(number)["Summary"]
    in_book = [row[0] for row in sheet.iter_rows(min_row=6, max_col=1, values_only=True)]
    bundle = files_apart.bundle(number)
    lines = csv.DictReader(bundle["summary.csv"].decode("utf-8-sig").splitlines())
    in_bundle = [line["part"] for line in lines]
    assert list(dict.fromkeys(in_book)) == list(dict.fromkeys(in_bundle)) == headings
    assert json.loads(bundle["edition.json"])["report"]["code"] == "ours"


def test_a_funder_is_named_on_the_first_page(files_apart, made):
    number = made(audience="funder", funder="The Office", order=(("about", ""),))
    assert "For The Office." in deck.notes(deck.opened(files_apart("slides", number))[0])
    assert "The Office" in [cell.value for cell in files_apart.workbook(number)["Cover"]["B"]]


@pytest.mark.parametrize("code", ["funder", "moon"])
def test_a_definition_that_is_not_for_those_readers_is_refused(files_apart, code):
    with pytest.raises(RefusedError, match=f"no report definition {code} for these readers"):
        make_edition(files_apart.engine, AUTHOR, wanted(report=code), EditionRequest(code))


def test_every_part_that_can_be_had_is_made_and_fits(made, files_apart):
    every_part = tuple((name, "") for name in PARTS)
    number = made(order=every_part, indicators=tuple(INDICATORS)[:99])
    found = pack(files_apart, number)
    assert found.failed == ()
    titles = deck.titles(deck.opened(files_apart("slides", number)))
    assert not [title for title in titles if "could not be made" in title]


def test_a_part_is_called_as_links_to_its_view_call_it():
    there = {f"{page.slug}/{view.name}" for page in PAGES for view in page.views}
    known = {name for name in TOPICS if not name.startswith("evidence/")}
    assert known <= there


def test_no_two_parts_have_one_heading():
    assert len(set(PARTS.values())) == len(PARTS)
    assert set(OF_THE_GROUP) <= set(PARTS)
