"""About the data."""

from layouts.page import Page

PAGE = Page(
    path="/help",
    title="Help",
    lead="What does each number mean, and can it be trusted?",
    headlines=(),
)
