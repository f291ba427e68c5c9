"""How protected figures read: on the screen, in files, on the command line, and behind them."""

import json
from dataclasses import replace

import pytest

from dashboard import comma_separated, units, wording
from dashboard.commands.figures import FORMS
from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from dashboard.indicators.ask import Ask
from dashboard.indicators.explain import explain
from dashboard.indicators.parts import Figure
from dashboard.indicators.rows import rows
from dashboard.views import answering
from dashboard.views.view import Cell, Table
from data.disclosure import from_json
from data.reader import Version
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.disclosure.conftest import DAY

ASK = Ask(INDICATORS["demand"], Selection(DAY))
LOW = Figure((), 0, None, None, None, "ok", 3, 3, ask=ASK, low=True)
HIDDEN = Figure((), None, None, None, None, "suppressed", 3, 3, wording.TOO_FEW, ask=ASK)
SMALL = replace(HIDDEN, note=wording.FEWER_THAN_FIVE)


@pytest.mark.parametrize(
    ("figure", "text"), [(LOW, "fewer than 3"), (HIDDEN, "hidden"), (SMALL, "fewer than 5")]
)
def test_the_screen_says_it_in_words(figure, text):
    assert units.written(figure, "count") == text


def test_a_headline_says_why():
    assert units.state(HIDDEN) == "Hidden to protect people: fewer than 10 behind it"
    assert units.state(LOW) == "Not nought, but so few that it is rounded to it"


@pytest.mark.parametrize(("figure", "text"), [(LOW, "0 [low]"), (HIDDEN, "[c]"), (SMALL, "[c]")])
def test_files_say_it_in_shorthand(figure, text):
    table = Table(("Place", "Number"), ((Cell("Here"), answering.cell(figure, "count")),))
    assert comma_separated.written("Title", [], table).decode().endswith(f"Here,{text}\r\n")


@pytest.mark.parametrize("form", FORMS)
def test_so_does_the_command_line(form):
    version = Version(1, factories.NOW, "test")
    found = [{"indicator": "demand", **row} for row in rows(ASK, [LOW, HIDDEN], version)]
    text = FORMS[form](found, ())
    assert "[low] fewer than 3" in text
    assert "[c] fewer than 10 behind it" in text


def test_nothing_is_told_of_rows_behind_a_protected_figure(reader, given):
    given(*factories.reference(), factories.demand(students=40))
    with reader.snapshot() as snapshot:
        protection = plan(Workbench(snapshot), Selection(DAY), indicators=[INDICATORS["demand"]])
        found = explain(Workbench(snapshot, protection=protection), ASK)
    assert (found.counted, found.left_out) == ((), ())


def test_a_protection_is_kept_as_text_and_comes_back_as_it_was(reader, given):
    given(*factories.reference(), factories.demand(students=1), factories.demand(level="first"))
    with reader.snapshot() as snapshot:
        made = plan(Workbench(snapshot), Selection(DAY), indicators=[INDICATORS["demand"]])
    back = from_json(made.to_json())
    assert back.hidden == made.hidden
    assert json.loads(made.to_json())["hidden"]
    assert (back.name, back.as_at, back.planned) == (made.name, made.as_at, made.planned)
