"""Copies the browser files that are carried in the repository out of node_modules.

Run it with `make vendor` when a version in package.json has changed.
"""

import re
from pathlib import Path

from tests.tools import node

VENDOR = node.ROOT / "dashboard" / "assets" / "vendor"
SOURCES = (
    "bootstrap/dist/css/bootstrap.min.css",
    "plotly.js-basic-dist-min/plotly-basic.min.js",
)

# A source map that is not carried would be asked for in vain by every open developer's console.
SOURCE_MAP = re.compile(r"\n?(//[#@] sourceMappingURL=\S*|/\*[#@] sourceMappingURL=.*?\*/)\s*")


def main() -> None:
    """Writes each file without its reference to a source map."""
    node.install()
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        text = (node.MODULES / source).read_text(encoding="utf-8")
        target = VENDOR / Path(source).name
        target.write_text(SOURCE_MAP.sub("\n", text), encoding="utf-8")
        print(f"wrote {target.relative_to(node.ROOT)}")


if __name__ == "__main__":
    main()
