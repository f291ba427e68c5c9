"""The bundle: whole, checked, with rows for those who read them, which go back in unchanged."""

from hashlib import sha256

import pytest

from data.engine import writing
from data.people.person import OPERATOR
from data.people.rights import DeniedError
from data.returns.sheets import SHEETS
from tests import factories
from tests.reports.conftest import BOTH, MANAGER, Files, somebody
from tests.reports.reading import lines
from tests.support.files import Sender

EXACT, FOR_FUNDERS = 1, 2
TEXTS = ("=1+1", "+44|calc", "-2+3", "@SUM(A1)", "'=1", "''", "|x", "'quoted'", "-5", 'ä, "b"\nc')


def test_checksums_are_those_of_every_other_file(files):
    archive = files.bundle(EXACT)
    told = dict(
        reversed(line.split("  ")) for line in archive.pop("checksums.txt").decode().splitlines()
    )
    assert told == {name: sha256(content).hexdigest() for name, content in archive.items()}


def rows_in(archive):
    return {
        name.removeprefix("returns/").removesuffix(".csv"): lines(content)
        for name, content in archive.items()
        if name.startswith("returns/")
    }


def owners(archive):
    return {
        (row["partnership"], row["owner"]) for rows in rows_in(archive).values() for row in rows
    }


NORTH = {("north", "northern"), ("north", "riverside")}
READERS = {
    "a manager": (MANAGER, NORTH | {("south", "southern")}),
    "a manager of one": (somebody("manager", "north"), NORTH),
    "a council": (
        somebody("coordinator", "north", organisations=("riverside",)),
        {("north", "riverside")},
    ),
    "a viewer": (somebody("viewer", *BOTH), set()),
}


@pytest.mark.parametrize(("person", "expected"), READERS.values(), ids=READERS)
def test_rows_are_in_it_as_far_as_somebody_reads_them_whole(files, person, expected):
    assert owners(files.bundle(EXACT, person)) == expected


@pytest.mark.parametrize("person", [somebody("funder", *BOTH), MANAGER, OPERATOR])
def test_what_is_for_funders_has_no_rows_for_anybody(files, person):
    archive = files.bundle(FOR_FUNDERS, person)
    assert rows_in(archive) == {}
    assert "figures/total.csv" in archive


@pytest.mark.parametrize("form", ["workbook", "bundle"])
@pytest.mark.parametrize("person", [somebody("funder", *BOTH), somebody("manager", "west")])
def test_who_may_not_read_an_edition_gets_no_file_of_it(files, form, person):
    with pytest.raises(DeniedError):
        files(form, EXACT, person)


def test_a_member_of_one_partnership_gets_nothing_of_the_other(files):
    archive = files.bundle(EXACT, somebody("manager", "north"))
    text = b"".join(archive.values()).decode().casefold()
    assert "southern" not in text
    book = files.workbook(EXACT, somebody("manager", "north"))
    words = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
    assert not [word for word in words if "south" in word.casefold()]


@pytest.fixture
def every_sheet(sqlite_engine, holding):
    """An edition with a row of every sheet, in which texts look like formulas."""
    holding(*factories.reference(), factories.period(), factories.data_version(3))
    sample = [
        factories.fact(
            sheet, **{column.name: text for column in declared.columns if column.kind == "text"}
        )
        for sheet, declared in SHEETS.items()
        for text in TEXTS[: 1 if "ref" not in declared.key else None]
    ]
    holding(*sample)
    found = Files(sqlite_engine)
    found.editions()
    return found


def test_i6_rows_that_are_taken_away_and_brought_back_change_nothing(every_sheet, tmp_path):
    archive = every_sheet.bundle(1)
    send = Sender(every_sheet.engine, tmp_path)
    before = send.everything()
    rows = rows_in(archive)
    assert set(rows) == set(SHEETS)
    for sheet, found in rows.items():
        path = tmp_path / f"{sheet}.csv"
        path.write_bytes(archive[f"returns/{sheet}.csv"])
        outcome = send.file(path, sheet=sheet)
        assert (outcome.errors, outcome.changed, outcome.new) == ((), 0, 0), sheet
        assert outcome.unchanged == len(found)
    after = send.everything()
    assert {name: after[name] for name in SHEETS} == {name: before[name] for name in SHEETS}


def test_rows_are_those_of_the_edition_whatever_came_later(files_apart):
    before = rows_in(files_apart.bundle(EXACT))
    with writing(files_apart.engine) as connection:
        connection.execute(factories.demand(ref="LATER"))
    assert rows_in(files_apart.bundle(EXACT)) == before
