"""Workbooks whose sheets are not one table each, and tables with a column that looks personal."""

from tests.returns.corpus.case import HEADER, Bad, csv_bytes, line
from tests.returns.corpus.parts import MAIN, Xml, archive, book, parts, sheet, workbook

PERSONAL = (
    "Student name", "Surname", "DOB", "Date of birth", "Home address", "E-mail", "email address",
    "Telephone", "Tel.", "Mobile", "NHS number", "NHS No", "NI number", "National Insurance",
    "Post code", "Postcode",
)  # fmt: skip


def merged(*blocks, rows):
    cells = "".join(f'<mergeCell ref="{block}"/>' for block in blocks)
    return archive(parts(sheet(rows, "", f'<mergeCells xmlns="{MAIN}">{cells}</mergeCells>')))


def sheets(*names):
    """A workbook with the same rows on sheets of several names."""
    pages = [sheet([HEADER, line()])] * len(names)
    return archive(parts(*pages, **{"xl/workbook.xml": book(names)}))


BAD = [
    *(
        Bad(
            f"a column “{heading}”",
            "o.xlsx",
            archive(parts(sheet([[*HEADER, heading], [*line(), "Ann Example"]]))),
            f"The column “{heading}” of the sheet offers looks personal",
        )
        for heading in PERSONAL
    ),
    Bad(
        "a value in the last cell of all",
        "o.xlsx",
        workbook(line(), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "The sheet has more than 60 columns.",
        "XFD1048576",
        only=False,
    ),
    Bad(
        "cells merged downwards",
        "o.xlsx",
        merged(
            "J2:J4",
            rows=[
                HEADER,
                line(),
                line(ref="O2", window_start=None),
                line(ref="O3", window_start=None),
            ],
        ),
        "The cells J2 to J4 are merged",
        "J2",
        only=False,
    ),
    Bad(
        "cells merged that may be blank",
        "o.xlsx",
        merged("D2:D3", rows=[HEADER, line(), line(ref="O2", team=None)]),
        "The cells D2 to D3 are merged",
        "D2",
    ),
    Bad(
        "cells merged sideways",
        "o.xlsx",
        merged("C2:D2", rows=[HEADER, line(team=None)]),
        "The cells C2 to D2 are merged",
        "C2",
    ),
    Bad(
        "a heading merged with the cell below",
        "o.xlsx",
        merged("D1:D2", rows=[HEADER, line(team=None)]),
        "The cells D1 to D2 are merged",
        "D1",
    ),
    Bad(
        "a whole table merged",
        "o.xlsx",
        merged("A1:XFD1048576", rows=[HEADER, line()]),
        "are merged",
        "A1",
    ),
    Bad(
        "two sheets of one table",
        "o.xlsx",
        sheets("offers", "Offers"),
        "Two sheets of the workbook have this name.",
        only=False,
    ),
    Bad(
        "a sheet misspelt beside another",
        "o.xlsx",
        sheets("offer", "Notes"),
        "The sheet “offer” is no table, but comes close to offers.",
    ),
    Bad(
        "a sheet in the singular",
        "o.xlsx",
        sheets("offers", "Activity"),
        "The sheet “Activity” is no table, but comes close to activities.",
    ),
    Bad(
        "a sheet of no known name",
        "o.xlsx",
        sheets("Sheet1"),
        "No sheet of the workbook has the name of a table.",
    ),
    Bad(
        "CSV of no known name",
        "autumn.csv",
        csv_bytes([HEADER, line()]),
        "It is not plain which sheet the file holds.",
    ),
    Bad(
        "a formula without a result in a heading",
        "o.xlsx",
        archive(
            parts(
                sheet(
                    [
                        [Xml('<c r="{r}"><f>1+1</f></c>') if n == "team" else n for n in HEADER],
                        line(),
                    ]
                )
            )
        ),
        "a formula without a result",
        "D1",
    ),
]
