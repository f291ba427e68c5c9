"""Organisations, partnerships, memberships and programmes of the invented partnerships."""

from collections.abc import Sequence
from typing import Any

from data.samples.illustrative.cast import Employer, Member, Partnership, Programme
from data.samples.illustrative.money import FUNDED_FROM, FUNDED_TO

Row = dict[str, Any]


def reference_rows(partnerships: Sequence[Partnership]) -> dict[str, list[Row]]:
    """Return the reference rows by table; an organisation in two partnerships has one row."""
    members = {each.code: each for found in partnerships for each in found.members}
    return {
        "organisation": [_organisation(member) for member in members.values()],
        "partnership": [
            {
                "code": found.code,
                "name": found.name,
                "funded_from": FUNDED_FROM,
                "funded_to": FUNDED_TO,
                "origin": "illustrative",
            }
            for found in partnerships
        ],
        "membership": [row for found in partnerships for row in _memberships(found)],
        "programme": [
            _programme(programme)
            for found in partnerships
            for university in found.universities
            for programme in university.programmes
        ],
    }


def _organisation(member: Member) -> Row:
    employer = member if isinstance(member, Employer) else None
    return {
        "code": member.code,
        "name": member.name,
        "kind": employer.kind if employer else "hei",
        "region_code": member.region,
        "services": employer.services if employer else None,
    }


def _programme(programme: Programme) -> Row:
    return {
        "code": programme.code,
        "organisation_code": programme.university,
        "name": programme.name,
        "route": programme.route,
    }


def _memberships(partnership: Partnership) -> list[Row]:
    lead = partnership.universities[0].code
    return [
        {
            "partnership_code": partnership.code,
            "organisation_code": member.code,
            "role": "lead" if member.code == lead else "member",
            "valid_from": partnership.joined.get(member.code),
            "valid_to": partnership.left.get(member.code),
        }
        for member in partnership.members
    ]
