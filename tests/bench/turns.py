"""Runs what is measured and what it is compared with in turn, so that they share the machine."""

from collections.abc import Callable, Mapping
from time import perf_counter

OURS, SQL, TUTORIAL = "ours", "raw SQL", "tutorial"
MILLISECONDS = 1000
FEWEST = 3

Said = dict[str, list[float]]


def in_turn(jobs: Mapping[str, Callable[[int], float]], rounds: int, seconds: float) -> Said:
    """Return what each job said in each round.

    A job that has had its share of time leaves out the rounds that follow, but for the first few.

    Args:
        jobs: Each takes the number of the round and returns what it measured.
        rounds: How many at most.
        seconds: How long each job may take in all, with all that it does besides.
    """
    said: Said = {name: [] for name in jobs}
    spent = dict.fromkeys(jobs, 0.0)
    for number in range(rounds):
        for name, job in jobs.items():
            if spent[name] < seconds or number < FEWEST:
                began = perf_counter()
                said[name].append(job(number))
                spent[name] += perf_counter() - began
    return said


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * MILLISECONDS
