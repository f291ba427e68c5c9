"""Students who completed a final placement, and everything that each of them has done."""

from tests.oracle.answer import share
from tests.oracle.rows import OUTCOMES, completed, started


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
