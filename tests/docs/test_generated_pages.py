"""The generated pages name everything that is declared."""

import pytest
from click.testing import CliRunner

from dashboard.docs import __main__ as command
from dashboard.docs import dictionary, indicators, markdown
from dashboard.docs.rules import in_words
from dashboard.indicators import INDICATORS
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import (
    AtLeastOne,
    Link,
    NeededWith,
    NotBefore,
    NotUnder,
    OnlyWith,
    Sheet,
)
from data.schema import METADATA


@pytest.mark.parametrize("identifier", INDICATORS)
def test_the_definitions_name(identifier):
    assert f"`{identifier}`." in indicators.page()


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_the_dictionary_has_a_line_for_each_column_of(sheet):
    page = dictionary.page()
    assert all(f"\n| `{column.name}` |" in page for column in sheet.columns)


@pytest.mark.parametrize("table", METADATA.tables)
def test_the_dictionary_describes_the_table(table):
    assert f"\n`{table}`. " in dictionary.page()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (NotBefore("end", "start"), "`end` is not before `start`."),
        (NotBefore("end", "start", "old"), "`end` is not before `start`, unless `old` is filled."),
        (NotUnder("high", "low"), "`high` is not under `low`."),
        (NeededWith("on", "state", ("gone",)), "`on` is needed where `state` is one of `gone`."),
        (OnlyWith("on", "state", ("gone",)), "`on` stands only where `state` is one of `gone`."),
        (AtLeastOne(("one", "two")), "At least one of `one`, `two` is filled."),
    ],
)
def test_a_rule_reads_as_a_sentence(rule, words):
    sheet = Sheet("visits", "Visits", "a visit", ("hei",), (), rules=(rule,))
    assert list(in_words(sheet)) == [words]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (Link("other", "offers"), "`other` names a row of `offers`: the owner's."),
        (
            Link("other", "offers", "employer", "owner"),
            "`other` names a row of `offers`: of the `employer`, else of the `owner`.",
        ),
        (
            Link("other", "offers", may_wait=True),
            "`other` names a row of `offers`: the owner's. It may come later.",
        ),
    ],
)
def test_a_reference_reads_as_a_sentence(link, words):
    sheet = Sheet("visits", "Visits", "a visit", ("hei",), (), links=(link,))
    assert list(in_words(sheet)) == [words]


def test_a_bar_in_a_cell_does_not_end_the_cell():
    assert markdown.table(("A",), [("x|y",)]).splitlines()[-1] == "| x&#124;y |"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "FOLDER", tmp_path)
    return tmp_path


def test_a_page_out_of_step_fails_the_check(folder):
    (folder / "data.md").write_text("as it was")
    assert CliRunner().invoke(command.docs, ["--check"]).exit_code == 1


def test_the_check_writes_nothing(folder):
    CliRunner().invoke(command.docs, ["--check"])
    assert list(folder.iterdir()) == []


def test_pages_just_written_pass_the_check(folder):
    CliRunner().invoke(command.docs)
    assert CliRunner().invoke(command.docs, ["--check"]).exit_code == 0
