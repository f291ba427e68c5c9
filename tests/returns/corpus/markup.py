"""Workbooks whose parts hold what no workbook should."""

from tests.returns.corpus.case import HEADER, Bad, line
from tests.returns.corpus.containers import DAMAGED, XLSX
from tests.returns.corpus.parts import (
    MAIN,
    STYLES,
    Xml,
    archive,
    book,
    parts,
    row,
    sheet,
    strings,
    workbook,
)

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
DECLARES = "The workbook holds declarations that Excel never writes"


def typed(text, declared):
    """A part with a document type."""
    return text.replace("?>\n", f"?>\n<!DOCTYPE x [{declared}]>\n")


def spoilt(**cells):
    """A workbook with cells as they stand in the part, by column."""
    return workbook(line(**{name: Xml(text) for name, text in cells.items()}))


def number(text):
    return f'<c r="{{r}}"><v>{text}</v></c>'


def points(text):
    return f'<c r="{{r}}" t="s"><v>{text}</v></c>'


PLAIN = sheet([HEADER, line()])
ONE = strings("<t>Duty</t>")


def with_sheet(content, **options):
    return archive(parts(content, **options))


BAD = [
    Bad("an entity bomb", XLSX, with_sheet(typed(PLAIN, LAUGHS).replace("Duty", "&l9;")), DECLARES),
    Bad(
        "an external entity",
        XLSX,
        with_sheet(
            typed(PLAIN, '<!ENTITY x SYSTEM "file:///etc/hostname">').replace("Duty", "&x;")
        ),
        DECLARES,
    ),
    Bad(
        "an external entity of parameters",
        XLSX,
        with_sheet(typed(PLAIN, '<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;')),
        DECLARES,
    ),
    Bad(
        "an entity in the list of texts",
        XLSX,
        workbook(line(), strings=typed(ONE, '<!ENTITY x "y">')),
        DECLARES,
    ),
    Bad(
        "an entity in the list of sheets",
        XLSX,
        workbook(line(), **{"xl/workbook.xml": typed(book(), '<!ENTITY x "y">')}),
        DECLARES,
    ),
    Bad(
        "an entity in the styles",
        XLSX,
        workbook(line(), **{"xl/styles.xml": typed(STYLES, '<!ENTITY x "y">')}),
        DECLARES,
    ),
    Bad("a document type alone", XLSX, with_sheet(typed(PLAIN, "")), DECLARES),
    Bad("an entity that nobody declares", XLSX, with_sheet(PLAIN.replace("Duty", "&x;")), DAMAGED),
    Bad("markup cut off", XLSX, with_sheet(PLAIN[:-30]), DAMAGED),
    Bad("tags that do not close", XLSX, with_sheet(PLAIN.replace("</is>", "")), DAMAGED),
    Bad("letters in no encoding", XLSX, with_sheet(PLAIN.encode() + b"\xff\xfe"), DAMAGED),
    Bad("a character of number 0", XLSX, with_sheet(PLAIN.replace("Duty", "Du\0ty")), DAMAGED),
    Bad("a forbidden character", XLSX, with_sheet(PLAIN.replace("Duty", "&#x1;")), DAMAGED),
    Bad("elements 100,000 deep", XLSX, with_sheet("<a>" * 100_000), DAMAGED),
    Bad("rows back to front", XLSX, with_sheet(sheet([row(2, line()), row(1, HEADER)])), DAMAGED),
    Bad(
        "a row that comes twice",
        XLSX,
        with_sheet(sheet([row(1, HEADER), row(2, line()), row(2, line(places="4"))])),
        DAMAGED,
    ),
    Bad("a row of number 0", XLSX, with_sheet(sheet([row(0, HEADER), row(1, line())])), DAMAGED),
    Bad("a row too far down", XLSX, with_sheet(sheet([HEADER, row(1_048_577, line())])), DAMAGED),
    Bad("a row of no number", XLSX, with_sheet(PLAIN.replace('row r="2"', 'row r="x"')), DAMAGED),
    Bad("a cell of another row", XLSX, with_sheet(PLAIN.replace('r="K2"', 'r="K3"')), DAMAGED),
    Bad("a cell that comes twice", XLSX, with_sheet(PLAIN.replace('r="L2"', 'r="K2"')), DAMAGED),
    Bad("a cell beyond the last column", XLSX, spoilt(team='<c r="XFE2"><v>1</v></c>'), DAMAGED),
    Bad("a cell of no address", XLSX, spoilt(team='<c r="2D"><v>1</v></c>'), DAMAGED),
    Bad("a text that is not in the list", XLSX, spoilt(team=points(5)), DAMAGED),
    Bad(
        "a text counted from the end",
        XLSX,
        workbook(line(team=Xml(points(-1))), strings=ONE),
        DAMAGED,
    ),
    Bad("a text of no number", XLSX, workbook(line(team=Xml(points("x"))), strings=ONE), DAMAGED),
    Bad("a style that is not there", XLSX, spoilt(team='<c r="{r}" s="99"><v>1</v></c>'), DAMAGED),
    Bad(
        "a style counted from the end", XLSX, spoilt(team='<c r="{r}" s="-1"><v>1</v></c>'), DAMAGED
    ),
    *(
        Bad(f"a number written {text}", XLSX, spoilt(places=number(text)), DAMAGED)
        for text in (
            "1_000",
            "\uff11\uff12",
            "½",
            "0x1F",
            "NaN",
            "INF",
            "1,200",
            "twelve",
            "1e",
            "--1",
        )
    ),
    Bad(
        "a number of 5,000 digits",
        XLSX,
        spoilt(places=number("9" * 5000)),
        "This number is too large.",
        "K2",
        only=True,
    ),
    Bad("a number past all bounds", XLSX, spoilt(places=number("1e999")), "too large", "K2"),
    Bad(
        "merged cells of no address",
        XLSX,
        with_sheet(
            sheet([HEADER], "", f'<mergeCells xmlns="{MAIN}"><mergeCell ref="A1:?"/></mergeCells>')
        ),
        DAMAGED,
    ),
]
