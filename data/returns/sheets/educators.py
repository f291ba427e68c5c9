"""The practice educator register, and training."""

from data.returns.sheets.declaration import (
    KNOWN_OR_NOT,
    YES_NO,
    AtLeastOne,
    Column,
    Link,
    NeededWith,
    NotBefore,
    Sheet,
)

PRACTICE_EDUCATORS = Sheet(
    name="practice_educators",
    title="Practice educators",
    meaning="one practice educator on the register",
    owners=("employer", "hei"),
    columns=(
        Column(
            "ref",
            "ref",
            required=True,
            note="pseudonym, never a name",
            longest=100,
            person=True,
        ),
        Column("service_area", "code", required=True, values=KNOWN_OR_NOT),
        Column("independent", "code", values=YES_NO),
        Column("legacy_award_on", "date"),
        Column("stage1_on", "date", note="at least one of the three award dates is needed"),
        Column(
            "stage2_on",
            "date",
            note="before stage1_on is an error unless legacy_award_on is given",
        ),
        Column("registered_until", "date", note="blank = no known lapse"),
        Column("last_student_on", "date"),
        Column("last_refresher_on", "date"),
        Column(
            "places_per_year",
            "integer",
            note="0 to 12; blank = 1 in capacity figures",
            low=0,
            high=12,
        ),
        Column("left_on", "date"),
        Column("left_reason", "text"),
    ),
    rules=(
        AtLeastOne(("legacy_award_on", "stage1_on", "stage2_on")),
        NotBefore("stage2_on", "stage1_on", unless="legacy_award_on"),
    ),
)

PE_TRAINING = Sheet(
    name="pe_training",
    title="Practice educator training",
    meaning="one learner on one practice educator course",
    owners=("employer",),
    columns=(
        Column("ref", "ref", longest=100),
        Column("pe_ref", "ref", note="links to the register once there", longest=100, person=True),
        Column("provider", "organisation"),
        Column("course", "text"),
        Column("stage", "code", required=True, values=("1", "2", "refresher")),
        Column("category", "code", required=True, values=("new", "topping_up", "returning")),
        Column("service_area", "code", required=True, values=KNOWN_OR_NOT),
        Column("started_on", "date", required=True),
        Column("due_on", "date"),
        Column(
            "outcome",
            "code",
            required=True,
            values=("in_progress", "passed", "failed", "withdrew", "deferred"),
        ),
        Column(
            "outcome_on",
            "date",
            note="needed unless in_progress; not before started_on",
        ),
    ),
    rules=(
        NeededWith("outcome_on", "outcome", ("passed", "failed", "withdrew", "deferred")),
        NotBefore("outcome_on", "started_on"),
    ),
    links=(Link("pe_ref", "practice_educators", may_wait=True),),
)
