"""The document that every address answers with, before any script has run."""

import re
from typing import Final

from flask import request

OF_THE_GRID: Final = re.compile(r'<script src="[^"]*dash_ag_grid[^"]*"></script>')
# Dash sends its own table to every page; here tables are plain elements.
OF_NOBODY: Final = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>')

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


def needed(parts: dict[str, str]) -> dict[str, str]:
    """Return the parts of a document, without the scripts of what is not there."""
    scripts = OF_NOBODY.sub("", parts["scripts"])
    if not request.path.endswith("/grid"):
        scripts = OF_THE_GRID.sub("", scripts)
    return {**parts, "scripts": scripts}


def index(scripts: str) -> str:
    """Return the document, in Dash's own marks, with the service's own scripts at an address."""
    return INDEX.replace("{icon}", ICON).replace("{scripts}", scripts)
