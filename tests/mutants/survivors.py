"""What became of each mutant, and why those that no test notices may live."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("explained.toml")
MODULES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"]["only_mutate"]
UNNOTICED = ("survived", "no tests")
UNTRIED = "not checked"
# Of a method mutmut makes a name with these, of a function one that begins with an x.
OF_METHODS = "ǁ"

Outcomes = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Mutant:
    """A change that no test notices.

    Attributes:
        name: By which mutmut knows it.
        module: Path of the module.
        function: Name of the function, after that of its class.
        line: What was changed, as it stands.
        became: The same as it was changed.
    """

    name: str
    module: str
    function: str
    line: str
    became: str


@dataclass(frozen=True)
class Explained:
    """Why some changes may go unnoticed.

    Attributes:
        was: Words of the code.
        became: What may stand in their place.
        why: Why no test could notice, or none need notice.
        module: Path of the module; blank where it holds in any.
        function: Name of the function, after that of its class; blank likewise.
    """

    was: str
    became: tuple[str, ...]
    why: str
    module: str = ""
    function: str = ""

    def covers(self, mutant: Mutant) -> bool:
        """Return whether a mutant is one of these."""
        return (
            self.module in ("", mutant.module)
            and self.function in ("", mutant.function)
            and mutant.became in {mutant.line.replace(self.was, each) for each in self.became}
            and self.was in mutant.line
        )


def explained() -> list[Explained]:
    """Return what has been explained, in the order of the file."""
    found = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["explained"]
    return [Explained(**each | {"became": tuple(each["became"])}) for each in found]


def outcomes() -> Outcomes:
    """Return what became of each mutant of the last run, by module and by mutmut's name of it."""
    # Whoever looks at explanations alone need not have it.
    from mutmut.stats import status_by_exit_code  # noqa: PLC0415

    found = {}
    for module in MODULES:
        codes = json.loads((ROOT / "mutants" / f"{module}.meta").read_text())["exit_code_by_key"]
        found[module] = {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def living(found: Outcomes) -> list[Mutant]:
    """Return the mutants that no test noticed."""
    return [
        _mutant(module, name)
        for module, those in found.items()
        for name, outcome in those.items()
        if outcome in UNNOTICED
    ]


def _mutant(module: str, name: str) -> Mutant:
    from mutmut.mutation.diff_apply import get_diff_for_mutant  # noqa: PLC0415

    changed = get_diff_for_mutant(name, path=module).splitlines()[2:]
    line, became = (
        " ".join(each[1:].strip() for each in changed if each.startswith(sign)) for sign in "-+"
    )
    called = name.rpartition("__mutmut_")[0].rpartition(".")[2]
    method = called.removeprefix("x" + OF_METHODS).replace(OF_METHODS, ".")
    return Mutant(name, module, method.removeprefix("x_"), line, became)
