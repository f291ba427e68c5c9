"""Random people, every count of them in every cut, and somebody who solves for small counts."""

from collections import Counter, defaultdict
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.disclosure import rules
from dashboard.disclosure.build import build
from dashboard.disclosure.cuts import listed
from dashboard.disclosure.plan import hide
from dashboard.disclosure.tables import Share, Table, Tables
from dashboard.wording import NO_CUT
from tests.disclosure.attack import Attacker, learned

# In the order in which cuts name them.
VALUES = {
    "region": ("north", "south"),
    "academic_year": ("2024/25", "2025/26"),
    "level": ("first", "final"),
    "service_area": ("adults", "children"),
}
FINEST = [("region", "academic_year", "level"), ("region", "academic_year", "service_area")]
STATES = ("cancelled", "started", "waiting")
# Which states each count is of.
COUNTS = {
    "matched": STATES,
    "allocated": ("started", "waiting"),
    "cancelled": ("cancelled",),
    "started": ("started",),
}
KINDS = list(product(*VALUES.values(), STATES))
few = st.sampled_from((0, 0, 0, 0, 1, 1, 2, 3, 4, 7))
people = st.lists(few, min_size=len(KINDS), max_size=len(KINDS)).map(
    lambda counts: dict(zip(KINDS, counts, strict=True))
)
CUTS = listed(VALUES, of_one=True)
MODES = pytest.mark.parametrize("mode", ["rounded", "suppressed"])


def group(kind, cut):
    named = dict(zip(VALUES, kind, strict=False))
    return tuple(named[name] for name in cut)


def counted(there, states, cut):
    found = Counter()
    for kind, count in there.items():
        if kind[-1] in states and count:
            found[group(kind, cut)] += count
    return dict(found)


def tables(there, share=False):
    made = Tables(of_one=True)
    for name, states in COUNTS.items():
        cells = {cut: counted(there, states, cut) for cut in (*CUTS, *FINEST)}
        made.counts[name] = Table(
            list(CUTS), list(FINEST), cells, plain=name != "started" or not share
        )
    if share:
        bases = {cut: made.counts["allocated"].cells[cut] for cut in CUTS}
        made.shares.append(Share("started", "allocated", defaultdict(dict, bases)))
    return made


def read(made, hidden, mode, name, cut, key):
    """How a number reads: its value, whether it is marked as low, why it is hidden."""
    count = made.counts[name].cells[cut].get(key, 0)
    if (name, ..., ...) in hidden:
        return None, False, NO_CUT
    if (name, cut, key) in hidden:
        return None, False, "for another"
    if mode == "suppressed" and 0 < count < 5:
        return None, False, "fewer than 5"
    value = 5 * ((count + 2) // 5) if mode == "rounded" else count
    return value, bool(count and not value), ""


def kinds_of(name, cut, key):
    return [kind for kind in KINDS if kind[-1] in COUNTS[name] and group(kind, cut) == key]


def attacker(made, hidden, mode):
    """Somebody who has taken down every count, by itself or in a share."""
    found = Attacker()
    for name, cut in product(made.counts, CUTS):
        for key in product(*(VALUES[each] for each in cut)):
            bases = [share.bases[cut].get(key, 0) for share in made.shares if share.part == name]
            if not made.counts[name].plain and max(bases) < 10:
                continue
            value, low, why = read(made, hidden, mode, name, cut, key)
            bounds = learned(value, low=low, hidden=why, mode=mode)
            found.learn(kinds_of(name, cut, key), *bounds)
    for share, cut in product(made.shares, CUTS):
        for key in product(*(VALUES[each] for each in cut)):
            base = share.bases[cut].get(key, 0)
            bounds = (10,) if base >= 10 else (1, 9) if base else (0, 0)
            found.learn(kinds_of(share.whole, cut, key), *bounds)
    return found


def worked_out(there, mode, *, share=False, defended=True):
    """The small counts that an attacker knows to be what they are."""
    made = tables(there, share)
    hidden, dropped = hide(build(made, made.counts, mode)) if defended else (set(), set())
    hidden = hidden | {(name, ..., ...) for name in dropped}
    sums = {}
    for name, cut in product(made.counts, CUTS):
        for key, count in made.counts[name].cells[cut].items():
            enough = made.counts[name].plain or made.counts["allocated"].cells[cut][key] >= 10
            if rules.is_small(count) and enough:
                sums[name, cut, key] = kinds_of(name, cut, key)
    return attacker(made, hidden, mode).works_out(sums)


def only(**counts):
    """People of a few kinds: in the first region and year, at either level, for adults."""
    there = dict.fromkeys(KINDS, 0)
    for level, count in counts.items():
        there["north", "2024/25", level, "adults", "waiting"] = count
    return there


def test_two_low_parts_of_a_low_whole_would_give_each_other_away():
    cells = {
        cut for _name, cut, _key in worked_out(only(first=1, final=1), "rounded", defended=False)
    }
    assert ("level",) in cells


def test_a_hidden_part_would_be_what_the_others_leave_of_the_whole():
    assert worked_out(only(first=3, final=20), "suppressed", defended=False)


@MODES
@pytest.mark.timeout(900)
@settings(max_examples=40, deadline=None)
@given(there=people)
@example(there=only(first=1, final=1))
@example(there=only(first=3, final=20))
@example(there=only(first=2))
def test_a11_no_small_count_can_be_worked_out(mode, there):
    assert not worked_out(there, mode)


@MODES
@pytest.mark.timeout(900)
@settings(max_examples=25, deadline=None)
@given(there=people)
def test_nor_can_the_parts_of_shares(mode, there):
    assert not worked_out(there, mode, share=True)
