"""Partnerships, organisations and programmes, and who belongs to what."""

from data.schema import (
    MEMBERSHIP,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
)


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
