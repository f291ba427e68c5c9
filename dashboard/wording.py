"""Words that more than one place needs: names of codes, and how a missing number reads."""

from collections.abc import Mapping
from typing import Final

SERVICE: Final = "Teaching Partnership Dashboard"
NOT_REPORTED: Final = "not reported"
NOT_APPLICABLE: Final = "not applicable"
SUPPRESSED: Final = "hidden"
PROVISIONAL: Final = "provisional"
NO_ROWS: Final = "no rows"
IN_THE_TABLE: Final = "in the table"
NO_NUMBERS: Final = "no numbers"
NO_TARGET: Final = "no target"
NOT_JUDGED: Final = "not judged"
RETURN_MISSING: Final = "a return is missing"
NOT_KNOWN: Final = "Not known"
NOBODY: Final = "nobody to compare"
NO_PARTNER: Final = "no partner"
TOO_EARLY: Final = "too early to say"

# How the published workforce file reads where it prints no number, by the state it gives.
UNPRINTED: Final[Mapping[str, str]] = {
    "not_available": "not available",
    "not_applicable": NOT_APPLICABLE,
    "suppressed": "suppressed",
    "low": "low, but not 0",
    "unreliable": "unreliable",
}
NOT_PUBLISHED: Final = "not published"

# Why a figure is hidden from readers of an edition.
NO_CUT: Final = "not among the cuts of this edition"
TOO_FEW: Final = "fewer than 10 behind it"
FEWER_THAN_FIVE: Final = "fewer than 5"
HIDDEN_FOR_ANOTHER: Final = "hidden so that no small number can be worked out"
GIVES_AWAY: Final = "it would give people away"
LOW: Final = "fewer than 3"
LOW_MARK: Final = "[low]"
LOW_STATE: Final = "Not nought, but so few that it is rounded to it"

# How a figure without a number reads, by its status.
WITHOUT_A_NUMBER: Final[Mapping[str, str]] = {
    "not_reported": NOT_REPORTED,
    "not_applicable": NOT_APPLICABLE,
    "suppressed": SUPPRESSED,
}
# The shorthand that stands in a file where a number is missing or needs a warning.
SHORTHAND: Final[Mapping[str, str]] = {
    "not_reported": "[x]",
    "not_applicable": "[z]",
    "suppressed": "[c]",
    "provisional": "[p]",
}
ONE_SERVICE: Final[Mapping[str, str]] = {"adults": "adults' only", "children": "children's only"}
LEVELS: Final[Mapping[str, str]] = {
    "final": "Final placement",
    "first": "First placement",
    "either": "Either level",
}
AREAS: Final[Mapping[str, str]] = {
    "adults": "Adults",
    "children": "Children's",
    "mental_health": "Mental health",
    "mixed": "Mixed",
    "all_age": "All-age",
    "either": "Either area",
    "not_known": NOT_KNOWN,
}
# As they stand among other filters, where nothing else says what is not known.
AREA_FILTERS: Final = {**AREAS, "not_known": "Service area not known"}
TERMS: Final[Mapping[str, str]] = {"autumn": "Autumn", "spring": "Spring", "summer": "Summer"}
STAGES: Final[Mapping[str, str]] = {
    "1": "Stage 1",
    "2": "Stage 2",
    "legacy": "Legacy award",
    "refresher": "Refresher",
}
QUARTERS: Final[Mapping[str, str]] = {
    "year": "Whole year",
    "1": "April to June",
    "2": "July to September",
    "3": "October to December",
    "4": "January to March",
}
CATEGORIES: Final[Mapping[str, str]] = {
    "new": "New",
    "topping_up": "Topping up",
    "returning": "Returning",
}
ACTIVITIES: Final[Mapping[str, str]] = {
    "teaching": "Teaching",
    "admissions_interview": "Admissions interviews",
    "placement_panel": "Placement panels",
    "suitability_panel": "Suitability panels",
    "governance_meeting": "Governance meetings",
    "programme_board": "Programme boards",
    "validation_review": "Validation and review",
    "research_seminar": "Research seminars",
    "masterclass": "Masterclasses",
    "cpd_course": "CPD courses",
    "conference": "Conferences",
    "shadowing": "Shadowing",
    "academic_in_practice": "Academics in practice",
    "strategic_liaison": "Strategic liaison",
    "lived_experience": "Lived experience",
    "other": "Other activities",
}
ROUTES: Final[Mapping[str, str]] = {
    "undergraduate": "Undergraduate",
    "postgraduate": "Postgraduate",
    "apprenticeship": "Apprenticeship",
    "step_up": "Step Up",
    "fast_track": "Fast track",
    "employment_based": "Employment based",
}
BASES: Final[Mapping[str, str]] = {
    "employer": "placements counted in the employer's region",
    "hei": "placements counted in the university's region",
}
ORIGINS: Final[Mapping[str, str]] = {
    "records": "From its partners' returns",
    "illustrative": "Invented, to show how the service works",
    "published": "Known from published documents alone; it sends no returns",
}

KINDS: Final[Mapping[str, str]] = {
    "hei": "University",
    "local_authority": "Council",
    "nhs": "NHS trust",
    "voluntary": "Voluntary organisation",
    "private": "Private agency",
    "education": "School or college",
    "police": "Police",
    "prison": "Prison",
    "probation": "Probation",
    "other": "Other organisation",
}
ROLES: Final[Mapping[str, str]] = {
    "lead": "leads",
    "member": "member",
    "associate": "associate",
}
AGREEMENTS: Final[Mapping[str, str]] = {
    "sla": "service level agreement",
    "contract": "contract",
    "scheme": "scheme",
    "student_unit": "student unit",
    "joint_post": "joint post",
    "consortium": "consortium",
}
SERVES: Final[Mapping[str, str]] = {
    "adults": "Adults' only",
    "children": "Children's only",
    "both": "Adults and children's",
}
RETURN_STATES: Final[Mapping[str, str]] = {
    "not_open": "Not open yet",
    "not_started": "Not started: carried forward, please confirm",
    "in_progress": "In progress",
    "submitted": "Submitted",
    "sent_back": "Sent back",
    "signed_off": "Signed off",
    "reopened": "Reopened",
}

# What the codes of a dimension are called, in the order to show them.
CODES: Final[Mapping[str, Mapping[str, str]]] = {
    "level": LEVELS,
    "service_area": AREAS,
    "term": TERMS,
    "stage": STAGES,
    "category": CATEGORIES,
    "activity": ACTIVITIES,
    "quarter": QUARTERS,
}

_KINDS: Final = ("level", "service_area", "term", "activity")
# What names of a kind become in the middle of a sentence, where lower case alone won't do.
_SAID: Final[Mapping[str, str]] = {
    "Final placement": "the final placement",
    "First placement": "the first placement",
    "Either area": "those for either area",
    "Adults": "adults' work",
    "CPD courses": "CPD courses",
    "Children's": "children's work",
    "Mixed": "mixed work",
    "All-age": "all-age work",
    NOT_KNOWN: "what is not known",
}
_IN_A_SENTENCE: Final = {
    name: _SAID.get(name, name[:1].lower() + name[1:])
    for kind in _KINDS
    for name in CODES[kind].values()
}


def said(name: str) -> str:
    """Return a name as it stands within a sentence: kinds in lower case, proper names as ever."""
    return _IN_A_SENTENCE.get(name, name)
