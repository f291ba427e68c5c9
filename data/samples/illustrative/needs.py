"""What universities need, and what they ask of each employer."""

from collections import Counter
from datetime import date
from typing import Any

from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.draw import between, one_of
from data.samples.illustrative.students import DAYS, Student

Row = dict[str, Any]


def demand(partnership: Partnership, students: list[Student]) -> list[Row]:
    """Return the demand rows: the students of a programme alike in level, area, need and window."""
    alike = Counter(
        (each.university, each.programme, each.level, each.area, each.statutory, each.start)
        for each in students
    )
    ends = {(each.programme, each.start): each.end for each in students}
    return [
        {
            "partnership": partnership.code,
            "owner": university,
            "ref": f"{programme.removeprefix('sample-')}-{level}-{start:%y%m}-{area}"
            + ("-statutory" if statutory else ""),
            "programme": programme,
            "level": level,
            "service_area": area,
            "statutory_required": "yes" if statutory else "no",
            "window_start": start,
            "window_end": ends[programme, start],
            "days": DAYS[level],
            "students": count,
        }
        for (university, programme, level, area, statutory, start), count in alike.items()
    ]


def requests(partnership: Partnership, offered: list[Row], students: list[Student]) -> list[Row]:
    """Return what universities asked of each employer: somewhat more than it then offered."""
    asked = Counter(
        (row["owner"], row["level"], row["service_area"], row["window_start"])
        for row in offered
        for _ in range(row["places"])
    )
    programmes = list(dict.fromkeys((each.university, each.programme) for each in students))
    return [
        _request(partnership, programmes, kind, count, number)
        for number, (kind, count) in enumerate(asked.items(), 1)
    ]


def _request(
    partnership: Partnership,
    programmes: list[tuple[str, str]],
    kind: tuple[str, str, str, date],
    count: int,
    number: int,
) -> Row:
    employer, level, area, start = kind
    university, programme = one_of(programmes, partnership.code, "request", number)
    return {
        "partnership": partnership.code,
        "owner": university,
        "ref": f"R{number:04d}",
        "employer": employer,
        "programme": programme,
        "level": level,
        "service_area": area,
        "window_start": start,
        "places": count + between(0, 2, partnership.code, "asked", number),
    }
