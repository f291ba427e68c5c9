"""Changes the arithmetic bit by bit, and looks whether a test notices; see docs/mutants.md.

Run it with `make mutants`; `make mutants ARGS=--kept` looks at the last run again.
"""

import subprocess
import sys

from tests.mutants import page, survivors


def main() -> int:
    """Print what nobody has explained, write the page, and return the exit status."""
    if "--kept" not in sys.argv[1:]:
        subprocess.run(["mutmut", "run", "--max-children", "1"], check=True)
    outcomes, known = survivors.outcomes(), survivors.explained()
    living = survivors.living(outcomes)
    page.write(outcomes, living, known)
    new = [each for each in living if not any(one.covers(each) for one in known)]
    gone = [each for each in known if not any(each.covers(one) for one in living)]
    for each in new:
        print(f"{each.name}\n  - {each.line}\n  + {each.became}\n")
    for each in gone:
        print(f"It is noticed now, so it needs no explanation: {each.was}")
    print(f"{len(new)} of {len(living)} mutants that live are not explained.")
    return 1 if new or gone else 0


if __name__ == "__main__":
    sys.exit(main())
