"""Whatever the bytes of a file are, it is read to the letter or refused in words."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.returns import plain, raw
from data.returns.check import check
from data.returns.contents import Wanted
from data.returns.known import Known
from data.returns.limits import UPLOAD
from data.returns.problems import RefusedError
from data.returns.read import understand
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from data.schema import FACTS
from tests.returns.corpus.case import HEADER, PLAIN, csv_bytes, line
from tests.returns.corpus.odd_parts import shared
from tests.returns.corpus.odd_workbooks import GOOD
from tests.returns.corpus.parts import archive, parts, plain_workbook, sheet

WANTED = Wanted(SHEETS, None, COLUMNS)
WORKBOOKS = [plain_workbook(), shared(), *(good.content for good in GOOD[:4])]
CSV = csv_bytes([HEADER, line(), line(ref="O2", team="Môn")])


def taken_apart(content, name="offers.csv"):
    """What the process of its own finds in a file, and what is made of that here; or nothing."""
    path = Path(name)
    try:
        digest, found = raw.sheets(
            io.BytesIO(content),
            path.suffix,
            WANTED.titles(),
            WANTED.headings(),
            (UPLOAD.rows, UPLOAD.unpacked),
        )
        sheets = list(plain.unpacked(json.loads(json.dumps(found))))
        return understand(digest, sheets, path, WANTED, UPLOAD)
    except RefusedError:
        return None


def rows(reading):
    return [grid.rows for grid in reading.grids] if reading else None


@given(st.binary(), st.sampled_from(["offers.csv", "offers.xlsx"]))
def test_i1_any_bytes_are_read_or_refused(content, name):
    taken_apart(content, name)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-7"]))
def test_any_text_is_read_or_refused(content, encoding):
    taken_apart(content.encode(encoding, "surrogatepass"))


@given(st.text(alphabet='ab,;\t"\r\n\0 =5', max_size=60))
def test_any_cells_below_a_header_are_read_or_refused(content):
    taken_apart(f"{','.join(HEADER)}\n{content}".encode())


@given(st.data())
def test_a_workbook_with_any_bit_flipped_is_refused_or_reads_as_before(data):
    whole = data.draw(st.sampled_from(WORKBOOKS))
    spoilt = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) * 8 - 1), min_size=1, max_size=3)):
        spoilt[at // 8] ^= 1 << at % 8
    assert rows(taken_apart(bytes(spoilt))) in (None, [], rows(taken_apart(whole)))


@given(st.data())
def test_a_workbook_cut_off_anywhere_is_refused(data):
    whole = data.draw(st.sampled_from(WORKBOOKS))
    assert taken_apart(whole[: data.draw(st.integers(0, len(whole) - 1))], "o.xlsx") is None


@given(st.data())
def test_a_csv_file_with_any_bytes_changed_is_read_or_refused(data):
    spoilt = bytearray(CSV)
    for at in data.draw(st.lists(st.integers(0, len(CSV) - 1), max_size=5)):
        spoilt[at] = data.draw(st.integers(0, 255))
    taken_apart(bytes(spoilt))


@given(st.integers(0, len(CSV)))
def test_of_a_csv_file_cut_off_anywhere_no_row_is_taken_that_lacks_a_cell(at):
    whole = dict(rows(taken_apart(CSV))[0])
    cut = taken_apart(CSV[:at])
    found = dict(cut.grids[0].rows) if cut and not cut.problems else {}
    assert all(cells[:-1] == whole[number][:-1] for number, cells in found.items())


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_markup_in_place_of_a_sheet_is_read_or_refused(text):
    taken_apart(archive(parts(text)))


@given(
    st.text(alphabet="AXFD019:$ ", max_size=9),
    st.sampled_from(["n", "s", "str", "b", "e", "d", "inlineStr", "x", ""]),
    st.text(alphabet="0123456789.eE-+_ #N/ATZ:", max_size=12),
    st.text(alphabet="0123456789-", max_size=3),
)
def test_any_cell_is_read_or_refused(place, kind, value, style):
    cell = f'<row r="2"><c r="{place}" t="{kind}" s="{style}"><v>{value}</v></c></row>'
    taken_apart(archive(parts(sheet([HEADER, cell]))))


# Text as both kinds of file can hold it.
WRITABLE = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
)
CELLS = st.one_of(
    st.text(WRITABLE, max_size=10),
    st.text("0123456789,.-/ eE£%", max_size=12),
    st.from_regex(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}", fullmatch=True),
    st.sampled_from([*PLAIN.values(), "n/a", "N/A", "NA", "#REF!", "1 Feb 2026", "PLO 1", ""]),
)
TABLES = st.lists(st.lists(CELLS, min_size=13, max_size=13), min_size=1, max_size=4)


def verdict(content, name):
    """The typed rows of a file and what is wrong with them, or that it is refused."""
    reading = taken_apart(content, name)
    if reading is None:
        return None
    checked = check(reading, Known(), None)
    typed = [(row.number, row.values) for several in checked.rows.values() for row in several]
    return typed, checked.problems


@given(TABLES)
def test_a_table_of_texts_reads_alike_as_csv_and_as_a_workbook(table):
    as_workbook = verdict(archive(parts(sheet([HEADER, *table]))), "offers.xlsx")
    assert verdict(csv_bytes([HEADER, *table]), "offers.csv") == as_workbook


@pytest.mark.parametrize("whole", [CSV, plain_workbook()], ids=["CSV", "workbook"])
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_i1_a_spoilt_file_goes_in_whole_or_changes_nothing(sqlite_send, tmp_path, whole, data):
    spoilt = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=3)):
        spoilt[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "offers.csv"
    path.write_bytes(spoilt)
    before = sqlite_send.everything()
    outcome = sqlite_send.file(path, sheet="offers", dry_run=not data.draw(st.booleans()))
    if outcome.errors:
        assert sqlite_send.everything() == before
    assert len(sqlite_send.stored(FACTS["offers"])) <= len(before["offers"]) + outcome.new
