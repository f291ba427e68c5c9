"""The terms of sharing data, as somebody reads them who accepts them for an organisation."""

from typing import Final

# Whoever changes these words changes data.people.terms.WORDING with them.
TERMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "What we send",
        "Rows of placements, practice educators and other sheets, under pseudonyms that we give. "
        "No names, addresses, dates of birth or numbers by which somebody outside our organisation "
        "could tell who it is, and none in free text.",
    ),
    (
        "What for",
        "To plan placements and practice education together, and to report on them. Not to judge a "
        "student or a member of staff.",
    ),
    (
        "Who sees it",
        "Figures: the members of the partnership. Rows: we ourselves, the manager of the "
        "partnership, and members as far as they concern them. Funders: published editions, with "
        "small numbers protected.",
    ),
    (
        "Who is responsible",
        "We stay the controller of what we send, tell the people concerned, and answer when they "
        "ask to see it or to be forgotten. Whoever runs the service does so on our behalf.",
    ),
    (
        "How long",
        "As our partnership has agreed. What we send has a history that is not rewritten, but for "
        "somebody who asks to be forgotten.",
    ),
)
