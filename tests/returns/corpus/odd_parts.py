"""Ways to write a workbook that are odd and all right."""

import io

import xlsxwriter

from tests.returns.corpus.case import HEADER, line
from tests.returns.corpus.parts import (
    MAIN,
    STYLES,
    Xml,
    archive,
    book,
    parts,
    sheet,
    strings,
    workbook,
)

ROWS = [HEADER, line(), line(ref="O2")]
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def written(spoil, rows=ROWS):
    """A workbook written by a program, with something odd about it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as made:
        page = made.add_worksheet("offers")
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
        spoil(made, page)
    return out.getvalue()


def with_chart(made, _):
    chart = made.add_chart({"type": "column"})
    chart.add_series({"values": "=offers!$K$2:$K$3"})
    made.add_chartsheet("Chart").set_chart(chart)


def with_extras(made, page):
    page.write_comment("A1", "Whose?")
    page.autofilter("A1:M3")
    page.freeze_panes(1, 0)
    page.protect("secret")
    page.data_validation("F2:F9", {"validate": "list", "source": ["first", "final"]})
    page.conditional_format("K2:K9", {"type": "data_bar"})
    made.define_name("Everything", "=offers!$A$1:$M$3")


def hidden_sheet(made, page):
    made.add_worksheet("Notes").activate()
    page.hide()


def on_several_sheets(made, _):
    for name in ("Read me", "Lists", "Notes", "Pivot"):
        made.add_worksheet(name).write(0, 0, "offers")


def strict():
    """The other dialect, in which days are written out."""
    cells = line(window_start=Xml('<c r="{r}" t="d"><v>2025-09-22</v></c>'))
    made = parts(sheet([HEADER, cells], namespace=STRICT))
    made["xl/workbook.xml"] = book(
        properties='<workbookPr date1904="false"/>', namespace=STRICT, relations=STRICT_LINKS
    )
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        made[name] = made[name].replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT_LINKS
        )
    made["xl/styles.xml"] = STYLES.replace(MAIN, STRICT)
    return archive(made)


def of_mac(serial):
    """A workbook that counts its days from 1904."""
    cells = line(window_start=Xml(f'<c r="{{r}}" s="1"><v>{serial}</v></c>'))
    return workbook(cells, **{"xl/workbook.xml": book(properties='<workbookPr date1904="1"/>')})


def prefixed():
    """A sheet whose elements have a prefix, as some programmes write them."""
    text = sheet(ROWS).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        for end in (">", " ", "/"):
            text = text.replace(f"<{name}{end}", f"<x:{name}{end}")
        text = text.replace(f"</{name}>", f"</x:{name}>")
    return archive(parts(text))


def without_addresses():
    """A sheet that leaves out where its rows and cells stand."""
    inside = sheet(ROWS)
    for number in (1, 2, 3):
        inside = inside.replace(f'<row r="{number}">', "<row>")
        for letter in "ABCDEFGHIJKLM":
            inside = inside.replace(f'r="{letter}{number}" ', "")
    assert 'r="' not in inside
    return archive(parts(inside))


def shared():
    """A workbook with its texts in one list."""
    texts = list(dict.fromkeys([*HEADER, *line()]))
    pointing = [
        [Xml(f'<c r="{{r}}" t="s"><v>{texts.index(one)}</v></c>') for one in cells]
        for cells in (HEADER, line())
    ]
    listed = strings(*(f"<t>{one}</t>" for one in texts))
    return archive(parts(sheet(pointing), strings=listed))


def linked(**targets):
    """A workbook whose links are written in another way."""
    return workbook(line(), **targets)


def extended():
    """A sheet that holds more than cells, in vocabularies of its own."""
    more = (
        '<conditionalFormatting sqref="A1"><cfRule type="nonsense"/></conditionalFormatting>'
        '<autoFilter ref="A1:M2"><filterColumn colId="x"/></autoFilter>'
        '<extLst><ext uri="x"><y:row xmlns:y="urn:y" r="1"><y:c r="A1"><y:v>9</y:v></y:c></y:row>'
        "</ext></extLst>"
    )
    return workbook(
        line(), after=more, before='<dimension ref="A1:B1"/><cols><col hidden="1"/></cols>'
    )
