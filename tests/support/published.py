"""A small invented edition of the published workforce file, in the shape of the real ones."""

from datetime import date
from pathlib import Path

from data.returns.published.cells import number
from data.returns.published.columns import MEASURES, NAME, SHEET
from data.returns.read import read
from data.schema import PUBLISHED_COUNCIL, PUBLISHED_WORKFORCE
from tests.support.files import as_csv

# The real edition, where it lies beside the project.
REAL = Path(__file__).parents[3] / "shared" / "data" / "dfe_csww_indicators_2017_to_2025.csv"
COLUMNS = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
    *("inpost_fte", "inpost_headcount", "starters_fte", "starters_headcount"),
    *("leavers_fte", "leavers_headcount", "turnover_rate_fte", "turnover_rate_headcount"),
    *("agency_fte", "agency_headcount", "agency_rate_fte", "agency_rate_headcount"),
    *("agency_cover_fte", "agency_cover_rate_fte", "vacancy_fte", "vacancy_rate_fte"),
    *("vacancy_agency_cover_rate_fte", "case_holders_fte", "cases", "caseload_fte"),
    *("working_days_lost_fte", "absence_rate_fte"),
)
COUNCIL = {
    "time_period": "2025",
    "time_identifier": "Reporting year",
    "geographic_level": "Local authority",
    "country_code": "E92000001",
    "country_name": "England",
    "region_code": "E12000003",
    "region_name": "Yorkshire and The Humber",
    "old_la_code": "801",
    "new_la_code": "E06000001",
    "la_name": "Riverside",
    "inpost_fte": "40",
    "inpost_headcount": "44",
    "starters_fte": "6.4",
    "starters_headcount": "7",
    "leavers_fte": "5.2",
    "leavers_headcount": "6",
    "turnover_rate_fte": "13",
    "turnover_rate_headcount": "13.6",
    "agency_fte": "8.3",
    "agency_headcount": "9",
    "agency_rate_fte": "17.2",
    "agency_rate_headcount": "17",
    "agency_cover_fte": "6.5",
    "agency_cover_rate_fte": "78.3",
    "vacancy_fte": "10",
    "vacancy_rate_fte": "20",
    "vacancy_agency_cover_rate_fte": "65",
    "case_holders_fte": "30.5",
    "cases": "488",
    "caseload_fte": "16",
    "working_days_lost_fte": "311.5",
    "absence_rate_fte": "3.4",
}
TEN_TIMES = {
    "inpost_fte": "400",
    "leavers_fte": "52",
    "agency_fte": "83",
    "agency_cover_fte": "65",
    "vacancy_fte": "100",
}
NO_COUNCIL = dict.fromkeys(("old_la_code", "new_la_code", "la_name"), "")
NO_REGION = dict.fromkeys(("region_code", "region_name"), "")


def council(**changes):
    """A row of one council: 40 in post, 10 vacancies, in 2025."""
    return COUNCIL | changes


def joint(**changes):
    """A row of two councils."""
    both = {
        "old_la_code": "802 / 803",
        "new_la_code": "E06000002 / E06000003",
        "la_name": "Hillside / Lakeside",
    }
    return COUNCIL | both | changes


def region(**changes):
    """A row of a region, which is no sum of the rows of councils here."""
    return COUNCIL | NO_COUNCIL | {"geographic_level": "Regional"} | TEN_TIMES | changes


def england(**changes):
    """A row of the whole country."""
    return region(geographic_level="National") | NO_REGION | changes


# Two years: England, regions and a part of London, a council that got another code, joint ones,
# each symbol, and a turnover that is not what its own counts make of it.
EDITION = (
    england(),
    region(),
    region(region_code="E13000001", region_name="Inner London"),
    council(new_la_code="E08000038"),
    joint(agency_cover_fte="low", agency_fte="u", vacancy_agency_cover_rate_fte="u"),
    council(
        old_la_code="804",
        new_la_code="E06000004",
        la_name="Seaside",
        vacancy_fte="0",
        vacancy_rate_fte="0",
        vacancy_agency_cover_rate_fte="z",
        leavers_fte="x",
        turnover_rate_fte="x",
        agency_rate_fte="c",
    ),
    england(time_period="2024", turnover_rate_fte="14.1"),
    council(time_period="2024", vacancy_agency_cover_rate_fte="65.1"),
)


def as_published(path, rows, columns=COLUMNS, **how):
    """Write rows as the Department does."""
    cells = [[row.get(name, "") for name in columns] for row in rows]
    return as_csv(path, [list(columns), *cells], **how)


def reading_of(path):
    """A file, read as the published one."""
    return read(path, {NAME: SHEET}, sheet=NAME)


def published(row):
    """The statements that store a row of the file, for tests that need no file."""
    code = row["new_la_code"] or row["region_code"] or row["country_code"]
    place = {
        "ons_code": code,
        "name": row["la_name"] or "A place",
        "geographic_level": row["geographic_level"],
        "census_on": date(int(row["time_period"]), 9, 30),
    }
    councils = zip(row["new_la_code"].split(" / "), row["old_la_code"].split(" / "), strict=True)
    return [
        *(
            PUBLISHED_WORKFORCE.insert().values(
                {**place, "measure": measure, **number(row[measure])._asdict()}
            )
            for measure in MEASURES
        ),
        *(
            # Another year may have named the council already.
            PUBLISHED_COUNCIL.insert()
            .prefix_with("OR IGNORE", dialect="sqlite")
            .values(ons_code=ons_code, published_as=code, dfe_code=dfe_code)
            for ons_code, dfe_code in councils
            if ons_code
        ),
    ]
