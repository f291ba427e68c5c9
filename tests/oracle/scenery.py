"""What every world has in common: two partnerships, three universities, four employers.

One university and one employer are in both partnerships, two employers lie in the parts of
London, one in Wales, where rules may differ, and one university has no region. Both councils have
the code by which they are published.
"""

from datetime import date

from tests.oracle.world import World

# North's funding began in 2024/25, so that 2023/24 is the year before; South has none.
PARTNERSHIPS = [
    {"code": code, "name": code.capitalize(), "origin": "records", "funded_from": funded_from}
    for code, funded_from in (("north", date(2024, 10, 1)), ("south", None))
]


def _organisation(code, kind, region, services=None, ons_code=None):
    return {
        "code": code,
        "name": code.capitalize(),
        "kind": kind,
        "region_code": region,
        "services": services,
        "ons_code": ons_code,
    }


ORGANISATIONS = [
    _organisation("abbey", "hei", "E12000003"),
    _organisation("bridge", "hei", "E13000001"),
    _organisation("castle", "hei", None),
    _organisation("dale", "local_authority", "E12000003", "both", "E06000001"),
    _organisation("elm", "local_authority", "E13000001", ons_code="E06000002"),
    _organisation("fen", "nhs", "E13000002", "adults"),
    _organisation("glen", "voluntary", "W92000004", "children"),
]
UNIVERSITIES = [
    ("north", "abbey"),
    ("north", "bridge"),
    ("south", "bridge"),
    ("south", "castle"),
]
EMPLOYERS = [
    ("north", "dale"),
    ("north", "elm"),
    ("south", "elm"),
    ("south", "fen"),
    ("north", "glen"),
]
MEMBERSHIPS = [
    {"partnership_code": partnership, "organisation_code": organisation, "role": "member"}
    for partnership, organisation in (*UNIVERSITIES, *EMPLOYERS)
]
PROGRAMMES = [
    {"code": code, "organisation_code": owner, "name": code, "route": route}
    for code, owner, route in (
        ("abbey-ba", "abbey", "undergraduate"),
        ("abbey-ma", "abbey", "postgraduate"),
        ("bridge-ba", "bridge", "undergraduate"),
        ("castle-app", "castle", "apprenticeship"),
    )
]
# The rules of the contract, as a fresh database should hold them.
SETTINGS = [
    {"key": key, "value": value, "valid_from": date(1900, 1, 1), "country": "any"}
    for key, value in (
        ("currency_months", "24"),
        ("late_withdrawal_days", "28"),
        ("quality_audit_months", "24"),
        ("progression_months", "24"),
        ("trained_to_active_months", "12"),
        ("expiring_months", "6"),
    )
]


def world(**changes):
    """A world in the scenery, whose rows are those of the changes alone."""
    found = {
        "partnerships": PARTNERSHIPS,
        "organisations": ORGANISATIONS,
        "memberships": MEMBERSHIPS,
        "programmes": PROGRAMMES,
        "settings": SETTINGS,
    }
    return World(**found | changes)
