"""Workbooks that look odd and are all right."""

from tests.returns.corpus.case import HEADER, STORED, Good, line, stored
from tests.returns.corpus.odd_parts import (
    extended,
    linked,
    of_mac,
    prefixed,
    shared,
    strict,
    without_addresses,
)
from tests.returns.corpus.parts import (
    STYLES,
    archive,
    links,
    parts,
    plain_workbook,
    row,
    sheet,
    workbook,
)

TWO = [STORED, stored(ref="O2")]


def good(what, content, rows=None, file="o.xlsx"):
    return Good(what, file, content, [STORED] if rows is None else rows)


GOOD = [
    good("a plain workbook", plain_workbook()),
    good("texts in one list", shared()),
    good("the other dialect (strict)", strict()),
    good("elements with a prefix", prefixed(), TWO),
    good("no addresses", without_addresses(), TWO),
    good("days counted from 1904", of_mac(44460)),
    good(
        "a macro",
        workbook(line(), **{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Auto_Open"}),
        file="o.xlsm",
    ),
    good("a template", plain_workbook(), file="o.xltx"),
    good("a workbook called CSV", plain_workbook(), file="offers.csv"),
    good("capital letters", plain_workbook(), file="RETURN.XLSX"),
    good(
        "links from the top",
        linked(
            **{
                "_rels/.rels": links(("officeDocument", "/xl/workbook.xml")),
                "xl/_rels/workbook.xml.rels": links(
                    ("worksheet", "/xl/worksheets/sheet1.xml"), ("styles", "/xl/styles.xml")
                ),
            }
        ),
    ),
    good(
        "links up and down",
        linked(
            **{
                "xl/_rels/workbook.xml.rels": links(
                    ("worksheet", "./x/../worksheets/Sheet1.xml"), ("styles", "styles.xml")
                ),
            }
        ),
    ),
    good(
        "a link to somewhere outside",
        linked(
            **{
                "xl/_rels/workbook.xml.rels": links(
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("styles", "styles.xml"),
                    ("externalLink", '../../../etc/passwd" TargetMode="External'),
                ),
            }
        ),
    ),
    good(
        "parts with paths upwards",
        archive(
            parts(sheet([HEADER, line()])) | {"../../evil.txt": "x", "/etc/evil": "x", "a\\b": "x"}
        ),
    ),
    good(
        "no styles",
        workbook(
            line(),
            **{
                "xl/styles.xml": None,
                "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml")),
            },
        ),
    ),
    good(
        "styles of no known kind",
        workbook(
            line(),
            **{
                "xl/styles.xml": STYLES.replace(
                    "<cellXfs>", "<fills><fill><x/></fill></fills><cellXfs>"
                ),
            },
        ),
    ),
    good("much besides cells", extended()),
    good(
        "rows far apart",
        archive(parts(sheet([HEADER, row(1000, line()), row(999_999, line(ref="O2"))]))),
        TWO,
    ),
    good("a row in the last line of all", archive(parts(sheet([HEADER, row(1_048_576, line())])))),
    good(
        "cells back to front",
        archive(
            parts(
                sheet(
                    [
                        HEADER,
                        '<row r="2">'
                        + "".join(
                            reversed(
                                row(2, line())
                                .removeprefix('<row r="2">')
                                .removesuffix("</row>")
                                .replace("<c ", "\n<c ")
                                .strip()
                                .split("\n")
                            )
                        )
                        + "</row>",
                    ]
                )
            )
        ),
    ),
    good("a wrong size stated", workbook(line(), before='<dimension ref="A1:XFD1048576"/>')),
    good(
        "blank cells with a format to the last column",
        workbook(line(), '<row r="3"><c r="A3" s="1"/><c r="XFD3" s="1"/></row>'),
    ),
]
