"""Copies the browser files that are carried in the repository out of node_modules.

Run after `npm ci` when a version in package.json has changed: `python tests/tools/vendor.py`.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "dashboard" / "assets" / "vendor"
SOURCES = (
    "bootstrap/dist/css/bootstrap.min.css",
    "plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
)

# A source map that is not carried would be asked for in vain by every open developer's console.
SOURCE_MAP = re.compile(r"\n?(//[#@] sourceMappingURL=\S*|/\*[#@] sourceMappingURL=.*?\*/)\s*")


def main() -> None:
    """Writes each file without its reference to a source map."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        text = (ROOT / "node_modules" / source).read_text(encoding="utf-8")
        target = VENDOR / Path(source).name
        target.write_text(SOURCE_MAP.sub("\n", text), encoding="utf-8")
        print(f"wrote {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
