"""Workbooks put together part by part, so that each part can be spoilt."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from tests.returns.corpus.case import HEADER, line

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
KINDS = {"workbook": "sheet.main", "styles": "styles"}
# Style 1 is a day, 2 a share, 3 a number of four digits, 4 a duration, 5 a time, 6 a text.
STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="0000"/>'
    '<numFmt numFmtId="165" formatCode="[$-809]dddd\\, d mmmm yyyy;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 9, 164, 46, 20, 49, 165))
    + "</cellXfs></styleSheet>"
)


# What would otherwise be taken for a character by its number.
LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Xml(str):
    """A cell as it stands in a part, with ``{r}`` for its address."""


def letters(column):
    """The letters of a column, counted from 1."""
    found = ""
    while column:
        column, letter = divmod(column - 1, 26)
        found = chr(65 + letter) + found
    return found


def cell(address, value):
    if isinstance(value, Xml):
        return value.replace("{r}", address)
    if value is None:
        return ""
    if isinstance(value, str):
        text = escape(LIKE_ESCAPED.sub("_x005F_", value))
        return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def row(number, values):
    inside = "".join(cell(f"{letters(at)}{number}", one) for at, one in enumerate(values, 1))
    return f'<row r="{number}">{inside}</row>'


def sheet(rows, before="", after="", namespace=MAIN):
    """A sheet; rows are lists of values, or text as it stands in the part."""
    inside = "".join(
        one if isinstance(one, str) else row(number, one) for number, one in enumerate(rows, 1)
    )
    return (
        f'{DECLARATION}<worksheet xmlns="{namespace}">{before}<sheetData>{inside}</sheetData>'
        f"{after}</worksheet>"
    )


def book(names=("offers",), properties="", namespace=MAIN, relations=RELATIONS):
    """The list of sheets."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1)
    )
    return (
        f'{DECLARATION}<workbook xmlns="{namespace}" xmlns:r="{relations}">'
        f"{properties}<sheets>{sheets}</sheets></workbook>"
    )


def links(*targets, relations=RELATIONS):
    """Links to parts, each a kind and where it is."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{relations}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def types(sheets, strings):
    """What kind of part each is."""
    named = {f"/xl/{name}.xml": kind for name, kind in KINDS.items()}
    named |= {"/xl/sharedStrings.xml": "sharedStrings"} if strings else {}
    named |= {f"/xl/worksheets/sheet{at}.xml": "worksheet" for at in range(1, sheets + 1)}
    inside = "".join(
        f'<Override PartName="{name}" ContentType="{KIND}.{kind}+xml"/>'
        for name, kind in named.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{inside}</Types>"
    )


def parts(*sheets, strings=None, **changes):
    """The parts of a workbook by name; a change of ``None`` leaves one out."""
    targets = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    targets.append(("styles", "styles.xml"))
    if strings is not None:
        targets.append(("sharedStrings", "sharedStrings.xml"))
    found = {
        "[Content_Types].xml": types(len(sheets), strings),
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book(),
        "xl/_rels/workbook.xml.rels": links(*targets),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{at}.xml": one for at, one in enumerate(sheets, 1)},
    }
    if strings is not None:
        found["xl/sharedStrings.xml"] = strings
    return {name: part for name, part in (found | changes).items() if part is not None}


def archive(members, method=zipfile.ZIP_DEFLATED):
    """Parts, packed; ``members`` are pairs of name and content, or a dictionary of them."""
    out = io.BytesIO()
    pairs = members.items() if isinstance(members, dict) else members
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in pairs:
            packed.writestr(name, content)
    return out.getvalue()


def workbook(*rows, strings=None, before="", after="", **changes):
    """A workbook of the one sheet ``offers``, its header above the rows."""
    return archive(parts(sheet([HEADER, *rows], before, after), strings=strings, **changes))


def plain_workbook():
    return workbook(line())


def strings(*texts):
    """The list of texts; each as it stands in the part."""
    inside = "".join(f"<si>{text}</si>" for text in texts)
    return f'{DECLARATION}<sst xmlns="{MAIN}">{inside}</sst>'
