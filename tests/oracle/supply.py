"""Supply and demand, recomputed."""

from collections import Counter

from tests.oracle import matching
from tests.oracle.answer import Answer, Recomputation, ratio, share, total
from tests.oracle.calendar import first_day, last_day, term_of, year_before, year_of
from tests.oracle.question import Group
from tests.oracle.rows import (
    AGREEMENTS,
    CENSUSES,
    DEMAND,
    OFFERS,
    OUTCOMES,
    PLACEMENTS,
    REQUESTS,
    allocated,
    became,
    completed,
    in_post,
    stands,
    started,
    team,
)


def standing(group, *areas):
    return [
        offer
        for offer in group.rows(OFFERS)
        if stands(offer, group.as_at) and (not areas or offer["service_area"] in areas)
    ]


def net(group, *areas):
    return total(standing(group, *areas), "places")


def students(group, *areas):
    rows = group.rows(DEMAND)
    return total([row for row in rows if not areas or row["service_area"] in areas], "students")


def placements(group):
    return [row for row in group.rows(PLACEMENTS) if allocated(row)]


def begun(group):
    return [row for row in group.rows(PLACEMENTS) if started(row, group.as_at)]


def withdrawn(group):
    return [row for row in group.rows(OFFERS) if became(row, "withdrawn", group.as_at)]


def of_gross(group, rows):
    return ratio(total(rows, "places"), total(group.rows(OFFERS), "places"))


def whole_of(group):
    """The same group, no longer split by what a matching can't be split by."""
    kept = {
        name: value for name, value in group.key.items() if name not in ("level", "service_area")
    }
    question = group.question.__class__(**{**vars(group.question), "by": tuple(kept)})
    return Group(group.world, question, tuple(kept.values()))


def short_rows(group):
    """Students left over by the largest matching, as (students, placed) among the group's rows."""
    whole = whole_of(group)
    found = matching.placed(whole.rows(DEMAND), standing(whole))
    mine = {id(row) for row in group.rows(DEMAND)}
    return students(group) - sum(1 for row in found if id(row) in mine)


def unplaced(group):
    def cell(row, day):
        return (row["partnership"], row["owner"], year_of(day), term_of(day), row["level"])

    wanted = Counter()
    for row in group.rows(DEMAND):
        wanted[cell(row, row["window_start"])] += row["students"]
    wanted.subtract(cell(row, row["planned_start"]) for row in placements(group))
    return Answer(sum(left for left in wanted.values() if left > 0))


def late(group):
    return [
        row
        for row in withdrawn(group)
        if (row["window_start"] - row["status_on"]).days
        <= group.world.setting(
            "late_withdrawal_days", group.world.nation(row["owner"]), group.as_at
        )
    ]


def statutory_share(group):
    known = [row for row in begun(group) if row["statutory"] != "not_known"]
    return share(known, lambda row: row["statutory"] == "yes")


def histories(group):
    """All started placements of each student whose completed final placement was chosen."""
    chosen = {
        (row["owner"], row["student_ref"])
        for row in group.rows(OUTCOMES)
        if row["level"] == "final" and completed(row, group.as_at)
    }
    return [
        [
            row
            for row in group.world.rows("placements")
            if (row["owner"], row["student_ref"]) == student and started(row, group.as_at)
        ]
        for student in sorted(chosen)
    ]


def statutory_students(group, least):
    return share(
        histories(group),
        lambda rows: sum(1 for row in rows if row["statutory"] == "yes") >= least,
    )


def employers_with_places(group):
    found = Counter()
    for offer in standing(group):
        found[offer["owner"]] += offer["places"]
    return {owner for owner, places in found.items() if places}


def employers_in(group, year):
    question = group.question.__class__(**{**vars(group.question), "years": (year,), "by": ()})
    kept = {name: value for name, value in group.key.items() if name != "academic_year"}
    question = question.__class__(**{**vars(question), "by": tuple(kept)})
    return employers_with_places(Group(group.world, question, tuple(kept.values())))


def turnover_of_employers(group, *, new):
    """Employers of a chosen year and not the year before; or the other way about."""
    found = set()
    for year in group.years or (year_of(group.as_at),):
        now, before = employers_in(group, year), employers_in(group, year_before(year))
        found |= now - before if new else before - now
    return Answer(len(found))


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

    def contracted(row):
        offer = offers.get((row["partnership"], row["employer"], row["offer_ref"]))
        key = offer and (offer["partnership"], offer["owner"], offer["agreement_ref"])
        return key in agreements

    delivered = [row for row in begun(group) if contracted(row)]
    years = group.years or {year_of(row["planned_start"]) for row in delivered}
    places = sum(
        row[bound]
        for year in years or {year_of(group.as_at)}
        for row in group.rows(AGREEMENTS)
        if promised(row)
        and (row["starts_on"] is None or row["starts_on"] <= last_day(year))
        and (row["ends_on"] is None or row["ends_on"] >= first_day(year))
    )
    return ratio(len(delivered), places)


def days_per_worker(group):
    def name(row):
        return (*team(row), year_of(row["census_on"]))

    workers = in_post(group.rows(CENSUSES), group.as_at, name)
    return ratio(total(begun(group), "days_required"), workers)


MATCHING = frozenset({"organisation"})

SUPPLY = {
    "demand": Recomputation(lambda g: Answer(students(g)), (DEMAND,)),
    "demand_days": Recomputation(
        lambda g: Answer(total(g.rows(DEMAND), "students", "days")), (DEMAND,)
    ),
    "gross_offers": Recomputation(lambda g: Answer(total(g.rows(OFFERS), "places")), (OFFERS,)),
    "net_supply": Recomputation(lambda g: Answer(net(g)), (OFFERS,)),
    "balance": Recomputation(lambda g: Answer(net(g) - students(g)), (OFFERS, DEMAND)),
    "sufficiency": Recomputation(lambda g: ratio(net(g), students(g)), (OFFERS, DEMAND)),
    "unmatched_shortfall": Recomputation(
        lambda g: Answer(short_rows(g)), (DEMAND, OFFERS), MATCHING
    ),
    "spare_places": Recomputation(
        lambda g: Answer(net(g) - students(g) + short_rows(g)),
        (DEMAND, OFFERS),
        MATCHING,
        frozenset({"level", "service_area"}),
    ),
    "allocated": Recomputation(lambda g: Answer(len(placements(g))), (PLACEMENTS,)),
    "unplaced": Recomputation(unplaced, (DEMAND, PLACEMENTS)),
    "offer_conversion": Recomputation(
        lambda g: ratio(sum(1 for row in placements(g) if row["offer_ref"]), net(g)),
        (PLACEMENTS, OFFERS),
    ),
    "offer_withdrawal_rate": Recomputation(lambda g: of_gross(g, withdrawn(g)), (OFFERS,)),
    "late_withdrawal_rate": Recomputation(lambda g: of_gross(g, late(g)), (OFFERS,)),
    "rejected_rate": Recomputation(
        lambda g: of_gross(g, [r for r in g.rows(OFFERS) if became(r, "rejected", g.as_at)]),
        (OFFERS,),
    ),
    "statutory_share": Recomputation(statutory_share, (PLACEMENTS,)),
    "statutory_coverage": Recomputation(lambda g: statutory_students(g, 1), (OUTCOMES,)),
    "two_statutory_rate": Recomputation(lambda g: statutory_students(g, 2), (OUTCOMES,)),
    "contracted_delivery_low": Recomputation(
        lambda g: contracted_delivery(g, "places_per_year_high"), (PLACEMENTS, AGREEMENTS)
    ),
    "contracted_delivery_high": Recomputation(
        lambda g: contracted_delivery(g, "places_per_year_low"), (PLACEMENTS, AGREEMENTS)
    ),
    "employers_offering": Recomputation(lambda g: Answer(len(employers_with_places(g))), (OFFERS,)),
    "employers_new": Recomputation(lambda g: turnover_of_employers(g, new=True), (OFFERS,)),
    "employers_lapsed": Recomputation(lambda g: turnover_of_employers(g, new=False), (OFFERS,)),
    "requested": Recomputation(lambda g: Answer(total(g.rows(REQUESTS), "places")), (REQUESTS,)),
    "concentration": Recomputation(concentration, (PLACEMENTS,)),
    "days_per_worker": Recomputation(days_per_worker, (PLACEMENTS, CENSUSES)),
}
