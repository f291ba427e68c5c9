"""Sheets whose tables stand oddly, and are all right."""

from datetime import date

from tests.returns.corpus.case import HEADER, line, stored
from tests.returns.corpus.odd_parts import (
    ROWS,
    hidden_sheet,
    on_several_sheets,
    with_chart,
    with_extras,
    written,
)
from tests.returns.corpus.odd_workbooks import TWO, good
from tests.returns.corpus.parts import (
    archive,
    book,
    parts,
    sheet,
    workbook,
)

GOOD = [
    good(
        "a title and a header in row 5",
        archive(parts(sheet([["Return"], [], [], [], HEADER, line()]))),
    ),
    good(
        "headings in other letters",
        archive(parts(sheet([[name.replace("_", " ").upper() for name in HEADER], line()]))),
    ),
    good(
        "headings with letters that can't be seen",
        archive(parts(sheet([[f"\ufeff{name}\u200b " for name in HEADER], line()]))),
    ),
    good(
        "hidden rows", written(lambda _, page: page.set_row(1, None, None, {"hidden": True})), TWO
    ),
    good(
        "hidden columns",
        written(lambda _, page: page.set_column("C:K", None, None, {"hidden": True})),
        TWO,
    ),
    good("a hidden sheet", written(hidden_sheet), TWO),
    good(
        "a sheet that only programmes can show",
        workbook(
            line(), **{"xl/workbook.xml": book().replace(" r:id", ' state="veryHidden" r:id')}
        ),
    ),
    good("a filter, comments, protection and validation", written(with_extras), TWO),
    good("a chart on a sheet of its own", written(with_chart), TWO),
    good("guidance and notes on sheets of their own", written(on_several_sheets), TWO),
    good(
        "days and numbers as such",
        written(
            lambda made, page: (
                page.write_datetime(
                    "J2", date(2025, 9, 22), made.add_format({"num_format": "d mmmm yyyy"})
                )
                or page.write_number("K2", 3)
                or page.write_number("I2", 2.5)
            )
        ),
        TWO,
    ),
    good(
        "a title merged over all columns",
        written(lambda made, page: page.merge_range("A1:M1", "Return"), rows=[[], *ROWS]),
        TWO,
    ),
    good(
        "merged cells below all rows",
        written(lambda made, page: page.merge_range("A9:M9", "")),
        TWO,
    ),
    good(
        "merged cells in a harmless column",
        written(lambda made, page: page.merge_range("N2:N3", "ours") or page.write("N1", "Notes")),
        TWO,
    ),
    good(
        "formulas with their results",
        written(
            lambda made, page: (
                page.write_formula("K2", "=1+2", None, 3)
                or page.write_formula("D2", '="Du"&"ty"', None, "Duty")
            )
        ),
        TWO,
    ),
    good(
        "text that begins like a formula",
        written(lambda *_: None, rows=[HEADER, line(team='=HYPERLINK("http://x","y")')]),
        [stored(team='=HYPERLINK("http://x","y")')],
    ),
    good(
        "5,000 rows",
        written(lambda *_: None, rows=[HEADER, *(line(ref=f"O{n}") for n in range(5000))]),
        [stored(ref=f"O{n}") for n in range(5000)],
    ),
]
