"""docs/mutants.md: how many changes a test notices, and why the others may live."""

from collections import Counter
from collections.abc import Sequence

from dashboard.docs import markdown
from tests.mutants.survivors import ROOT, UNNOTICED, UNTRIED, Explained, Mutant, Outcomes

PAGE = ROOT / "docs" / "mutants.md"
TEXT = """# Mutants

Written by `make mutants`. It changes the arithmetic bit by bit, one thing at a time: a `<` to `<=`,
a `+` to `-`, a 1 to a 2, an `and` to an `or`, an argument to `None`. For each changed copy, a
*mutant*, it runs the quick tests that come by the changed function, until one fails. A mutant that
no test notices is a mistake that nobody would notice either; so it is met by a new test, or it says
below why it may live. `make mutants` fails where one does neither. A run that is interrupted leaves
some untried, and `make mutants` goes on with those.

{table}

[mutmut](https://mutmut.readthedocs.io) makes the mutants. It leaves alone what stands outside
functions, and functions with decorators, properties among them. Which modules are changed and
which tests are run stands in `pyproject.toml` (`[tool.mutmut]`), and the reasons below stand in
`tests/mutants/explained.toml`. Whether the formulas are the right ones is tried elsewhere: each
indicator is worked out a second time in `tests/oracle/`.

## Those that may live

{reasons}
"""


def write(outcomes: Outcomes, living: Sequence[Mutant], known: Sequence[Explained]) -> None:
    """Write the page of a run."""
    reasons = "\n\n".join(_reason(each, living) for each in known)
    PAGE.write_text(TEXT.format(table=_table(outcomes), reasons=reasons), encoding="utf-8")


def _table(outcomes: Outcomes) -> str:
    counted = {f"`{module}`": Counter(those.values()) for module, those in outcomes.items()}
    counted["All"] = sum(counted.values(), Counter())
    rows = [(module, *_numbers(found)) for module, found in counted.items()]
    return markdown.table(("Module", "Mutants", "Noticed", "Living", "Not tried"), rows)


def _numbers(found: Counter[str]) -> tuple[str, ...]:
    living, untried = sum(found[each] for each in UNNOTICED), found[UNTRIED]
    return tuple(map(str, (found.total(), found.total() - living - untried, living, untried)))


def _reason(each: Explained, living: Sequence[Mutant]) -> str:
    count = sum(each.covers(mutant) for mutant in living)
    place = f"`{each.function}` of `{each.module}`" if each.module else "Anywhere"
    became = "".join(f"\n+ {words or '(nothing)'}" for words in each.became)
    return f"{place}, {count}: {each.why}\n\n```diff\n- {each.was}{became}\n```"
