"""CSV files that look odd and are all right."""

import codecs

from tests.returns.corpus.case import (
    HEADER,
    STORED,
    Good,
    comma_separated,
    csv_bytes,
    line,
    stored,
)

WELSH = [HEADER, line(team="Ynys Môn")]
IN_WELSH = [stored(team="Ynys Môn")]
TEXT = comma_separated([HEADER, line(), line(ref="O2")])
TWO = [STORED, stored(ref="O2")]


def good(what, text, rows=None):
    return Good(what, "offers.csv", text.encode(), [STORED] if rows is None else rows)


GOOD = [
    Good("plain CSV", "offers.csv", csv_bytes([HEADER, line()])),
    Good("letters of other languages", "offers.csv", csv_bytes(WELSH), IN_WELSH),
    Good("one mark of byte order", "offers.csv", codecs.BOM_UTF8 + csv_bytes(WELSH), IN_WELSH),
    Good("two marks", "offers.csv", codecs.BOM_UTF8 * 2 + csv_bytes(WELSH), IN_WELSH),
    Good("16 bits, little end first", "offers.csv", csv_bytes(WELSH, "utf-16"), IN_WELSH),
    Good(
        "16 bits, big end first",
        "offers.csv",
        codecs.BOM_UTF16_BE + csv_bytes(WELSH, "utf-16-be"),
        IN_WELSH,
    ),
    Good(
        "Excel's “Unicode text”",
        "offers.txt.csv",
        csv_bytes(WELSH, "utf-16", delimiter="\t"),
        IN_WELSH,
    ),
    good("semicolons", comma_separated([HEADER, line()], delimiter=";")),
    good("tabs", comma_separated([HEADER, line()], delimiter="\t")),
    good(
        "semicolons and more commas than those",
        comma_separated([["a, b, c, d, e, f, g, h, i, j, k, l, m, n, o"], HEADER, line()], ";"),
    ),
    good("a first line that names the delimiter", "sep=;\r\n" + TEXT.replace(",", ";"), TWO),
    good("lines that end with a return alone", TEXT.replace("\r\n", "\r"), TWO),
    good("lines that end with a line feed alone", TEXT.replace("\r\n", "\n"), TWO),
    good("lines that end in several ways", TEXT.replace("\r\n", "\n", 1), TWO),
    good("no end of the last line", TEXT[:-2], TWO),
    good(
        "blank lines between and below", TEXT.replace("\r\n", "\r\n\r\n ,,\r\n") + "\r\n" * 9, TWO
    ),
    good("delimiters to the right of everything", TEXT.replace("\r\n", ",,,,\r\n"), TWO),
    good(
        "rows that stop where the rest is blank",
        TEXT.replace(",offered,none yet", ",offered"),
        [one | {"status_reason": None} for one in TWO],
    ),
    good(
        "every cell in quotation marks",
        "\r\n".join(",".join(f'"{cell}"' for cell in cells) for cells in (HEADER, line())),
    ),
    good(
        "a comma inside a cell",
        comma_separated([HEADER, line(team="Duty, night")]),
        [stored(team="Duty, night")],
    ),
    good(
        "quotation marks inside a cell",
        comma_separated([HEADER, line(team='The "A" team')]),
        [stored(team='The "A" team')],
    ),
    good(
        "a single quotation mark",
        TEXT.replace("Duty", '6" Duty'),
        [one | {"team": '6" Duty'} for one in TWO],
    ),
    good(
        "a line break inside a cell",
        comma_separated([HEADER, line(team="Duty\r\nnight")]),
        [stored(team="Duty\nnight")],
    ),
    good("a title and a header in row 5", "Return\r\n\r\nof Riverside\r\n\r\n" + TEXT, TWO),
    good("a harmless column", comma_separated([[*HEADER, "Notes"], [*line(), "ours"]])),
    good(
        "a harmless column with a novel",
        comma_separated([[*HEADER, "Notes"], [*line(), "x" * 9999]]),
    ),
    good("columns in another order", comma_separated([HEADER[::-1], line()[::-1]])),
    good(
        "60 columns",
        comma_separated([[*HEADER, *(f"note {n}" for n in range(47))], [*line(), *["x"] * 47]]),
    ),
    good(
        "5,000 rows",
        comma_separated([HEADER, *(line(ref=f"O{n}") for n in range(5000))]),
        [stored(ref=f"O{n}") for n in range(5000)],
    ),
]
