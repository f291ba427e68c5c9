"""The document that every address answers with, before any script has run."""

from typing import Final

INDEX: Final = """<!doctype html>
<html lang="en-GB">
<head>
{%metas%}
<title>{%title%}</title>
{%favicon%}
{%css%}
</head>
<body>
<noscript><p>This service needs JavaScript to draw its pages.</p></noscript>
{%app_entry%}
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>
"""
