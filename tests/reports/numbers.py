"""Figures as an edition keeps them, and as its files show them."""

import pytest

from dashboard.editions import figures as kept_figures
from dashboard.reports.explained import dimension
from dashboard.reports.tidy_tables import name
from data.editions.edition import contents
from data.editions.frozen import unpacked
from data.reader import Reader
from tests.reports.reading import lines, table

MARKS = {"not_reported": "[x]", "not_applicable": "[z]"}


def kept(files, number=1):
    """The figures as the edition keeps them: by cut, then by indicator and group."""
    with Reader(files.engine).snapshot() as snapshot:
        _, stored = contents(snapshot, number)
    found = {}
    for (indicator, by), groups in kept_figures.read(unpacked(stored)).items():
        for key, row in groups.items():
            figure = dict(zip(kept_figures.KEPT, row, strict=True))
            found.setdefault(by, {})[indicator, key] = figure
    return found


def in_workbook(files, cuts, archive, number=1):
    """The figures of the workbook, arranged alike."""
    book, found = files.workbook(number), {}
    # What each name in it stands for, by kind and name.
    codes = {(row["kind"], row["name"]): row["code"] for row in lines(archive["names.csv"])}
    for by in cuts:
        for row in table(book[name(by)]):
            key = tuple(codes.get((dimension(each), row[dimension(each)])) for each in by)
            found.setdefault(by, {})[row["Indicator id"], key] = row
    return found


def in_bundle(cuts, archive):
    """The figures of the bundle, arranged alike."""
    found = {}
    for by in cuts:
        for row in lines(archive[f"figures/{'-'.join(by) or 'total'}.csv"]):
            key = tuple(row[each] or None for each in by)
            found.setdefault(by, {})[row["indicator"], key] = row
    return found


def as_cell(figure, part):
    if figure[part] is not None:
        return figure[part]
    return MARKS.get(figure["status"], "[z]")


def check(files):
    expected, zipped = kept(files), files.bundle(1)
    book, archive = in_workbook(files, expected, zipped), in_bundle(expected, zipped)
    assert expected.keys() == book.keys() == archive.keys()
    for by, groups in expected.items():
        assert groups.keys() == book[by].keys() == archive[by].keys()
        for key, figure in groups.items():
            row, line = book[by][key], archive[by][key]
            in_cells = [row[each] for each in ("Value", "Numerator", "Denominator", "Base")]
            parts = ("value", "numerator", "denominator", "n")
            assert in_cells == pytest.approx([as_cell(figure, part) for part in parts])
            texts = [line[part] for part in parts]
            numbers = [float(text) if text else None for text in texts]
            assert numbers == pytest.approx([figure[part] for part in parts])
            counts = (row["Partners reported"], row["Partners expected"], line["status"])
            assert counts == (figure["reported"], figure["expected"], figure["status"])


def as_told(line):
    """What a cell of the workbook holds, from a line of the bundle."""
    if line["value"] and not line["note"].startswith("[low]"):
        return float(line["value"])
    return {**MARKS, "suppressed": "[c]"}.get(line["status"], "[low]")
