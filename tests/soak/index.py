"""Where the tests of each promise stand: their names begin with it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
NAME: Final = re.compile(r"test_([a-z]\d+)_")


def of(name: str) -> str | None:
    """Return the promise that a test of some name is about."""
    found = NAME.match(name)
    return found and found[1].upper()


@cache
def modules() -> dict[str, tuple[str, ...]]:
    """Return the modules with tests of each promise."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for promise in _tested(path):
            found[promise][path.relative_to(ROOT).as_posix()] = None
    return {promise: tuple(paths) for promise, paths in found.items()}


def _tested(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and (promise := of(node.name)):
            yield promise
