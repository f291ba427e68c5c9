"""Engagement: what partners put in besides placements, and what they have agreed."""

from dashboard.views import (
    activities,
    agreed,
    attendance,
    contracted,
    joint_posts,
    meetings_held,
    panels,
)
from dashboard.worklists import agreements
from layouts.page import Page

PAGE = Page(
    path="/engagement",
    title="Engagement",
    lead="What do partners put in: teaching, panels, governance, courses? What have they agreed, "
    "and is it kept?",
    headlines=(
        "meetings_held_rate",
        "employer_chaired_rate",
        "practitioner_teaching_hours",
        "admissions_involvement",
        "academic_practice_days",
        "cpd_attendances",
        "cpd_reach",
        "lived_experience_hours",
        "joint_posts",
        "joint_post_fte",
        "contracted_delivery_low",
        "contracted_delivery_high",
    ),
    views=(
        activities.ACTIVITIES,
        activities.BY_KINDS,
        activities.BY_PARTNERS,
        meetings_held.VIEW,
        attendance.VIEW,
        panels.VIEW,
        contracted.VIEW,
        agreed.VIEW,
        joint_posts.VIEW,
    ),
    lists=(agreements.EVERY,),
    more=True,
)
