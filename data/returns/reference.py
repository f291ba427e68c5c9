"""The reference tables as files bring them: declared like the sheets of the return."""

from dataclasses import dataclass

from data.returns.sheets.declaration import Column, NotBefore, OnlyWith, Sheet
from data.schema.editions import AUDIENCES
from data.schema.reference import NATIONS, ORGANISATION_KINDS, ROLES, ROUTES, SERVICES
from data.schema.reports import LONGEST_HEADING, LONGEST_NAME, MOST
from data.schema.running import ANY_COUNTRY

DATES = (Column("valid_from", "date"), Column("valid_to", "date"))


def _code(name: str = "code", *, required: bool = True) -> Column:
    return Column(name, "ref", required=required, longest=100)


def _name() -> Column:
    return Column("name", "text", required=True, longest=200)


def _table(
    name: str, meaning: str, columns: tuple[Column, ...], key: tuple[str, ...] = ("code",)
) -> Sheet:
    names = {column.name for column in columns}
    ordered = (("valid_to", "valid_from"), ("funded_to", "funded_from"))
    rules = tuple(NotBefore(later, earlier) for later, earlier in ordered if later in names)
    return Sheet(name, name, meaning, (), columns, rules, key=key)


ORGANISATION = _table(
    "organisation",
    "a university, council, trust or agency",
    (
        _code(),
        _name(),
        Column("kind", "code", required=True, values=ORGANISATION_KINDS),
        _code("region_code", required=False),
        Column("ukprn", "text"),
        Column("ons_code", "text"),
        Column("services", "code", values=SERVICES),
        *DATES,
        _code("successor_code", required=False),
    ),
)
ORGANISATION_ALIAS = _table(
    "organisation_alias",
    "another name of an organisation; the code of one that was split names a further successor",
    (Column("alias", "text", required=True, longest=200), _code("organisation_code")),
    ("alias",),
)
PARTNERSHIP = _table(
    "partnership",
    "a teaching partnership",
    (_code(), _name(), Column("funded_from", "date"), Column("funded_to", "date")),
)
MEMBERSHIP = _table(
    "membership",
    "an organisation's time in a partnership",
    (
        _code("partnership_code"),
        _code("organisation_code"),
        Column("role", "code", required=True, values=ROLES),
        *DATES,
    ),
    ("partnership_code", "organisation_code", "valid_from"),
)
PROGRAMME = _table(
    "programme",
    "a programme of a university",
    (
        _code(),
        _code("organisation_code"),
        _name(),
        Column(
            "route",
            "code",
            required=True,
            values=ROUTES,
        ),
    ),
)
RETURN_PERIOD = Sheet(
    "return_period",
    "return_period",
    "a quarter that returns are asked for",
    (),
    (
        Column("quarter", "text", required=True, note="Write it like 2026/27 Q1."),
        Column("starts_on", "date", required=True),
        Column("ends_on", "date", required=True),
        Column("opens", "date", required=True),
        Column("due", "date", required=True),
    ),
    (NotBefore("ends_on", "starts_on"), NotBefore("due", "opens")),
    key=("quarter",),
)
SETTING = _table(
    "setting",
    "a rule's value in a country from a day on",
    (
        Column(
            "key",
            "ref",
            required=True,
            longest=100,
            note="One of those below, or daily_fee_pence: the fee for a day of placement.",
        ),
        Column(
            "value",
            "integer",
            required=True,
            low=0,
            note="A whole number of what its key ends with: £20 a day is 2000 pence.",
        ),
        Column("valid_from", "date", required=True),
        Column("country", "code", required=True, values=(ANY_COUNTRY, *NATIONS)),
    ),
    ("key", "valid_from", "country"),
)
TARGET = _table(
    "target",
    "what an indicator is to reach in a year",
    (
        _code("indicator"),
        _code("scope"),
        Column("academic_year", "academic_year", required=True),
        Column("value", "decimal", required=True),
        Column("baseline", "decimal"),
        _code("owner", required=False),
    ),
    ("indicator", "scope", "academic_year"),
)
REPORT = Sheet(
    "report",
    "report",
    "how packs for some readers are put together",
    (),
    (
        _code(),
        _name(),
        Column("audience", "code", required=True, values=AUDIENCES),
        Column(
            "funder", "text", longest=LONGEST_NAME, note="Whom a funder's pack names as its reader."
        ),
        Column(
            "title",
            "text",
            required=True,
            longest=LONGEST_NAME,
            note="{day}, {funder} and {partnerships} stand for what they name.",
        ),
        _code("partnership_code", required=False),
    ),
    (OnlyWith("funder", "audience", ("funder",)),),
    key=("code",),
)


def _of_report(name: str, meaning: str, column: str, *others: Column) -> Sheet:
    place = Column("place", "integer", low=1, high=MOST, note="Blank leaves it out.")
    columns = (_code("report_code"), _code(column), place, *others)
    return _table(name, meaning, columns, ("report_code", column))


REPORT_SECTION = _of_report(
    "report_section",
    "a part of the packs of a report, and where it comes",
    "section",
    Column(
        "heading", "text", longest=LONGEST_HEADING, note="In place of the one that it has already."
    ),
)
REPORT_INDICATOR = _of_report(
    "report_indicator", "a figure of the scorecard of a report, and where it comes", "indicator"
)

# In this order each row comes after those it refers to.
REFERENCE: dict[str, Sheet] = {
    table.name: table
    for table in (
        ORGANISATION,
        ORGANISATION_ALIAS,
        PARTNERSHIP,
        MEMBERSHIP,
        PROGRAMME,
        RETURN_PERIOD,
        SETTING,
        TARGET,
        REPORT,
        REPORT_SECTION,
        REPORT_INDICATOR,
    )
}


@dataclass(frozen=True)
class Pointer:
    """A column that names a row of another reference table by its code."""

    table: str
    column: str
    to: str


POINTERS = (
    Pointer("organisation", "region_code", "region"),
    Pointer("organisation", "successor_code", "organisation"),
    Pointer("organisation_alias", "organisation_code", "organisation"),
    Pointer("membership", "partnership_code", "partnership"),
    Pointer("membership", "organisation_code", "organisation"),
    Pointer("programme", "organisation_code", "organisation"),
    Pointer("target", "owner", "organisation"),
    Pointer("report", "partnership_code", "partnership"),
    Pointer("report_section", "report_code", "report"),
    Pointer("report_indicator", "report_code", "report"),
)
SCOPES = ("partnership", "organisation", "region")
