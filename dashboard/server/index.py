"""The document that every address answers with, before any script has run."""

from typing import Final

ICON: Final = (
    '<link rel="icon" href="data:image/svg+xml,'
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
    "<path fill='%2312436D' d='M0 0h16v16H0z'/>"
    "<path fill='white' d='M4 7h3v6H4zM9 3h3v10H9z'/></svg>\">"
)
INDEX: Final = """<!doctype html>
<html lang="en-GB">
<head>
{%metas%}
<title>{%title%}</title>
{icon}
{%css%}
</head>
<body>
<noscript><p>This service needs JavaScript to draw its pages.</p></noscript>
{%app_entry%}
{%config%}
<script src="{scripts}"></script>
{%scripts%}
{%renderer%}
</body>
</html>
"""


def index(scripts: str) -> str:
    """Return the document, in Dash's own marks, with the service's own scripts at an address."""
    return INDEX.replace("{icon}", ICON).replace("{scripts}", scripts)
