"""Text that would do something where it is taken for more than text, and a world full of it."""

from data.returns.sheets import SHEETS
from tests import factories

CORPUS = [
    "<img src=x onerror=window.__xss=1>",
    "<script>window.__xss=1</script>",
    "javascript:window.__xss=1",
    '"><svg onload=window.__xss=1>',
    "{{7*7}}",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
    '<a href="https://evil.example">x</a>',
    '<a href="javascript:window.__xss=1">x</a>',
]
WORDS = {"team", "course", "title", "heading", "measure", "source", "quote"}


def live_in(page):
    """What of the corpus a browser would take for more than text."""
    marks = ("<img", "<svg onload", "<script>window", 'href="javascript', 'href="https://evil')
    return [mark for mark in marks if mark in page]


def hostile():
    """A partnership named after each text, with a university, a council, and all their rows."""
    for number, text in enumerate(CORPUS):
        partnership, university, council = f"p{number}", f"u{number}", f"c{number}"
        yield factories.partnership(partnership, name=text)
        yield factories.university(university, name=f"{text} U")
        yield factories.council(council, name=f"{text} C")
        yield factories.membership(university, partnership)
        yield factories.membership(council, partnership)
        yield factories.programme(f"b{number}", university, name=f"{text} B")
        mine = {
            "northern": university,
            "riverside": council,
            "northern-ba": f"b{number}",
        }
        for sheet, declared in SHEETS.items():
            row = {
                name: mine.get(value, value) if isinstance(value, str) else value
                for name, value in factories.DEFAULTS[sheet].items()
            }
            if sheet == "demand":
                # More than is offered, so that what is short is below nought.
                row["students"] = 9
            words = {name: text for name in WORDS if declared.has(name)}
            yield factories.fact(sheet, **(row | words), partnership=partnership)
