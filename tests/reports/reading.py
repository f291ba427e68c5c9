"""Workbooks and bundles, read by other means than they were written."""

import csv
from io import StringIO

HEADER = 5


def table(page):
    """The rows of a sheet's table, by heading."""
    lines = list(page.iter_rows(min_row=HEADER, values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def lines(contents):
    """The rows of a CSV file, by heading."""
    return list(csv.DictReader(StringIO(contents.decode("utf-8-sig"), newline="")))


def tables(book):
    """Sheets that hold figures, each with its rows."""
    return {page.title: table(page) for page in book if page.cell(HEADER, 1).value == "Topic"}
