"""Employers, recomputed: who offers, who is new or lapsed, and what they promised."""

from collections import Counter
from dataclasses import replace

from tests.oracle.answer import Answer, ratio
from tests.oracle.calendar import first_day, last_day, year_before, year_of
from tests.oracle.group import Group
from tests.oracle.picks import begun, placements, standing
from tests.oracle.rows import AGREEMENTS


def employers_with_places(group):
    found = Counter()
    for offer in standing(group):
        found[offer["owner"]] += offer["places"]
    return {owner for owner, places in found.items() if places}


def employers_in(group, years):
    kept = {name: value for name, value in group.key.items() if name != "academic_year"}
    question = replace(group.question, years=years, by=tuple(kept))
    return employers_with_places(Group(group.world, question, tuple(kept.values())))


def turnover_of_employers(group, *, new):
    """Employers of the chosen years and not the year before them; or the other way about."""
    years = group.years or (year_of(group.as_at),)
    now, before = employers_in(group, years), employers_in(group, (year_before(min(years)),))
    return Answer(len(now - before if new else before - now))


def concentration(group):
    counts = Counter(row["employer"] for row in placements(group))
    return ratio(sum(count for _, count in counts.most_common(3)), sum(counts.values()))


def contracts(group, *bounds):
    """Active agreements that hold a number in one of the columns, by what offers name."""
    return {
        (row["partnership"], row["owner"], row["ref"]): row
        for row in group.world.rows("agreements")
        if row["status"] == "active" and any(row[bound] is not None for bound in bounds)
    }


def in_force(agreement, year):
    starts, ends = agreement["starts_on"], agreement["ends_on"]
    begun_by_then = starts is None or starts <= last_day(year)
    return begun_by_then and (ends is None or ends >= first_day(year))


def delivered(group, *bounds):
    """Placements begun whose offer names one of those agreements, in force that year."""
    agreements = contracts(group, *bounds)
    offers = {
        (row["partnership"], row["owner"], row["ref"]): row for row in group.world.rows("offers")
    }

    def contracted(row):
        offer = offers.get((row["partnership"], row["employer"], row["offer_ref"]))
        key = offer and (offer["partnership"], offer["owner"], offer["agreement_ref"])
        return key in agreements and in_force(agreements[key], year_of(row["planned_start"]))

    return [row for row in begun(group) if contracted(row)]


def promises(group, year, *bounds):
    """A group's own agreements of those, where they are in force in a year."""
    rows = contracts(group, *bounds).values()
    return [row for row in group.rows(AGREEMENTS) if row in rows and in_force(row, year)]


def contracted_delivery(group, bound):
    # The years are those of the whole question, so that its groups add up.
    everybody = Group(group.world, replace(group.question, by=()))
    years = group.years or {year_of(row["planned_start"]) for row in delivered(everybody, bound)}
    places = sum(
        row[bound]
        for year in years or {year_of(group.as_at)}
        for row in promises(group, year, bound)
    )
    return ratio(len(delivered(group, bound)), places)


def contracted_band(group):
    """Placements begun under agreements in one year, and the places these promise: (n, low, high).

    One that says how many at least, and not how many at most, leaves the whole without an end.
    """
    low, high = "places_per_year_low", "places_per_year_high"
    rows = promises(group, *group.years, low, high)
    lows = [row[low] for row in rows if row[low] is not None]
    highs = [row[high] for row in rows if row[high] is not None]
    is_open = any(row[high] is None for row in rows)
    return (
        len(delivered(group, low, high)),
        sum(lows) if lows else None,
        sum(highs) if highs and not is_open else None,
    )
