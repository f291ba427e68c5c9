"""Employers, recomputed: who offers, who is new or lapsed, and what they promised."""

from collections import Counter
from dataclasses import replace

from tests.oracle.answer import Answer, ratio
from tests.oracle.calendar import first_day, last_day, year_before, year_of
from tests.oracle.picks import begun, placements, standing
from tests.oracle.question import Group
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


def contracted_delivery(group, bound):
    def promised(row):
        return row["status"] == "active" and row[bound] is not None

    agreements = {
        (row["partnership"], row["owner"], row["ref"]): row
        for row in group.world.rows("agreements")
        if promised(row)
    }
    offers = {
        (row["partnership"], row["owner"], row["ref"]): row for row in group.world.rows("offers")
    }

    def in_force(row, year):
        begun_by_then = row["starts_on"] is None or row["starts_on"] <= last_day(year)
        return begun_by_then and (row["ends_on"] is None or row["ends_on"] >= first_day(year))

    def contracted(row):
        offer = offers.get((row["partnership"], row["employer"], row["offer_ref"]))
        key = offer and (offer["partnership"], offer["owner"], offer["agreement_ref"])
        return key in agreements and in_force(agreements[key], year_of(row["planned_start"]))

    def delivered(of):
        return [row for row in begun(of) if contracted(row)]

    # The years are those of the whole question, so that its groups add up.
    everybody = Group(group.world, replace(group.question, by=()))
    years = group.years or {year_of(row["planned_start"]) for row in delivered(everybody)}
    places = sum(
        row[bound]
        for year in years or {year_of(group.as_at)}
        for row in group.rows(AGREEMENTS)
        if promised(row) and in_force(row, year)
    )
    return ratio(len(delivered(group)), places)
