"""What can't be printed is named, and the rest is."""

import pytest

from dashboard.reports import deciding
from dashboard.reports.printed import booklet, drawing
from data.people.person import OPERATOR
from tests.reports import paper

pytestmark = pytest.mark.usefixtures("pango")


def boom(*_args, **_more):
    raise ZeroDivisionError


def test_a_part_that_fails_is_named_and_the_others_come(files, monkeypatch):
    monkeypatch.setattr(deciding, "exceptions", boom)
    found = booklet.make(files.at(), 1, OPERATOR)
    assert found.failed == ("Exceptions",)
    assert "Exceptions: this part could not be made" in paper.words(found.file)


def test_a_chart_that_fails_is_named_and_the_others_come(pack, monkeypatch):
    monkeypatch.setattr(drawing.lines, "drawing", boom)
    found = booklet.written(pack)
    assert len(found.failed) == 1
    assert f"{found.failed[0]}: this part could not be made" in paper.words(found.file)
    assert len(paper.alternatives(found.file)) > 3
