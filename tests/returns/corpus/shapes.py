"""Tables that do not stand as the template has them, each as CSV and as a workbook."""

from tests.returns.corpus.case import HEADER, Bad, csv_bytes, line
from tests.returns.corpus.parts import archive, parts, sheet

NO_HEADING = "A value stands in a column without a heading."


def both(what, lines, says, cell="", **more):
    """The same lines as CSV and as a workbook."""
    return [
        Bad(f"{what} (CSV)", "offers.csv", csv_bytes(lines), says, cell, **more),
        Bad(f"{what} (workbook)", "o.xlsx", archive(parts(sheet(lines))), says, cell, **more),
    ]


def headed(**names):
    """The header with other names for some columns; ``None`` takes a column out."""
    return [new for name in HEADER if (new := names.get(name, name)) is not None]


def without(name):
    """Header and row without a column."""
    at = HEADER.index(name)
    return [[*cells[:at], *cells[at + 1 :]] for cells in (HEADER, line())]


def beside(*more):
    return [[*HEADER, *more], [*line(), *(["x"] * len(more))]]


TITLE = ["Return of Riverside Council, autumn"]
TOTAL = ["Total", "", "", "", "", "", "", "", "", "", "3"]
ROWS = [HEADER, line(), line(ref="O2"), line(ref="O3")]
BAD = [
    *both("a header in row 6", [TITLE] * 5 + ROWS, "The header stands in row 6", "A6"),
    *both("a header in row 30", [TITLE] * 29 + ROWS, "The header stands in row 30", "A30"),
    *both("no header", [line()], "No header was found in rows 1 to 5.", "A1"),
    *both("a header alone of other names", [["a", "b"], ["1", "2"]], "No header was found", "A1"),
    *both("a row above the header", [line(), HEADER, line()], "This row stands above the", "A1"),
    *both("a needed column missing", without("places"), "The column places is missing."),
    *both(
        "a needed column misspelt",
        [headed(window_start="windw_strat"), line()],
        "This is no column of offers, but comes close to window_start.",
        "J1",
        value="windw_strat",
    ),
    *both(
        "a column that may be left out, misspelt",
        [headed(status_reason="status reasn"), line()],
        "This is no column of offers, but comes close to status_reason.",
        "M1",
    ),
    *both(
        "the owner's column misspelt",
        [headed(owner="ownr"), line()],
        "close to owner.",
        "B1",
        only=False,
    ),
    *both(
        "a column twice",
        [[*HEADER, "places"], [*line(), "4"]],
        "The column places stands twice.",
        "N1",
    ),
    *both(
        "a column twice in other letters",
        [[*HEADER, "PLACES"], [*line(), "3"]],
        "The column places stands twice.",
        "N1",
    ),
    *both(
        "a header one to the right", [["", *HEADER], line()], "without a heading", "A2", only=False
    ),
    *both("a header one to the left", [HEADER, ["", *line()]], NO_HEADING, "N2", only=False),
    *both("a cell more in front", [HEADER, ["0", *line()]], NO_HEADING, "N2", only=False),
    *both("a cell more at the end", [HEADER, [*line(), "x"]], NO_HEADING, "N2"),
    *both(
        "a cell more at the end of each row",
        [HEADER, *([*line(ref=f"O{n}"), "x"] for n in range(3))],
        NO_HEADING,
        "N2",
    ),
    *both("a value far to the right", [HEADER, [*line(), *[""] * 9, "x"]], NO_HEADING, "W2"),
    *both(
        "a column without its heading",
        [headed(status_reason=""), line()],
        NO_HEADING,
        "M2",
    ),
    *both(
        "61 columns",
        beside(*[f"note {n}" for n in range(48)]),
        "The sheet has more than 60 columns.",
        "BI1",
    ),
    *both(
        "rows one too many",
        [HEADER, *([line(ref=f"O{n}") for n in range(5001)])],
        "The sheet has more than 5,000 rows.",
    ),
    *both(
        "the same header again",
        [*ROWS[:2], [], HEADER, line(ref="O2")],
        "A second header stands here.",
        "A4",
    ),
    *both(
        "another table below",
        [
            *ROWS,
            [],
            ["partnership", "owner", "ref", "title", "status"],
            ["north", "riverside", "A1"],
        ],
        "A second header stands here.",
        "A6",
    ),
    *both("a line of totals", [*ROWS, TOTAL], "It is not plain whose rows", "B5", only=False),
    *both(
        "another table beside",
        [[*HEADER, "", *HEADER], [*line(), "", *line(ref="O2")]],
        "stands twice",
        "O1",
        only=False,
    ),
    *both(
        "another table beside, of other names",
        [[*HEADER, "", "Year"], [*line(), "", "x"], [*[""] * 14, "y"]],
        "A value is missing.",
        "E3",
        only=False,
    ),
    *both(
        "a heading that is an error",
        [headed(team="#REF!"), line()],
        "The cell holds an error: #REF!.",
        "D1",
    ),
]
