"""Adults and children's, recomputed."""

from tests.oracle.answer import Answer, Recomputation, ratio, share
from tests.oracle.educators import currents, starts
from tests.oracle.picks import net, placements, students
from tests.oracle.rows import DEMAND, EDUCATORS, LEARNERS, OFFERS, OUTCOMES, PLACEMENTS
from tests.oracle.students import histories


def serves_one_area(group):
    """Whether the one organisation in question serves adults alone, or children alone."""
    named = group.key.get("organisation")
    chosen = (named,) if named else group.question.organisations
    if len(chosen) != 1:
        return False
    return group.world.organisation(chosen[0])["services"] in ("adults", "children")


def adult_share(group, counted):
    if serves_one_area(group):
        return Answer(None)
    adults, children = counted(group, "adults"), counted(group, "children")
    return ratio(adults, adults + children)


def counting(rows):
    """A count of some rows in one service area."""
    return lambda group, area: sum(1 for row in rows(group) if row["service_area"] == area)


def split_gap(group):
    supply, demand = adult_share(group, net), adult_share(group, students)
    if supply.value is None or demand.value is None:
        return Answer(None)
    return Answer((supply.value - demand.value) * 100)


def both_areas(group):
    return share(
        histories(group),
        lambda rows: {"adults", "children"} <= {row["service_area"] for row in rows},
    )


def sufficiency_in(group, area):
    return ratio(net(group, area), students(group, area))


SPLIT = frozenset({"service_area"})

AREAS = {
    "adult_share_demand": Recomputation(
        lambda g: adult_share(g, students), (DEMAND,), unsplit=SPLIT
    ),
    "adult_share_supply": Recomputation(lambda g: adult_share(g, net), (OFFERS,), unsplit=SPLIT),
    "adult_share_placements": Recomputation(
        lambda g: adult_share(g, counting(placements)), (PLACEMENTS,), unsplit=SPLIT
    ),
    "adult_share_educators": Recomputation(
        lambda g: adult_share(g, counting(currents)), (EDUCATORS,), unsplit=SPLIT
    ),
    "adult_share_trainees": Recomputation(
        lambda g: adult_share(g, counting(starts)), (LEARNERS,), unsplit=SPLIT
    ),
    "split_gap": Recomputation(split_gap, (OFFERS, DEMAND), unsplit=SPLIT),
    "sufficiency_adults": Recomputation(
        lambda g: sufficiency_in(g, "adults"), (OFFERS, DEMAND), unsplit=SPLIT
    ),
    "sufficiency_children": Recomputation(
        lambda g: sufficiency_in(g, "children"), (OFFERS, DEMAND), unsplit=SPLIT
    ),
    "both_areas_rate": Recomputation(both_areas, (OUTCOMES,)),
}
