"""What partners put in, and what they agreed."""

from data.returns.sheets.declaration import (
    KNOWN_OR_NOT,
    Column,
    NotBefore,
    NotUnder,
    Sheet,
)

ACTIVITIES = Sheet(
    name="activities",
    title="Activities",
    meaning="one thing a partner put in: teaching, panel, meeting, seminar, shadowing and the like",
    owners=("member",),
    columns=(
        Column("ref", "ref", longest=100),
        Column(
            "type",
            "code",
            required=True,
            values=(
                "teaching",
                "admissions_interview",
                "placement_panel",
                "suitability_panel",
                "governance_meeting",
                "programme_board",
                "validation_review",
                "research_seminar",
                "masterclass",
                "cpd_course",
                "conference",
                "shadowing",
                "academic_in_practice",
                "strategic_liaison",
                "lived_experience",
                "other",
            ),
        ),
        Column("title", "text"),
        Column("held_on", "date", required=True, note="planned date while planned"),
        Column("status", "code", required=True, values=("planned", "held", "cancelled")),
        Column("role", "code", values=("chair", "member", "contributor", "attendee")),
        Column("people", "integer", na_allowed=True, note="0 or more", low=0),
        Column("hours", "decimal", na_allowed=True, note="0 or more", low=0),
        Column("host", "organisation"),
        Column("service_area", "code", values=KNOWN_OR_NOT),
    ),
)

AGREEMENTS = Sheet(
    name="agreements",
    title="Agreements",
    meaning="a service level agreement, contract, scheme, student unit, joint post or consortium",
    owners=("employer",),
    columns=(
        Column("ref", "ref", required=True, longest=100),
        Column(
            "type",
            "code",
            required=True,
            values=(
                "sla",
                "contract",
                "scheme",
                "student_unit",
                "joint_post",
                "consortium",
            ),
        ),
        Column("hei", "organisation"),
        Column("title", "text", required=True),
        Column("starts_on", "date"),
        Column("review_due", "date"),
        Column("ends_on", "date"),
        Column("places_per_year_low", "integer", low=0),
        Column(
            "places_per_year_high",
            "integer",
            note="not under low; blank with a low = at least",
            low=0,
        ),
        Column("fte", "decimal", low=0),
        Column("in_return", "text"),
        Column("funded_by", "text"),
        Column("status", "code", required=True, values=("planned", "active", "ended")),
    ),
    rules=(
        NotBefore("ends_on", "starts_on"),
        NotUnder("places_per_year_high", "places_per_year_low"),
    ),
)
