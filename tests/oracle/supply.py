"""Supply and demand, recomputed."""

from collections import Counter

from tests.oracle import matching
from tests.oracle.answer import NOT_SAID, Answer, Recomputation, left_blank, ratio, share, total
from tests.oracle.calendar import term_of, year_of
from tests.oracle.employers import (
    concentration,
    contracted_delivery,
    employers_with_places,
    turnover_of_employers,
)
from tests.oracle.picks import begun, net, placements, standing, students, whole_of, withdrawn
from tests.oracle.rows import (
    AGREEMENTS,
    CENSUSES,
    DEMAND,
    OFFERS,
    OUTCOMES,
    PLACEMENTS,
    REQUESTS,
    UNIVERSITIES_OWN,
    allocated,
    became,
    in_post,
    of_a_year,
)
from tests.oracle.students import statutory_students


def of_gross(group, rows):
    return ratio(total(rows, "places"), total(group.rows(OFFERS), "places"))


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
    wanted.subtract(
        cell(row, row["planned_start"]) for row in group.rows(UNIVERSITIES_OWN) if allocated(row)
    )
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


def days_per_worker(group):
    if left_blank(begun(group), "days_required"):
        return NOT_SAID
    workers = in_post(group, group.rows(CENSUSES), group.as_at, of_a_year)
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
    "unplaced": Recomputation(unplaced, (DEMAND, UNIVERSITIES_OWN)),
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
    "concentration": Recomputation(concentration, (PLACEMENTS,), unsplit=frozenset({"employer"})),
    "days_per_worker": Recomputation(days_per_worker, (PLACEMENTS, CENSUSES)),
}
