"""What partnerships type in, row by row, in the words of the sheets.

Each gives a row with what every row of its sheet needs; name what the documents state.
"""


def programme(code, organisation, route="undergraduate", name="Social work"):
    return {"code": code, "organisation_code": organisation, "name": name, "route": route}


def organisation(code, kind, region, services="both"):
    return {
        "code": code,
        "name": code.replace("-", " ").capitalize(),
        "kind": kind,
        "region_code": region,
        "services": "" if kind == "hei" else services,
    }


def member(partnership, organisation_code):
    return {
        "partnership_code": partnership,
        "organisation_code": organisation_code,
        "role": "member",
    }


def need(programme_code, students, **changes):
    """Students of a programme who need a final placement from October 2008."""
    return {
        "programme": programme_code,
        "level": "final",
        "service_area": "either",
        "statutory_required": "no",
        "window_start": "2008-10-06",
        "window_end": "2009-03-27",
        "days": "100",
        "students": str(students),
    } | changes


def offer(places, **changes):
    """Places of a council from October 2008."""
    return {
        "sector": "local_authority",
        "level": "final",
        "service_area": "children",
        "statutory": "yes",
        "window_start": "2008-10-06",
        "places": str(places),
        "status": "confirmed",
    } | changes


def placement(student, programme_code, employer, **changes):
    """A final placement with a council that started when it should, in October 2008."""
    return {
        "student_ref": student,
        "programme": programme_code,
        "employer": employer,
        "level": "final",
        "service_area": "children",
        "sector": "local_authority",
        "statutory": "yes",
        "planned_start": "2008-10-06",
        "actual_start": "2008-10-06",
        "status": "started",
    } | changes


def activity(kind, day, **changes):
    """Something that was held on a day."""
    return {"type": kind, "held_on": day, "status": "held"} | changes


def request(programme_code, employer, places, **changes):
    """Places asked of an employer from October 2008."""
    return {
        "programme": programme_code,
        "employer": employer,
        "level": "final",
        "service_area": "children",
        "window_start": "2008-10-06",
        "window_end": "2009-03-27",
        "places": str(places),
    } | changes


def educator(ref, **changes):
    """A practice educator with both stages, who is current in 2008/09."""
    return {
        "ref": ref,
        "service_area": "children",
        "stage1_on": "2007-06-29",
        "stage2_on": "2008-06-27",
    } | changes
