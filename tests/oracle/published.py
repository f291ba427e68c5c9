"""What is published of councils: which councils here a row is about, and in which partnerships.

A published row is a dictionary: ``ons_code``, ``councils`` (the Department's number of each, by ONS
code), ``geographic_level``, ``census_on``, and ``cells`` (value and state by measure).
"""

MEASURES = {
    "inpost_fte": "fte_in_post",
    "vacancy_fte": "fte_vacancies",
    "agency_fte": "fte_agency",
    "agency_cover_fte": "fte_agency_covering",
    "leavers_fte": "fte_leavers",
}


def numbers_known(world, ons_code):
    """The Department's numbers of whatever is published under a code, alone or with others."""
    return {
        number
        for row in world.published
        for code, number in row["councils"].items()
        if ons_code in (code, row["ons_code"])
    }


def councils_here(world, row):
    """The organisations that a published row is about."""
    if row["geographic_level"] != "Local authority":
        return []
    return [
        organisation["code"]
        for organisation in world.organisations
        if organisation["kind"] == "local_authority"
        and organisation["services"] != "adults"
        and numbers_known(world, organisation["ons_code"]) & numbers_known(world, row["ons_code"])
    ]


def seated(world):
    """Published rows as censuses of children's workers, one for each council in a partnership."""
    return [
        as_census(row)
        | {"partnership": member["partnership_code"], "owner": council, "councils": here}
        for row in world.published
        for here in [councils_here(world, row)]
        for council in here
        for member in world.memberships
        if member["organisation_code"] == council
    ]


def as_census(row):
    """The numbers of a published row under the names of the sheet."""
    cells = {name: row["cells"][measure] for measure, name in MEASURES.items()}
    return {
        "published_as": row["ons_code"],
        "census_on": row["census_on"],
        "service_area": "children",
        **{name: value for name, (value, _) in cells.items()},
        **{f"{name}_na": state == "not_applicable" for name, (_, state) in cells.items()},
    }
