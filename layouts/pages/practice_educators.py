"""Practice educators."""

from layouts.page import Page

PAGE = Page(
    path="/practice-educators",
    title="Practice educators",
    lead="Do we have enough practice educators, are they current, and who is in training?",
    headlines=(),
)
