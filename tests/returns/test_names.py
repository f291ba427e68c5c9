"""Names are compared as they are meant, and names of files are names alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.returns.names import closest, file_name, normal


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("return.xlsx", "return.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("C:\\returns\\autumn 2025.xlsx", "autumn 2025.xlsx"),
        ("a/b\\c.csv", "c.csv"),
        ("return.xlsx\0.csv", "return.xlsx.csv"),
        ("return\r\nSet-Cookie: x.csv", "returnSet-Cookie: x.csv"),
        ("\x1b[31mreturn.csv", "[31mreturn.csv"),
        ("return\u202excod.exe", "returnxcod.exe"),
        (" return.csv ", "return.csv"),
        ("Ynys Môn.csv", "Ynys Môn.csv"),
        ("..", ".."),
        ("", ""),
    ],
)
def test_of_a_files_name_only_the_last_part_is_kept(written, kept):
    assert file_name(written) == kept


@given(st.text())
def test_a_files_name_is_short_printable_and_leads_nowhere(written):
    kept = file_name(written)
    assert len(kept) <= 100
    assert kept.isprintable()
    assert not {"/", "\\"} & set(kept)


def test_a_long_name_keeps_how_it_ends():
    assert file_name("x" * 300 + ".xlsx") == "x" * 89 + "…" + "xxxxx.xlsx"


@pytest.mark.parametrize(
    "written", ["window_start", "Window start", " WINDOW_START ", "win\u200bdow\ufeffstart"]
)
def test_a_name_is_known_without_case_spaces_and_what_cannot_be_seen(written):
    assert normal(written) == "windowstart"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("windw_strat", "window_start"),
        ("Window started", "window_start"),
        ("Place", "places"),
        ("comments", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_a_slip_is_told_from_another_name(written, meant):
    assert closest(written, ["window_start", "places", "status"]) == meant
