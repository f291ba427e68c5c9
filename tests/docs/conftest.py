import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def blocks():
    """The fenced blocks of a page in one language: `blocks("README.md", "sh")`."""

    def find(name, language):
        text = (ROOT / name).read_text(encoding="utf-8")
        return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)

    return find
