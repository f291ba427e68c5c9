"""Timeliness and quality, recomputed."""

from statistics import median

from tests.oracle.answer import NOT_SAID, Answer, Recomputation, left_blank, share
from tests.oracle.calendar import months_away
from tests.oracle.picks import begun
from tests.oracle.rows import OUTCOMES, PLACEMENTS, allocated, by_then, completed, ended
from tests.oracle.students import histories


def on_time(group):
    due = [
        row
        for row in group.rows(PLACEMENTS)
        if allocated(row) and row["planned_start"] <= group.as_at
    ]
    return share(
        due,
        lambda row: (
            by_then(row["actual_start"], group.as_at)
            and row["actual_start"] <= row["planned_start"]
        ),
    )


def days_late(group, measure):
    days = [(row["actual_start"] - row["planned_start"]).days for row in begun(group)]
    late = [count for count in days if count > 0]
    return Answer(measure(late) if late else None)


def ended_early(group):
    def early(row):
        return row["status"] == "ended_early" and ended(row, group.as_at)

    return share(begun(group), early)


def finished_late(group):
    done = [row for row in group.rows(OUTCOMES) if completed(row, group.as_at)]
    if left_blank(done, "planned_end"):
        return NOT_SAID
    return share(
        done, lambda row: row["planned_end"] is not None and row["actual_end"] > row["planned_end"]
    )


def concerns(group):
    if left_blank(begun(group), "concern"):
        return NOT_SAID
    return share(begun(group), lambda row: row["concern"] == "yes")


def passed(group, level):
    known = [
        row
        for row in group.rows(OUTCOMES)
        if row["level"] == level and row["outcome"] and ended(row, group.as_at)
    ]
    return share(known, lambda row: row["outcome"] == "pass")


def audited(group):
    def lately(row):
        nation = group.world.nation(row["employer"])
        months = group.world.setting("quality_audit_months", nation, group.as_at)
        earliest = months_away(group.as_at, -months)
        return by_then(row["qa_audited_on"], group.as_at) and row["qa_audited_on"] >= earliest

    return share([row for row in begun(group) if not ended(row, group.as_at)], lately)


def differ(rows):
    return len({row["service_area"] for row in rows}) > 1 or len({r["sector"] for r in rows}) > 1


TIMELINESS = {
    "on_time_start_rate": Recomputation(on_time, (PLACEMENTS,)),
    "late_start_days_median": Recomputation(lambda g: days_late(g, median), (PLACEMENTS,)),
    "late_start_days_max": Recomputation(lambda g: days_late(g, max), (PLACEMENTS,)),
    "early_ended_rate": Recomputation(ended_early, (PLACEMENTS,)),
    "late_finish_rate": Recomputation(finished_late, (OUTCOMES,)),
    "pass_rate_first": Recomputation(lambda g: passed(g, "first"), (OUTCOMES,)),
    "pass_rate_final": Recomputation(lambda g: passed(g, "final"), (OUTCOMES,)),
    "qa_in_date": Recomputation(audited, (PLACEMENTS,)),
    "concern_rate": Recomputation(concerns, (PLACEMENTS,)),
    "contrast_rate": Recomputation(
        lambda g: share([rows for rows in histories(g) if len(rows) > 1], differ), (OUTCOMES,)
    ),
}
