"""The reference tables as files bring them: declared like the sheets of the return."""

from dataclasses import dataclass, replace

from data.returns.reports import REPORT, REPORT_INDICATOR, REPORT_SECTION
from data.returns.sheets.declaration import Column, NotBefore, Sheet
from data.returns.tables import DATES, code, name, table
from data.schema.reference import NATIONS, ORGANISATION_KINDS, ROLES, ROUTES, SERVICES
from data.schema.running import ANY_COUNTRY

ORGANISATION = table(
    "organisation",
    "a university, council, trust or agency",
    (
        code(),
        name(),
        Column("kind", "code", required=True, values=ORGANISATION_KINDS),
        code("region_code", required=False),
        Column("ukprn", "text"),
        Column("ons_code", "text"),
        Column("services", "code", values=SERVICES),
        *DATES,
        code("successor_code", required=False),
    ),
)
ORGANISATION_ALIAS = table(
    "organisation_alias",
    "another name of an organisation; the code of one that was split names a further successor",
    (Column("alias", "text", required=True, longest=200), code("organisation_code")),
    ("alias",),
)
PARTNERSHIP = table(
    "partnership",
    "a teaching partnership",
    (code(), name(), Column("funded_from", "date"), Column("funded_to", "date")),
)
MEMBERSHIP = table(
    "membership",
    "an organisation's time in a partnership",
    (
        code("partnership_code"),
        code("organisation_code"),
        Column("role", "code", required=True, values=ROLES),
        *DATES,
    ),
    ("partnership_code", "organisation_code", "valid_from"),
)
PROGRAMME = table(
    "programme",
    "a programme of a university",
    (
        code(),
        code("organisation_code"),
        name(),
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
SETTING = table(
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
TARGET = table(
    "target",
    "what an indicator is to reach in a year",
    (
        replace(code("indicator"), note="The id of a figure, such as net_supply or pe_current."),
        replace(
            code("scope"),
            note="Of whom: all, or a kind and a code, such as partnership:north, region:E12000002 "
            "or organisation:northern.",
        ),
        Column("academic_year", "academic_year", required=True, note="Write it like 2026/27."),
        Column("value", "decimal", required=True, note="45% is 0.45."),
        Column("baseline", "decimal", note="What it was before, in the same way."),
        code("owner", required=False),
    ),
    ("indicator", "scope", "academic_year"),
)
# In this order each row comes after those it refers to.
REFERENCE: dict[str, Sheet] = {
    each.name: each
    for each in (
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
