"""Cells that are written oddly and say just one thing: the same in CSV and in a workbook.

Each is a column, what stands there, and what is stored of it.
"""

from datetime import date

from tests.returns.corpus.parts import Xml

FIRST_OF_FEBRUARY = date(2026, 2, 1)
INERT = (
    "=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1:A9)", "=HYPERLINK(\"http://x\",\"y\")",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
    "'; DROP TABLE offers; --", "{{7*7}}", "${7*7}", "%s%n", "../../etc/passwd",
    "|calc", "[click](http://x)", "\\\\server\\share", "&lt;b&gt;", "_x0041_x", "NULL", "NA", "nan",
    "None", "TRUE", "-", "0", "1e3", "007", "٣", "½", "🧑‍🎓 team", "שלום", "مرحبا",
    "e\u0301quipe", "Ynys Môn",
)  # fmt: skip

TEXTS = [
    *(("window_start", text, FIRST_OF_FEBRUARY) for text in (
        "2026-02-01", "01/02/2026", "1/2/2026", "1 Feb 2026", "01 FEB 2026", " 1  feb  2026 ",
        "\u00a02026-02-01\u00a0",
    )),
    ("window_start", "29/02/2028", date(2028, 2, 29)),
    ("window_start", "2000-02-29", date(2000, 2, 29)),
    ("window_start", "31/12/1999", date(1999, 12, 31)),
    *(("places", text, 12) for text in ("12", "12 ", " 12", "12.0", "12.000", "012", "\u200b12")),
    *(("places", text, 1200) for text in ("1,200", "1200", "1,200.0", " 1,200 ")),
    ("places", "0", 0),
    ("places", "-0", 0),
    ("places", "2,147,483,647", 2147483647),
    ("statutory_days_per_week", "5", 5.0),
    ("statutory_days_per_week", "0", 0.0),
    ("statutory_days_per_week", "4.75", 4.75),
    ("statutory_days_per_week", "", None),
    ("statutory_days_per_week", "\u00a0\ufeff", None),
    *(("level", text, "final") for text in (
        "final", "FINAL", " Final ", "PLO 2", "PLO2", "plo-2", "100-day", "100 day", "fi\u200bnal",
    )),
    *(("service_area", text, "children") for text in ("children", "C&F", "c & f", "Children")),
    *(("service_area", text, "mental_health") for text in ("mental_health", "Mental Health")),
    ("team", "", None),
    ("team", "   ", None),
    ("team", "\u200b\ufeff", None),
    ("team", " Duty ", "Duty"),
    ("team", "\ufeffDuty\u00a0", "Duty"),
    ("team", "x" * 100, "x" * 100),
    ("status_reason", "x" * 2000, "x" * 2000),
    ("owner", "NA", "na-trust"),
    ("owner", " na ", "na-trust"),
    ("owner", "NULL", "null-trust"),
    ("owner", "RIVERSIDE", "riverside"),
    ("partnership", "North Teaching Partnership", "north"),
    *(("team", text, text) for text in INERT),
    *(("status_reason", text, text) for text in INERT),
]  # fmt: skip


def typed(text, style=0, kind="n"):
    return Xml(f'<c r="{{r}}" s="{style}" t="{kind}"><v>{text}</v></c>')


def formula(result, kind="n", attributes=""):
    return Xml(f'<c r="{{r}}" t="{kind}"><f{attributes}>A1</f><v>{result}</v></c>')


def text(inside):
    return Xml(f'<c r="{{r}}" t="inlineStr"><is>{inside}</is></c>')


# Only a workbook can hold these.
ONLY_WORKBOOK = [
    ("window_start", typed("46054", 1), FIRST_OF_FEBRUARY),
    ("window_start", typed("46054.0", 1), FIRST_OF_FEBRUARY),
    ("window_start", typed("46053.9999999999", 1), FIRST_OF_FEBRUARY),
    ("window_start", typed("46054.5", 1), FIRST_OF_FEBRUARY),
    ("window_start", typed("46054", 7), FIRST_OF_FEBRUARY),
    ("window_start", typed("61", 1), date(1900, 3, 1)),
    ("window_start", typed("59", 1), date(1900, 2, 28)),
    ("window_start", typed("2026-02-01", kind="d"), FIRST_OF_FEBRUARY),
    ("window_start", typed("2026-02-01T00:00:00", kind="d"), FIRST_OF_FEBRUARY),
    ("window_start", formula("2026-02-01", "str"), FIRST_OF_FEBRUARY),
    ("places", typed("12"), 12),
    ("places", typed("12.0"), 12),
    ("places", typed("1.2E1"), 12),
    ("places", typed("12.000000000000002"), 12),
    ("places", typed("12", 6), 12),
    ("places", typed("12", 3), 12),
    ("places", formula("12"), 12),
    ("places", formula("12", attributes=' t="shared" si="0" ref="K2:K9"'), 12),
    ("places", formula("12", attributes=' t="array" ref="K2"'), 12),
    ("places", formula("12", "str"), 12),
    ("statutory_days_per_week", typed("0.30000000000000004"), 0.3),
    ("statutory_days_per_week", Xml('<c r="{r}"/>'), None),
    ("statutory_days_per_week", Xml('<c r="{r}" s="1"/>'), None),
    ("statutory_days_per_week", Xml('<c r="{r}"><v/></c>'), None),
    ("team", formula("", "str"), None),
    ("team", formula("Duty", "str"), "Duty"),
    ("team", typed("17"), "17"),
    ("team", typed("17.0"), "17"),
    ("team", typed("1.5"), "1.5"),
    ("team", typed("7", 3), "0007"),
    ("team", typed("12345", 3), "12345"),
    ("team", typed("0.5", 2), "50%"),
    ("team", typed("1.5", 4), "36:00:00"),
    ("team", typed("0.25", 5), "06:00:00"),
    ("team", typed("46054", 1), "2026-02-01"),
    ("team", typed("46054.5", 1), "2026-02-01 12:00:00"),
    ("team", typed("1", kind="b"), "TRUE"),
    ("team", typed("0", kind="b"), "FALSE"),
    ("team", typed("0.30000000000000004"), "0.3"),
    ("team", typed("123456789012345"), "123456789012345"),
    ("team", text("<t>Du</t>"), "Du"),
    ("team", text("<r><t>Du</t></r><r><rPr><b/></rPr><t>ty</t></r>"), "Duty"),
    ("team", text('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'), "東京"),
    ("team", text('<t xml:space="preserve"> Duty </t>'), "Duty"),
    ("team", text("<t>Duty_x000A_night</t>"), "Duty\nnight"),
    ("team", text("<t>Duty_x000D_\nnight</t>"), "Duty\nnight"),
    ("team", text("<t>_x005F_x0041_</t>"), "_x0041_"),
    ("team", text("<t>_xD83D__xDE00_</t>"), "😀"),
    ("team", text("<t><![CDATA[<b>&amp;]]></t>"), "<b>&amp;"),
]
