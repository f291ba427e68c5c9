"""The steps from a need to a completed placement, and what was lost at each, recomputed."""

from tests.oracle.answer import NOT_SAID, Answer, Recomputation, left_blank, total
from tests.oracle.picks import begun, placements, withdrawn
from tests.oracle.rows import OFFERS, PLACEMENTS, became, completed, ended
from tests.oracle.supply import late


def lateness(row):
    return (row["actual_start"] - row["planned_start"]).days


def places(pick):
    return Recomputation(lambda g: Answer(total(pick(g), "places")), (OFFERS,))


def placed(pick):
    return Recomputation(lambda g: Answer(len(pick(g))), (PLACEMENTS,))


def overdue(group):
    due = [row for row in placements(group) if row["planned_start"] <= group.as_at]
    return [row for row in due if row not in begun(group)]


def early(group):
    return [
        row for row in begun(group) if row["status"] == "ended_early" and ended(row, group.as_at)
    ]


def with_concern(group):
    if left_blank(early(group), "concern"):
        return NOT_SAID
    return Answer(sum(1 for row in early(group) if row["concern"] == "yes"))


PROGRESS = {
    "withdrawn": places(withdrawn),
    "withdrawn_late": places(late),
    "rejected": places(
        lambda g: [row for row in g.rows(OFFERS) if became(row, "rejected", g.as_at)]
    ),
    "matched": placed(lambda g: g.rows(PLACEMENTS)),
    "cancelled": placed(lambda g: [r for r in g.rows(PLACEMENTS) if r["status"] == "cancelled"]),
    "started": placed(begun),
    "started_by_plan": placed(lambda g: [row for row in begun(g) if lateness(row) <= 0]),
    "started_late": placed(lambda g: [row for row in begun(g) if lateness(row) > 0]),
    "start_overdue": placed(overdue),
    "under_way": placed(lambda g: [row for row in begun(g) if not ended(row, g.as_at)]),
    "ended_early": placed(early),
    "ended_early_concern": Recomputation(with_concern, (PLACEMENTS,)),
    "completed": placed(lambda g: [row for row in begun(g) if completed(row, g.as_at)]),
}
