"""Rows of every reference table, as files bring them."""

FILES = {
    "organisation": [
        {
            "code": "east",
            "name": "East Council",
            "kind": "Local Authority",
            "successor_code": "new",
        },
        {"code": "new", "name": "New Council", "kind": "local_authority", "services": "both"},
        {"code": "uni", "name": "A University", "kind": "hei", "region_code": "E12000003"},
    ],
    "organisation_alias": [{"alias": "The New", "organisation_code": "new"}],
    "partnership": [{"code": "south", "name": "South Teaching Partnership"}],
    "membership": [
        {"partnership_code": "south", "organisation_code": "new", "role": "member"},
        {
            "partnership_code": "south",
            "organisation_code": "uni",
            "role": "lead",
            "valid_from": "2020-09-01",
        },
    ],
    "programme": [
        {"code": "uni-ba", "organisation_code": "uni", "name": "BA", "route": "undergraduate"}
    ],
    "setting": [
        {"key": "currency_months", "value": 36, "valid_from": "2030-01-01", "country": "Wales"}
    ],
    "target": [
        {
            "indicator": "net_supply",
            "scope": "partnership:south",
            "academic_year": "2025/26",
            "value": 100,
        }
    ],
}
INDICATORS = ("net_supply",)
ROWS = sum(len(rows) for rows in FILES.values())


def every_column(rows):
    header = dict.fromkeys(name for row in rows for name in row)
    return [dict(header) | row for row in rows]
