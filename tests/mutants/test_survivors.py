"""What is said of mutants is said of the code as it stands."""

import re

import pytest

from tests.mutants.page import PAGE
from tests.mutants.survivors import MODULES, ROOT, Explained, Mutant, explained

KNOWN = explained()
NAMED = [each for each in KNOWN if each.module]


def mutant(line, became, function="Total.work_out"):
    return Mutant("1", "dashboard/indicators/formulas.py", function, line, became)


def test_every_module_that_is_changed_is_there():
    assert [module for module in MODULES if not (ROOT / module).is_file()] == []


def test_every_module_that_is_changed_is_in_the_page():
    named = re.findall(r"^\| `([^`]+)`", PAGE.read_text(encoding="utf-8"), re.M)
    assert named == MODULES


@pytest.mark.parametrize("each", NAMED, ids=lambda each: f"{each.function}-{each.was}")
def test_what_is_explained_is_in_the_code(each):
    source = (ROOT / each.module).read_text(encoding="utf-8")
    body = source.partition(f"def {each.function.rpartition('.')[2]}(")[2]
    assert " ".join(each.was.split()) in " ".join(body.split())


def test_every_explanation_is_in_the_page():
    text = PAGE.read_text(encoding="utf-8")
    assert [each.why for each in KNOWN if each.why not in text] == []


def test_an_explanation_holds_for_the_change_that_it_names_alone():
    ours = Explained("a > b", ("a >= b",), "They are never equal.")
    assert ours.covers(mutant("if a > b:", "if a >= b:"))
    assert not ours.covers(mutant("if a > b:", "if a < b:"))
    assert not ours.covers(mutant("if a >= b:", "if a >= b:"))


def test_an_explanation_of_a_function_holds_there_alone():
    ours = Explained("1", ("2",), "Why.", "dashboard/indicators/formulas.py", "Total.work_out")
    assert ours.covers(mutant("x = 1", "x = 2"))
    assert not ours.covers(mutant("x = 1", "x = 2", function="Ratio.work_out"))
