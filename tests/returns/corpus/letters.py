"""CSV files whose letters, lines or quotation marks are not in order."""

from tests.returns.corpus.case import HEADER, Bad, comma_separated, csv_bytes, line

WELSH = [HEADER, line(ref="O0"), line(team="Ynys Môn")]
TEXT = comma_separated([HEADER, line(), line(ref="O2"), line(ref="O3")])
APART = "can't be told apart: a quotation mark may be opened and not closed"
NOT_UTF8 = "Line 3 holds letters that are not written in UTF-8."
NO_TEXT = "holds a character that no text has"


def spoilt(what, text, says, cell="", **more):
    return Bad(what, "offers.csv", text.encode(), says, cell, **more)


BAD = [
    Bad("Western Windows", "offers.csv", csv_bytes(WELSH, "cp1252"), NOT_UTF8),
    Bad("Latin letters", "offers.csv", csv_bytes(WELSH, "latin-1", delimiter=";"), NOT_UTF8),
    Bad("an old Macintosh", "offers.csv", csv_bytes(WELSH, "mac-roman", end="\r"), NOT_UTF8),
    Bad("an old PC", "offers.csv", csv_bytes(WELSH, "cp850"), NOT_UTF8),
    Bad(
        "two encodings in one",
        "offers.csv",
        csv_bytes(WELSH[:2]) + "Môn".encode("cp1252"),
        NOT_UTF8,
    ),
    Bad(
        "a letter cut in half",
        "offers.csv",
        csv_bytes(WELSH)[:-1] + "ô".encode()[:1],
        "not written in UTF-8",
    ),
    Bad("surrogates", "offers.csv", csv_bytes([HEADER]) + b"\xed\xa0\x80", "Line 2 holds letters"),
    Bad("16 bits without a mark", "offers.csv", TEXT.encode("utf-16-le"), NO_TEXT),
    Bad("16 bits cut in half", "offers.csv", csv_bytes(WELSH, "utf-16")[:-1], "not written in"),
    Bad("32 bits", "offers.csv", csv_bytes(WELSH, "utf-32"), NO_TEXT),
    spoilt("a NUL in a cell", TEXT.replace("Duty", "Du\0ty", 1), f"Line 2 {NO_TEXT}"),
    spoilt("a NUL in the header", TEXT.replace("team", "team\0"), f"Line 1 {NO_TEXT}"),
    spoilt("NULs at the end", TEXT + "\0" * 100, f"Line 5 {NO_TEXT}"),
    spoilt("a mark opened in the last cell", TEXT[:-2] + ',"x', f"The cells of row 4 {APART}"),
    spoilt("a mark opened in row 2", TEXT.replace("O1", '"O1'), f"The cells of row 2 {APART}"),
    spoilt("a mark opened in the header", TEXT.replace("team", '"team'), f"row 1 {APART}"),
    spoilt("a mark closed too soon", TEXT.replace("O2", '"O"2'), f"The cells of row 3 {APART}"),
    spoilt(
        "a mark closed rows below",
        TEXT.replace("O1,Duty", 'O1,"Duty').replace("O3,Duty", 'O3,Duty"'),
        "A cell of row 2 holds whole rows",
    ),
    spoilt("a cell of a megabyte", TEXT.replace("O2", "O" * 1_000_000), "a cell is far too long"),
    spoilt("a file of one endless line", "a" * 3_000_000, "a cell is far too long"),
    spoilt("cut off in the last row", TEXT[: TEXT.rindex(",final") + 4], "ends in the middle"),
    spoilt("cut off before the last cell", TEXT[: TEXT.rindex(",")], "Row 4, the last one, ends"),
    spoilt(
        "commas that may be decimals",
        comma_separated([HEADER, line(places="1,200")], delimiter=";"),
        "The comma may stand for thousands or for decimals.",
        "K2",
        value="1,200",
    ),
    spoilt("cells parted by strokes", TEXT.replace(",", "|"), "No header was found", "A1"),
    spoilt("a header parted otherwise", TEXT.replace(",", ";", 12), "whose rows these", only=False),
    spoilt(
        "blanks before quotation marks",
        comma_separated([HEADER, line(team='a, "b')]).replace('"a', ' "a'),
        "without a heading",
        "N2",
        only=False,
    ),
    spoilt("a file of line ends with one letter", "\r\n" * 5000 + "x", "No header was found", "A1"),
]
