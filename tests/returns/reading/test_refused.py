"""A file that is broken, too large or of nothing known is refused in words."""

import zipfile
from dataclasses import replace

import pytest

from data.returns.limits import COMMAND_LINE
from tests.returns.reading.conftest import HEADER, LINE, problems
from tests.support.files import as_csv


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"\x89PNG\x00\x00", "a picture"),
        (b"ref,level\n1\x00,2", "Line 2 holds a character that no text has"),
        ("ref,level\n1,Môn".encode("cp1252"), "Line 2 holds letters that are not written in UTF-8"),
        (b'ref,level\n"open,2', "quotation mark"),
    ],
)
def test_what_is_no_return_is_refused_in_words(tmp_path, content, said):
    path = tmp_path / "demand.csv"
    path.write_bytes(content)
    (problem,) = problems(path)
    assert said in problem


def test_text_under_the_name_of_a_workbook_is_refused_in_words(path):
    path.write_text("ref,level\n1,first\n")
    assert problems(path) == ["This is not an Excel workbook, though its name says so."]


def test_a_zip_that_is_no_workbook_is_refused_in_words(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing else")
    assert problems(path) == ["This is a packed archive, not a workbook."]


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    assert problems(tmp_path / "none.csv") == ["The file can't be opened."]


@pytest.mark.parametrize(
    ("limit", "said"),
    [({"rows": 1}, "more than 1 rows"), ({"bytes": 9}, "larger than 0 MB")],
)
def test_an_upload_has_limits(csv_path, limit, said):
    as_csv(csv_path, [HEADER, LINE, LINE])
    (problem,) = problems(csv_path, limits=replace(COMMAND_LINE, **limit))
    assert said in problem
