"""Finds links in the Markdown files that lead nowhere: files and headings of this repository only.

Run it with `make check`, or `python -m tests.tools.links`.
"""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.M | re.S)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]:\s+(\S+)", re.M)
IMAGE = re.compile(r"<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)=\"([^\"]+)\"")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.M)
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.I)


def main() -> int:
    """Print each dead link and return the exit status."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    names = subprocess.check_output(listed, cwd=ROOT, text=True).splitlines()
    pages = [ROOT / name for name in names if (ROOT / name).exists()]
    dead = [f"{page.relative_to(ROOT)}: {link}" for page in pages for link in dead_links(page)]
    print("\n".join(dead) or f"{len(pages)} pages, no dead link")
    return 1 if dead else 0


def dead_links(page: Path) -> list[str]:
    """Return the links of a page that lead to no file or no heading."""
    return [link for link in _links(page) if not ELSEWHERE.match(link) and not _leads(page, link)]


def anchors(text: str) -> set[str]:
    """Return the anchors that a page's headings and named elements give, as GitHub makes them."""
    found: set[str] = set(re.findall(r"\b(?:id|name)=\"([^\"]+)\"", text))
    for heading in HEADING.findall(FENCE.sub("", text)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        repeated = sum(1 for other in found if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", other))
        found.add(f"{slug}-{repeated}" if repeated else slug)
    return found


def _links(page: Path) -> list[str]:
    text = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
    return ["".join(found) for found in LINK.findall(text)] + IMAGE.findall(text)


def _leads(page: Path, link: str) -> bool:
    path, _, anchor = unquote(link).partition("#")
    root = ROOT if path.startswith("/") else page.parent
    target = (root / path.lstrip("/")).resolve() if path else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in _anchors_of(target)


@cache
def _anchors_of(page: Path) -> set[str]:
    return anchors(page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
