"""Rows of somebody else, of nobody, or twice."""

from tests.returns.corpus.case import HEADER, Bad, csv_bytes, line

EDUCATORS = {
    "partnership": "north",
    "owner": "riverside",
    "ref": "PE-1",
    "service_area": "adults",
    "stage1_on": "2025-06-01",
}


def offers(what, says, cell, *changes, **more):
    content = csv_bytes([HEADER, *(line(**one) for one in changes)])
    return Bad(what, "offers.csv", content, says, cell, **more)


def educators(what, says, cell, **changes):
    row = EDUCATORS | changes
    content = csv_bytes([list(row), list(row.values())])
    return Bad(what, "practice_educators.csv", content, says, cell, value="")


BAD = [
    offers(
        "an organisation that nobody knows",
        "This organisation is unknown.",
        "B2",
        {"owner": "lakeside"},
    ),
    offers(
        "an organisation elsewhere",
        "elsewhere is no member of north.",
        "B2",
        {"owner": "elsewhere"},
    ),
    offers(
        "a university's offers", "northern can't own rows of offers.", "B2", {"owner": "northern"}
    ),
    offers(
        "a partnership that nobody knows",
        "This partnership is unknown.",
        "A2",
        {"partnership": "south"},
    ),
    offers(
        "one row of several of somebody else",
        "elsewhere is no member",
        "B3",
        {},
        {"ref": "O2", "owner": "elsewhere"},
    ),
    offers("a ref twice", "Row 2 has the same ref.", "C3", {}, {"places": "4"}, value="O1"),
    offers("a row twice", "Row 2 has the same ref.", "C3", {}, {}),
    offers("a ref twice, once with blanks", "Row 2 has the same ref.", "C3", {}, {"ref": " O1 "}),
    offers(
        "a ref twice, once with an unseen letter",
        "Row 2 has the same ref.",
        "C3",
        {},
        {"ref": "\ufeffO1"},
    ),
    educators("a name for a pseudonym", "This looks personal", "C2", ref="Ann Example"),
    educators(
        "an e-mail address for a pseudonym", "This looks personal", "C2", ref="a@example.org"
    ),
    educators(
        "a life for a pseudonym",
        "This has 332 characters",
        "C2",
        ref="Ann Example, " + "born 1970 " * 32,
    ),
]
