"""The template holds what was sent, helps to fill it in, and goes straight back in."""

from datetime import date

import pytest
from openpyxl import load_workbook

from data.reader import Reader
from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from data.returns.stored import content
from data.returns.template import make
from data.schema import DATA_VERSION, FACTS
from tests import factories
from tests.support.files import AUTHOR, row

OF_EMPLOYERS = [
    "offers",
    "practice_educators",
    "pe_training",
    "activities",
    "agreements",
    "workforce",
    "newly_qualified",
    "finance",
    "reported_figures",
]
OF_UNIVERSITIES = [
    "demand",
    "requests",
    "placements",
    "practice_educators",
    "activities",
    "finance",
    "reported_figures",
]
OWNERS = [("riverside", OF_EMPLOYERS), ("northern", OF_UNIVERSITIES)]


def template(sender, organisation):
    path = sender.path.with_name("template.xlsx")
    with Reader(sender.engine).snapshot() as snapshot:
        path.write_bytes(make(content(snapshot, organisation, "north")))
    return path


def book(sender, organisation):
    return load_workbook(template(sender, organisation))


@pytest.mark.parametrize(("organisation", "sheets"), OWNERS)
def test_it_has_a_sheet_for_each_table_that_the_organisation_may_own(
    sqlite_send, organisation, sheets
):
    assert book(sqlite_send, organisation).sheetnames == ["Read me", *sheets, "Lists"]


@pytest.mark.parametrize("sheet", OF_EMPLOYERS)
def test_its_columns_are_those_of_the_contract_in_row_1(sqlite_send, sheet):
    page = book(sqlite_send, "riverside")[sheet]
    assert [cell.value for cell in page[1]] == [column.name for column in SHEETS[sheet].columns]


@pytest.mark.parametrize(("organisation", "sheets"), OWNERS)
def test_i6_an_unchanged_template_changes_nothing(send, organisation, sheets):
    send(**{name: [row(name, owner=organisation)] for name in sheets})
    before = send.stored(DATA_VERSION)
    outcome = send.file(template(send, organisation), owner=organisation)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, len(sheets))
    assert send.stored(DATA_VERSION) == before


def test_an_empty_template_goes_in_too(sqlite_send):
    outcome = sqlite_send.file(template(sqlite_send, "riverside"), owner="riverside")
    assert (outcome.errors, outcome.accepted) == ((), 0)


def test_a_filled_template_goes_straight_back_in(sqlite_send):
    sqlite_send(offers=[row("offers", ref="O1", places=1)])
    path = template(sqlite_send, "riverside")
    filled = load_workbook(path)
    page = filled["offers"]
    places = [cell.value for cell in page[1]].index("places") + 1
    page.cell(2, places).value = 5
    filled.save(path)
    assert sqlite_send.file(path, owner="riverside").changed == 1


@pytest.mark.parametrize("team", ["=1+1", "http://example.org", "+44", "@home", "12", "1/2"])
def test_text_stays_the_text_that_it_was(sqlite_send, team):
    sqlite_send(offers=[row("offers", team="'"), row("offers", ref="O2")])
    sqlite_send.do(FACTS["offers"].update().values(team=team))
    page = book(sqlite_send, "riverside")["offers"]
    cell = page.cell(2, [cell.value for cell in page[1]].index("team") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (team, "s", None)


def test_dates_are_real_dates(sqlite_send):
    sqlite_send(demand=[row("demand")])
    page = book(sqlite_send, "northern")["demand"]
    cell = page.cell(2, [cell.value for cell in page[1]].index("window_start") + 1)
    assert (cell.value.date(), cell.is_date) == (date(2025, 9, 22), True)


def test_each_column_says_what_goes_in(sqlite_send):
    page = book(sqlite_send, "riverside")["offers"]
    at = [cell.value for cell in page[1]].index("statutory_days_per_week") + 1
    note = page.cell(1, at).comment.text
    assert note == "may be blank; decimal; 0 to 5; n/a = not applicable"


def choices(opened, sheet, column):
    """The values that a cell of a column offers."""
    page = opened[sheet]
    at = [cell.value for cell in page[1]].index(column) + 1
    cell = page.cell(2, at).coordinate
    (rule,) = [rule for rule in page.data_validations.dataValidation if cell in rule.sqref]
    where = rule.formula1.removeprefix("Lists!").replace("$", "")
    found = opened["Lists"][where]
    return [line[0].value for line in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.parametrize(
    ("sheet", "column", "offered"),
    [
        ("demand", "statutory_required", ["yes", "no"]),
        ("demand", "programme", ["northern-ba"]),
        ("placements", "employer", ["lakeside", "riverside"]),
        ("activities", "host", ["lakeside", "northern", "riverside"]),
    ],
)
def test_a_cell_offers_what_may_stand_in_it(sqlite_send, sheet, column, offered):
    sqlite_send.do(factories.council("lakeside"), factories.membership("lakeside"))
    assert choices(book(sqlite_send, "northern"), sheet, column) == offered


def test_voided_rows_are_left_out(sqlite_send):
    sqlite_send(offers=[row("offers", ref="O1")])
    voided = {"voided_at": AUTHOR.at, "voided_reason": "entered twice"}
    sqlite_send.do(FACTS["offers"].update().values(**voided))
    assert book(sqlite_send, "riverside")["offers"].max_row == 1


def test_somebody_who_is_no_member_gets_none(sqlite_send):
    with pytest.raises(RefusedError, match="lakeside is no member of north"):
        template(sqlite_send, "lakeside")
