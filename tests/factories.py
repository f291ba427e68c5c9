"""Rows for tests: each factory returns an INSERT with sensible defaults; name what matters.

``given(*reference(), demand(students=3))`` is a partnership of one university and one council,
with one row of demand. References of rows count upwards, so two rows never meet by accident.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from sqlalchemy import literal, select

from data.people.terms import WORDING
from data.schema import (
    ACTION,
    API_TOKEN,
    APP_USER,
    COMMENTARY,
    COMMENTARY_FIGURES,
    DATA_VERSION,
    FACTS,
    MEMBERSHIP,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
    RETURN_PERIOD,
    RETURN_STATUS,
    SETTING,
    TARGET,
    TERMS_ACCEPTED,
    TOUCHED,
    UPLOAD,
)
from data.schema.running import RETURN_STATES
from data.types import Stamp

__all__ = ["FACTS", "RETURN_STATES", "RETURN_STATUS", "TOUCHED"]

NOW = datetime(2026, 2, 1, 9, tzinfo=UTC)
NUMBERS = count(1)
AUTUMN = date(2025, 9, 22)

# What every row of a sheet needs, and what tells the commonest story: the year 2025/26.
DEFAULTS = {
    "demand": {
        "owner": "northern",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "statutory_required": "no",
        "window_start": AUTUMN,
        "window_end": date(2026, 3, 31),
        "days": 100,
        "students": 1,
    },
    "requests": {
        "owner": "northern",
        "employer": "riverside",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "window_start": AUTUMN,
        "places": 1,
    },
    "offers": {
        "owner": "riverside",
        "sector": "local_authority",
        "level": "final",
        "service_area": "adults",
        "statutory": "yes",
        "window_start": AUTUMN,
        "places": 1,
        "status": "offered",
    },
    "placements": {
        "owner": "northern",
        "employer": "riverside",
        "student_ref": "S1",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "sector": "local_authority",
        "statutory": "yes",
        "planned_start": AUTUMN,
        "status": "matched",
    },
    "practice_educators": {
        "owner": "riverside",
        "service_area": "adults",
        "stage1_on": date(2025, 6, 1),
    },
    "pe_training": {
        "owner": "riverside",
        "stage": "1",
        "category": "new",
        "service_area": "adults",
        "started_on": AUTUMN,
        "outcome": "in_progress",
    },
    "activities": {
        "owner": "riverside",
        "type": "teaching",
        "held_on": AUTUMN,
        "status": "held",
    },
    "agreements": {
        "owner": "riverside",
        "type": "sla",
        "title": "Service level agreement",
        "status": "active",
    },
    "workforce": {
        "owner": "riverside",
        "census_on": date(2025, 9, 30),
        "service_area": "adults",
    },
    "newly_qualified": {
        "owner": "riverside",
        "cohort": "2025/26",
        "service_area": "adults",
        "started": 1,
    },
    "finance": {
        "owner": "riverside",
        "heading": "Practice educator training",
        "kind": "grant",
        "financial_year": "2025-26",
    },
    "reported_figures": {
        "owner": "riverside",
        "measure": "Placements offered",
        "value_low": 1,
        "qualifier": "exact",
        "unit": "placements",
        "source": "Annual report",
    },
}


def valid_row(sheet, **changes):
    """A row of a sheet that the database takes as it stands, if ``reference()`` is there."""
    row = {"partnership": "north", "updated_at": NOW, "updated_by": "test"}
    if "ref" in FACTS[sheet].c:
        row["ref"] = f"{sheet}-{next(NUMBERS)}"
    return row | DEFAULTS[sheet] | changes


def fact(sheet, **changes):
    return FACTS[sheet].insert().values(valid_row(sheet, **changes))


def demand(**changes):
    return fact("demand", **changes)


def request(**changes):
    return fact("requests", **changes)


def offer(**changes):
    return fact("offers", **changes)


def placement(**changes):
    return fact("placements", **changes)


def practice_educator(**changes):
    return fact("practice_educators", **changes)


def training(**changes):
    return fact("pe_training", **changes)


def activity(**changes):
    return fact("activities", **changes)


def agreement(**changes):
    return fact("agreements", **changes)


def workforce(**changes):
    return fact("workforce", **changes)


def newly_qualified(**changes):
    return fact("newly_qualified", **changes)


def finance(**changes):
    return fact("finance", **changes)


def reported_figure(**changes):
    return fact("reported_figures", **changes)


def partnership(code="north", **changes):
    values = {"code": code, "name": f"{code.capitalize()} Teaching Partnership"}
    return PARTNERSHIP.insert().values(values | changes)


def organisation(code, kind, **changes):
    values = {"code": code, "name": code.capitalize(), "kind": kind, "region_code": "E12000003"}
    return ORGANISATION.insert().values(values | changes)


def university(code="northern", **changes):
    return organisation(code, "hei", **changes)


def council(code="riverside", **changes):
    return organisation(code, "local_authority", **changes)


def membership(organisation_code, partnership_code="north", **changes):
    values = {
        "partnership_code": partnership_code,
        "organisation_code": organisation_code,
        "role": "member",
    }
    return MEMBERSHIP.insert().values(values | changes)


def programme(code="northern-ba", organisation_code="northern", **changes):
    values = {
        "code": code,
        "organisation_code": organisation_code,
        "name": "BA (Hons) Social Work",
        "route": "undergraduate",
    }
    return PROGRAMME.insert().values(values | changes)


def period(quarter="2025/26 Q1", **changes):
    """A quarter that ended on 30 November 2025 and was due two weeks later."""
    values = {
        "quarter": quarter,
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2025, 11, 30),
        "opens": date(2025, 11, 17),
        "due": date(2025, 12, 14),
    }
    return RETURN_PERIOD.insert().values(values | changes)


def return_state(organisation, state="submitted", period="2025/26 Q1", **changes):
    values = {
        "partnership": "north",
        "organisation": organisation,
        "period": period,
        "state": state,
        "by": "test",
        "at": NOW,
    }
    return RETURN_STATUS.insert().values(values | changes)


def setting(key, value, valid_from=date(2000, 1, 1), country="any"):
    values = {"key": key, "value": str(value), "valid_from": valid_from, "country": country}
    return SETTING.insert().values(values)


def user(number, email):
    return APP_USER.insert().values(
        id=number, email=email, name="Sam", role="viewer", created_at=NOW
    )


def token(number, user, **changes):
    """What lets a program of somebody in; its secret is nobody's."""
    values = {
        "id": number,
        "user_id": user,
        "name": "A spreadsheet",
        "token_hash": "a" * 64,
        "reads_rows": False,
        "made_at": NOW,
        "expires_at": NOW + timedelta(days=90),
    }
    return API_TOKEN.insert().values(values | changes)


def target(indicator, value, year="2025/26", scope="partnership:north"):
    """What was agreed for an indicator."""
    row = {"indicator": indicator, "scope": scope, "academic_year": year, "value": value}
    return TARGET.insert().values(row | {"owner": "riverside"})


def action(**changes):
    """An action of the partnership's steering group, open and not yet due."""
    values = {
        "partnership": "north",
        "kind": "action",
        "words": "Find more places.",
        "scope": "partnership:north",
        "owner": "Sam Okafor",
        "due": date(2026, 3, 1),
        "agreed_on": date(2026, 1, 10),
        "state": "open",
        "version": 1,
        "updated_at": NOW,
        "updated_by": "Manager",
    }
    return ACTION.insert().values(values | changes)


def data_version(number):
    """Raise the data version, as each committed change does."""
    return DATA_VERSION.update().values(number=number, updated_at=NOW, updated_by="test")


def touched(number, **changes):
    """Say that any figure may have changed with a version of the data, unless said otherwise."""
    return TOUCHED.insert().values(data_version=number, **changes)


def upload(**changes):
    values = {
        "who": "Sam",
        "when": NOW,
        "file_hash": "0" * 64,
        "file_name": "return.xlsx",
        "scope": "north",
        "counts": {},
    }
    return UPLOAD.insert().values(values | changes)


def reference():
    """One partnership: the university ``northern`` and the council ``riverside``."""
    return [
        partnership(),
        university(),
        council(),
        membership("northern"),
        membership("riverside"),
        programme(),
    ]


def alias(name, organisation_code):
    """Another name of an organisation."""
    return ORGANISATION_ALIAS.insert().values(alias=name, organisation_code=organisation_code)


def comment(section, words="Two teams moved.", **changes):
    values = {
        "partnership": "north",
        "section": section,
        "words": words,
        "author": "Mina",
        "version": 1,
        "updated_at": NOW,
        "updated_by": "test",
    }
    return COMMENTARY.insert().values(values | changes)


def rests(comment, figures, **changes):
    """Have a comment rest on figures; a draft, unless somebody confirmed it."""
    return COMMENTARY_FIGURES.insert().values(commentary=comment, figures=figures, **changes)


def everybody_agrees():
    """Accept the terms of sharing data for each organisation that has not."""
    there = select(TERMS_ACCEPTED.c.organisation)
    code, by, at = ORGANISATION.c.code, literal("test"), literal(NOW, Stamp)
    still = select(code, literal(WORDING), at, by).where(code.not_in(there))
    return TERMS_ACCEPTED.insert().from_select(["organisation", "wording", "at", "by"], still)


def open_return():
    """``reference()``, a quarter whose returns are open today, and a row of each of the two."""
    today = date.today()
    return [
        *reference(),
        period(
            "2025/26 Q1",
            starts_on=today - timedelta(days=100),
            ends_on=today - timedelta(days=10),
            opens=today - timedelta(days=20),
            due=today + timedelta(days=10),
        ),
        offer(ref="O1", places=4),
        placement(ref="P1"),
    ]
