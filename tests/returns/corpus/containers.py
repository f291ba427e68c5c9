"""Files that are no workbook and no CSV, or only look like one."""

import gzip
import io
import zipfile
from struct import pack_into

from tests.returns.corpus.case import HEADER, Bad, csv_bytes, line
from tests.returns.corpus.parts import archive, parts, plain_workbook, row, sheet, workbook

DAMAGED = "The workbook is damaged or is no Excel workbook."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
XLSX = "return.xlsx"
WHOLE = plain_workbook()
CSV = csv_bytes([HEADER, line()])


def protected_part():
    """A workbook whose parts say that they are encrypted, as an archiver does it."""
    content = bytearray(WHOLE)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            pack_into("<H", content, at + flags, 1)
            at = content.find(mark, at + 1)
    return bytes(content)


def overstated(name, size):
    """A workbook that states another size of a part than it has."""
    content = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed:
        stated = packed.getinfo(name).file_size.to_bytes(4, "little")
    directory = content.find(b"PK\x01\x02")
    at = content.find(name.encode(), directory)
    assert content[at - 22 : at - 18] == stated
    content[at - 22 : at - 18] = size.to_bytes(4, "little")
    return bytes(content)


def bomb():
    """Half a gigabyte of blanks in half a megabyte."""
    blanks = " " * (1 << 20)
    return archive(parts(sheet([HEADER, line(), *[blanks] * 400])))


def flipped():
    """A workbook in which one bit of a stored sheet is another."""
    content = bytearray(archive(parts(sheet([HEADER, line()])), zipfile.ZIP_STORED))
    content[content.find(b">3</t>") + 1] ^= 1
    return bytes(content)


def twice():
    """A workbook with two parts of one name."""
    other = sheet([HEADER, line(places="4")])
    return archive([*parts(sheet([HEADER, line()])).items(), ("xl/worksheets/Sheet1.xml", other)])


BAD = [
    Bad("no bytes at all", XLSX, b"", "The file is empty."),
    Bad("no bytes of CSV", "offers.csv", b"", "The file is empty."),
    Bad("blanks alone", "offers.csv", b" \r\n\t\r\n", "The file is empty."),
    Bad("a mark of byte order alone", "offers.csv", b"\xef\xbb\xbf", "The file is empty."),
    Bad("a PDF called a workbook", XLSX, b"%PDF-1.7\n%\xe2\xe3", "This is a PDF"),
    Bad("a PDF called CSV", "offers.csv", b"%PDF-1.7\n%\xe2\xe3", "This is a PDF"),
    Bad("a picture called CSV", "offers.csv", b"\x89PNG\r\n\x1a\n\0", "This is a picture"),
    Bad("a photograph", XLSX, b"\xff\xd8\xff\xe0\0\x10JFIF", "This is a picture"),
    Bad("a web page called .xls", "o.xls", b"<html><table><tr><td>", "This is a web page"),
    Bad("a page with its type", "o.xls", b"\n<!DOCTYPE html><html>", "This is a web page"),
    Bad("an XML spreadsheet", "o.xls", b'<?xml version="1.0"?><Workbook>', "an XML document"),
    Bad("rich text", "offers.csv", b"{\\rtf1\\ansi offers}", "This is a text document"),
    Bad("a packed CSV", "offers.csv", gzip.compress(CSV), "This is a packed archive"),
    Bad("a database", "offers.csv", b"SQLite format 3\0", "This is a database"),
    Bad("CSV called a workbook", XLSX, CSV, "This is not an Excel workbook, though its name"),
    Bad("CSV called an old workbook", "o.xls", CSV, "This is not an Excel workbook, though its"),
    Bad("an old workbook", "o.xls", OLE, "The file is an old .xls workbook"),
    Bad("an old workbook called a new one", XLSX, OLE, "The file is an old .xls workbook"),
    Bad(
        "a workbook with a password",
        XLSX,
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "The workbook is protected by a password.",
    ),
    Bad("an encrypted archive", XLSX, protected_part(), DAMAGED),
    Bad("a packed CSV in an archive", XLSX, archive({"offers.csv": CSV}), "a packed archive"),
    Bad("an archive of nothing", XLSX, archive({}), "This is a packed archive"),
    Bad("a Word document", XLSX, archive({"word/document.xml": "<a/>"}), "a Word document"),
    Bad("an OpenDocument sheet", "o.ods", archive({"mimetype": "x"}), "an OpenDocument file"),
    Bad("a binary workbook", "o.xlsb", archive({"xl/workbook.bin": b"\0"}), "a binary one"),
    *(
        Bad(f"cut off after {part} of 10 parts", XLSX, WHOLE[: len(WHOLE) * part // 10], DAMAGED)
        for part in (1, 3, 5, 7, 9)
    ),
    Bad("cut off by one byte", XLSX, WHOLE[:-1], DAMAGED),
    Bad("the first kilobyte alone", XLSX, WHOLE[:1024], DAMAGED),
    Bad("one bit flipped", XLSX, flipped(), DAMAGED),
    Bad("a bomb of blanks", XLSX, bomb(), "unpacks to far more than a return holds"),
    Bad(
        "a part said to be huge",
        XLSX,
        overstated("xl/worksheets/sheet1.xml", 4_000_000_000),
        "unpacks to far more than a return holds",
    ),
    Bad(
        "a part larger than it says",
        XLSX,
        overstated("xl/worksheets/sheet1.xml", 300),
        DAMAGED,
    ),
    Bad(
        "thousands of parts",
        XLSX,
        archive(parts(sheet([HEADER])) | {f"xl/media/{n}": "" for n in range(3000)}),
        "unpacks to far more than a return holds",
    ),
    Bad("two parts of one name", XLSX, twice(), DAMAGED),
    Bad(
        "packed in a way that Excel does not know",
        XLSX,
        archive(parts(sheet([HEADER, line()])), zipfile.ZIP_LZMA),
        DAMAGED,
    ),
    Bad("no sheet behind its name", XLSX, workbook(**{"xl/worksheets/sheet1.xml": None}), DAMAGED),
    Bad("no list of sheets", XLSX, workbook(**{"xl/workbook.xml": None}), DAMAGED),
    Bad(
        "no links to the sheets",
        XLSX,
        workbook(**{"xl/_rels/workbook.xml.rels": None}),
        "No sheet of the workbook has the name of a table.",
    ),
    Bad(
        "a sheet that stands outside",
        XLSX,
        workbook(
            **{
                "xl/_rels/workbook.xml.rels": parts(sheet([]))[
                    "xl/_rels/workbook.xml.rels"
                ].replace("worksheets/sheet1.xml", "../../../../../etc/passwd")
            }
        ),
        DAMAGED,
    ),
    Bad("a workbook of nothing", XLSX, archive(parts(sheet([]))), "No header was found", "A1"),
    Bad(
        "text in place of a sheet",
        XLSX,
        archive(parts(row(1, line()))),
        "No header was found",
        "A1",
    ),
]
