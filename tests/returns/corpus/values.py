"""Cells that say nothing, two things, or something else than they seem to.

Each is a column, what stands there, and what is said of it.
"""

from tests.returns.corpus.parts import Xml

DATE = "This is not a date."
WHOLE = "This is not a whole number."
DAYS = "statutory_days_per_week"

# The same in CSV and in a workbook.
TEXTS = [
    *(
        ("window_start", text, DATE)
        for text in (
            "22/09/25",
            "22-09-25",
            "22 Sep 25",
            "09/22/2025",
            "13/13/2026",
            "2026/02/01",
            "01-02-2026",
            "01.02.2026",
            "Feb 1 2026",
            "1 February 2026",
            "20260201",
            "46054",
            "2026-2-1",
            "2026-02-30",
            "31/04/2026",
            "29/02/2026",
            "2025-02-29",
            "29 Feb 2027",
            "29/02/1900",
            "0000-00-00",
            "00/01/2026",
            "2026-02-01 09:30",
            "2026-02-01T00:00:00Z",
            "1899-12-31",
            "2200-01-01",
            "9999-99-99",
            "\uff12\uff10\uff12\uff16-\uff10\uff12-\uff10\uff11",
            "soon",
            "autumn term",
            "tbc",
            "2025-09-22 or 23",
            "1 Foo 2026",
            "-2026-02-01",
        )
    ),
    *(
        ("places", text, WHOLE)
        for text in (
            "1e3",
            "1E3",
            "½",
            "\uff11\uff12",
            "٣",
            "³",
            "Ⅳ",
            "twelve",
            "3 or 4",
            "4-6",
            "3+",
            "~3",
            "+3",
            "1,2",
            "1,20",
            "1,2000",
            "12,345,6",
            "1 200",
            "1.2.3",
            "3,0",
            "NaN",
            "nan",
            "inf",
            "-inf",
            "Infinity",
            "0x10",
            "0b1",
            "1_000",
            "3%",
            "£3",
            "(3)",
            "3-",
            ".",
            "-",
            "--3",
            "True",
            "NULL",
            "None",
            "NA",
            "#",
            "3;",
            "=3",
            "3 places",
            "ten",
            "1/2",
        )
    ),
    ("places", "2.5", WHOLE),
    ("places", "3.0000001", WHOLE),
    ("places", "-1", "This is under 0."),
    ("places", "-1.0", "This is under 0."),
    ("places", "2147483648", "This number is too large."),
    ("places", "9" * 1999, "This number is too large."),
    ("places", "9" * 5000, "This has 5,000 characters, more than 2,000."),
    ("places", "", "A value is missing."),
    ("places", "n/a", "“n/a” is not allowed in this column."),
    ("places", "#REF!", "The cell holds an error: #REF!."),
    ("places", " #N/A ", "The cell holds an error: #N/A."),
    ("places", "#DIV/0!", "The cell holds an error: #DIV/0!."),
    ("team", "#VALUE!", "The cell holds an error: #VALUE!."),
    (DAYS, "5.01", "This is over 5."),
    (DAYS, "-0.5", "This is under 0."),
    (DAYS, "2,5", "This is not a number."),
    (DAYS, "NA", "This is not a number."),
    ("level", "third", "This code is unknown."),
    ("level", "first or final", "This code is unknown."),
    ("level", "NA", "This code is unknown."),
    ("level", "NULL", "This code is unknown."),
    ("level", "n/a", "“n/a” is not allowed in this column."),
    ("level", "=CHAR(65)", "This code is unknown."),
    ("level", "<script>alert(1)</script>", "This code is unknown."),
    ("status", "' OR 1=1 --", "This code is unknown."),
    ("owner", "NA", "This organisation is unknown."),
    ("partnership", "NULL", "This partnership is unknown."),
    ("team", "x" * 101, "This has 101 characters, more than 100."),
    ("team", "x" * 2001, "This has 2,001 characters, more than 2,000."),
    ("status_reason", "x" * 100_000, "This has 100,000 characters, more than 2,000."),
    ("status_reason", "a\x7fb", "This holds a character that can't be printed."),
    ("ref", "O\u200b1", "This holds a character that can't be seen."),
    ("ref", "x" * 101, "This has 101 characters, more than 100."),
]
# Only CSV can hold these.
ONLY_CSV = [
    ("status_reason", "a\x0bb", "This holds a character that can't be printed."),
    ("status_reason", "\x1b[31mred", "This holds a character that can't be printed."),
    ("status_reason", "a\ufffeb", "This holds a character that can't be printed."),
]


def typed(text, style=0):
    return Xml(f'<c r="{{r}}" s="{style}"><v>{text}</v></c>')


def formula(result, kind=""):
    return Xml(f'<c r="{{r}}"{kind}><f>A1&amp;B1</f>{result}</c>')


# Only a workbook can hold these.
ONLY_WORKBOOK = [
    ("places", formula(""), "The cell holds an error: a formula without a result."),
    ("team", formula(""), "The cell holds an error: a formula without a result."),
    ("team", formula("<v></v>"), "The cell holds an error: a formula without a result."),
    ("team", Xml('<c r="{r}"><f t="shared" si="0"/></c>'), "a formula without a result."),
    ("team", Xml('<c r="{r}"><f t="array" ref="D2">1</f></c>'), "a formula without a result."),
    ("places", formula("<v>#REF!</v>", ' t="e"'), "The cell holds an error: #REF!."),
    ("team", Xml('<c r="{r}" t="e"><v>#N/A</v></c>'), "The cell holds an error: #N/A."),
    ("team", Xml('<c r="{r}" t="e"><v>#FIELD!</v></c>'), "The cell holds an error: #FIELD!."),
    ("window_start", typed("46054"), DATE),
    ("window_start", typed("-1", 1), DATE),
    ("window_start", typed("2958466", 1), DATE),
    ("window_start", typed("0.5", 1), DATE),
    ("window_start", typed("60", 1), "The cell holds an error: 29 February 1900."),
    ("window_start", Xml('<c r="{r}" t="b"><v>1</v></c>'), DATE),
    ("places", typed("3", 1), WHOLE),
    ("places", typed("0.5", 2), WHOLE),
    ("places", typed("3", 2), WHOLE),
    ("places", typed("1.5", 4), WHOLE),
    ("places", typed("0.25", 5), WHOLE),
    ("places", typed("3.5"), WHOLE),
    ("places", typed("1E20"), "This number is too large."),
    ("places", Xml('<c r="{r}" t="b"><v>1</v></c>'), WHOLE),
    ("ref", typed("46054", 1), "Excel has taken this for a date."),
    ("ref", typed("1234567890123456789"), "Excel keeps 15 digits of a number"),
    ("team", typed("1E+15"), "Excel keeps 15 digits of a number"),
    ("team", Xml('<c r="{r}" t="inlineStr"><is><t>a_x0007_b</t></is></c>'), "can't be printed."),
    ("team", Xml('<c r="{r}" t="inlineStr"><is><t>a_xD800_b</t></is></c>'), "can't be printed."),
]
