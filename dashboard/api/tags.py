"""What stays the same as long as an answer does: state of the data, question and reader."""

from hashlib import sha256
from typing import Any, Final

from data.people.person import Person
from data.reader import Version

# Of a digest, as many letters as no two questions will share.
LETTERS: Final = 20


def tag(version: Version, person: Person, *question: Any) -> str:
    """Return the tag of an answer.

    Args:
        version: Which state of the data it is made from.
        person: Who asks. Whoever reads less, or reads otherwise, gets another answer.
        question: What is asked: filters with the day that they look from, and all else.
    """
    reach = (
        person.role,
        person.figures_only,
        sorted(person.organisations),
        None if person.reach is None else sorted(person.reach),
    )
    digest = sha256(repr((reach, question)).encode()).hexdigest()
    return f"{version.number}-{digest[:LETTERS]}"
