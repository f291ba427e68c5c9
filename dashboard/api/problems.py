"""What is wrong with a request, said so that whoever wrote the program can put it right."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from data.returns.problems import shown


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with the address.

    Attributes:
        parameter: Which parameter.
        value: What it says.
        problem: What is wrong with it, as a sentence.
        fix: What to do about it, as a sentence.
    """

    parameter: str
    value: str
    problem: str
    fix: str

    @property
    def words(self) -> str:
        """What is wrong and what to do about it, as people are told."""
        return f"{self.problem} {self.fix}"


class ProblemError(Exception):
    """A request can't be answered."""

    def __init__(self, status: int, title: str, faults: Sequence[Fault]) -> None:
        """Keep why, fault by fault."""
        super().__init__(title)
        self.status = status
        self.title = title
        self.faults = faults


def wrong(faults: Sequence[Fault]) -> ProblemError:
    """Return the problem of an address that says what can't be."""
    return ProblemError(HTTPStatus.BAD_REQUEST, "The address asks for what there isn't", faults)


def unknown(what: str, name: str, fix: str) -> ProblemError:
    """Return the problem of an address of nothing.

    Args:
        what: What there is none of.
        name: How the address calls it.
        fix: Where to find those that there are, as a sentence.
    """
    called = shown(name)
    fault = Fault(what, called, f"There is no {what} “{called}”.", fix)
    return ProblemError(HTTPStatus.NOT_FOUND, "There is nothing at this address", [fault])


def body(status: int, title: str, detail: str, faults: Sequence[Fault] = ()) -> dict[str, Any]:
    """Return a problem as RFC 9457 has it, with every fault beside."""
    found = {"type": "about:blank", "status": status, "title": title, "detail": detail}
    return found | ({"errors": [asdict(fault) for fault in faults]} if faults else {})


def as_json(error: ProblemError) -> dict[str, Any]:
    """Return the body of an answer that says what is wrong."""
    words = " ".join(fault.words for fault in error.faults)
    return body(error.status, error.title, words, error.faults)
