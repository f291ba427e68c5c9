"""Write the generated pages, or with ``--check`` say which of them are out of step."""

import sys
from pathlib import Path

import click

from dashboard.docs import dictionary, indicators

FOLDER = Path(__file__).parents[2] / "docs"
PAGES = {"indicators.md": indicators.page, "data.md": dictionary.page}


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail where a page is out of step.")
def docs(check: bool) -> None:
    """Write docs/indicators.md and docs/data.md from the declarations."""
    stale = [name for name, page in PAGES.items() if _written(FOLDER / name) != page()]
    for name in stale:
        click.echo(f"docs/{name} is out of step: run `make docs`." if check else f"docs/{name}")
        if not check:
            (FOLDER / name).write_text(PAGES[name](), encoding="utf-8")
    if check and stale:
        sys.exit(1)


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    docs()
