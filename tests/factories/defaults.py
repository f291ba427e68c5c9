"""What a row of each sheet holds where a test says nothing else."""

from datetime import date

from tests.factories.days import AUTUMN

# What every row of a sheet needs, and what tells the commonest story: the year 2025/26.
DEFAULTS = {
    "demand": {
        "owner": "northern",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "statutory_required": "no",
        "window_start": AUTUMN,
        "window_end": date(2026, 3, 31),
        "days": 100,
        "students": 1,
    },
    "requests": {
        "owner": "northern",
        "employer": "riverside",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "window_start": AUTUMN,
        "places": 1,
    },
    "offers": {
        "owner": "riverside",
        "sector": "local_authority",
        "level": "final",
        "service_area": "adults",
        "statutory": "yes",
        "window_start": AUTUMN,
        "places": 1,
        "status": "offered",
    },
    "placements": {
        "owner": "northern",
        "employer": "riverside",
        "student_ref": "S1",
        "programme": "northern-ba",
        "level": "final",
        "service_area": "adults",
        "sector": "local_authority",
        "statutory": "yes",
        "planned_start": AUTUMN,
        "status": "matched",
    },
    "practice_educators": {
        "owner": "riverside",
        "service_area": "adults",
        "stage1_on": date(2025, 6, 1),
    },
    "pe_training": {
        "owner": "riverside",
        "stage": "1",
        "category": "new",
        "service_area": "adults",
        "started_on": AUTUMN,
        "outcome": "in_progress",
    },
    "activities": {
        "owner": "riverside",
        "type": "teaching",
        "held_on": AUTUMN,
        "status": "held",
    },
    "agreements": {
        "owner": "riverside",
        "type": "sla",
        "title": "Service level agreement",
        "status": "active",
    },
    "workforce": {
        "owner": "riverside",
        "census_on": date(2025, 9, 30),
        "service_area": "adults",
    },
    "newly_qualified": {
        "owner": "riverside",
        "cohort": "2025/26",
        "service_area": "adults",
        "started": 1,
    },
    "finance": {
        "owner": "riverside",
        "heading": "Practice educator training",
        "kind": "grant",
        "financial_year": "2025-26",
    },
    "reported_figures": {
        "owner": "riverside",
        "measure": "Placements offered",
        "value_low": 1,
        "qualifier": "exact",
        "unit": "placements",
        "source": "Annual report",
    },
}
