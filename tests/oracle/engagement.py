"""Meetings, panels, teaching and the like, and joint posts, recomputed."""

from tests.oracle.answer import NOT_SAID, Answer, Recomputation, left_blank, ratio, share, total
from tests.oracle.question import View
from tests.oracle.rows import AGREEMENTS, CENSUSES, by_then, in_post, of_a_year

ACTIVITIES = View("activities", "held_on", ("activity", "service_area"))


def done(group, *kinds, states=("held",)):
    """Activities of some kinds, or of any, that are of a day that has come."""
    return [
        row
        for row in group.rows(ACTIVITIES)
        if row["status"] in states
        and by_then(row["held_on"], group.as_at)
        and (not kinds or row["type"] in kinds)
    ]


def meetings_held(group):
    expected = done(group, "governance_meeting", states=("held", "planned"))
    return share(expected, lambda row: row["status"] == "held")


def meetings(group):
    """Days on which meetings of a partnership were due and held, are to come, and were chaired."""

    def days(rows):
        return len({(row["partnership"], row["held_on"]) for row in rows})

    due = done(group, "governance_meeting", states=("held", "planned"))
    held = done(group, "governance_meeting")
    to_come = [
        row
        for row in group.rows(ACTIVITIES)
        if row["type"] == "governance_meeting"
        and row["status"] != "cancelled"
        and row["held_on"] > group.as_at
    ]
    chaired = [row for row in held if row["role"] == "chair"]
    return [days(due), days(held), days(to_come), days(chaired)]


def chaired_by_employers(group):
    panels = done(group, "placement_panel", "suitability_panel")
    if left_blank(panels, "role"):
        return NOT_SAID

    def by_employer(row):
        is_university = group.world.organisation(row["owner"])["kind"] == "hei"
        return row["role"] == "chair" and not is_university

    return share(panels, by_employer)


def number_of(*kinds):
    return Recomputation(lambda g: Answer(len(done(g, *kinds))), (ACTIVITIES,))


def sum_of(column, *kinds):
    def work(group):
        rows = done(group, *kinds)
        asked = [row for row in rows if not row.get(f"{column}_na")]
        if left_blank(asked, column) or (rows and not asked):
            return NOT_SAID
        return Answer(total(asked, column))

    return Recomputation(work, (ACTIVITIES,))


def joint_posts(group):
    day = group.stock_day
    return [
        row
        for row in group.rows(AGREEMENTS)
        if row["type"] == "joint_post"
        and row["status"] == "active"
        and (row["starts_on"] is None or row["starts_on"] <= day)
        and (row["ends_on"] is None or row["ends_on"] >= day)
    ]


def full_time_equivalents(group):
    posts = joint_posts(group)
    return NOT_SAID if left_blank(posts, "fte") else Answer(total(posts, "fte"))


def attendances_for_each_hundred(group):
    asked = [row for row in done(group, "masterclass", "cpd_course") if not row.get("people_na")]
    if left_blank(asked, "people"):
        return NOT_SAID
    heads = in_post(group, group.rows(CENSUSES), group.as_at, of_a_year, "headcount")
    return ratio(total(asked, "people"), heads, factor=100)


ENGAGEMENT = {
    "meetings_held_rate": Recomputation(meetings_held, (ACTIVITIES,)),
    "employer_chaired_rate": Recomputation(chaired_by_employers, (ACTIVITIES,)),
    "activities_held": number_of(),
    "activity_people": sum_of("people"),
    "activity_hours": sum_of("hours"),
    "practitioner_teaching_hours": sum_of("hours", "teaching"),
    "admissions_involvement": sum_of("people", "admissions_interview"),
    "academic_practice_days": number_of("academic_in_practice"),
    "cpd_reach": Recomputation(attendances_for_each_hundred, (ACTIVITIES, CENSUSES)),
    "cpd_attendances": sum_of("people", "cpd_course"),
    "lived_experience_hours": sum_of("hours", "lived_experience"),
    "joint_posts": Recomputation(lambda g: Answer(len(joint_posts(g))), (AGREEMENTS,)),
    "joint_post_fte": Recomputation(full_time_equivalents, (AGREEMENTS,)),
}
