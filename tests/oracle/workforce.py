"""Vacancies, turnover and agency workers, recomputed; and who is in post on a day."""

from tests.oracle.answer import NOT_SAID, Recomputation, ratio
from tests.oracle.calendar import year_of
from tests.oracle.question import View

CENSUSES = View("censuses", "census_on", ("service_area",), term=False)
CENSUSES_NOW = View("censuses", None, ("service_area",), stock=True)
OF_CHILDREN = ("children", "all_age")


def published(row):
    return "published_as" in row


def sent_own(group, row, day, in_year):
    """Whether one of the councils of a published row has sent a census of its own by a day."""
    return any(
        own["owner"] in row["councils"]
        and own["service_area"] in OF_CHILDREN
        and own["census_on"] <= day
        and (not in_year or year_of(own["census_on"]) == year_of(row["census_on"]))
        for own in group.world.rows("workforce")
    )


def follows(later, row):
    """Whether a census counts the same people as another, later."""
    areas = {later["service_area"], row["service_area"]}
    same_people = len(areas) == 1 or "all_age" in areas
    return same_people and later["census_on"] > row["census_on"]


def own_latest(group, row, day, says, in_year):
    def same_sender(later):
        alike = all(later[name] == row[name] for name in ("partnership", "owner"))
        return alike and (not in_year or year_of(later["census_on"]) == year_of(row["census_on"]))

    return not any(
        says(later) and later["census_on"] <= day and same_sender(later) and follows(later, row)
        for later in group.world.rows("workforce")
    )


def published_latest(group, row, day, says):
    return not any(
        published(later)
        and says(later)
        and later["census_on"] <= day
        and set(later["councils"]) & set(row["councils"])
        and follows(later, row)
        for later in group.world.rows("censuses")
    )


def latest(group, view, day, says):
    """The censuses of a group that say something, none of which is followed by another."""
    in_year = not view.stock
    found = {}
    for place, row in enumerate(group.rows(view)):
        if row["census_on"] > day or not says(row):
            continue
        if not published(row):
            if own_latest(group, row, day, says, in_year):
                found[place] = row
        elif not sent_own(group, row, day, in_year) and (
            in_year or published_latest(group, row, day, says)
        ):
            # However many councils and partnerships a row stands under, it is one row.
            found[row["published_as"], row["census_on"]] = row
    return list(found.values())


def rate(part, whole, na=""):
    """One sum over another, of the censuses that give all its numbers."""
    needed = {*part, *whole}

    def known(row):
        return all(row[name] is not None for name in needed)

    def not_applicable(row):
        return bool(na) and bool(row.get(f"{na}_na"))

    def says(row):
        return known(row) or not_applicable(row)

    def work(group):
        counted = [
            row
            for row in latest(group, CENSUSES, group.as_at, says)
            if known(row) and not not_applicable(row)
        ]
        if not counted:
            return NOT_SAID
        above, below = (
            sum(row[name] for row in counted for name in names) for names in (part, whole)
        )
        return ratio(above, below)

    return Recomputation(work, (CENSUSES,))


def workers_now(group):
    """Full-time equivalents in post at the latest census of each partner."""
    counted = latest(
        group, CENSUSES_NOW, group.stock_day, lambda row: row["fte_in_post"] is not None
    )
    return sum(row["fte_in_post"] for row in counted)


WORKFORCE = {
    "vacancy_rate": rate(("fte_vacancies",), ("fte_vacancies", "fte_in_post")),
    "turnover_rate": rate(("fte_leavers",), ("fte_in_post",)),
    "agency_rate": rate(("fte_agency",), ("fte_agency", "fte_in_post"), "fte_agency"),
    "agency_cover_rate": rate(("fte_agency_covering",), ("fte_vacancies",), "fte_agency_covering"),
}
