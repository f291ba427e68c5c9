"""docs/performance.md: the newest run on top, a few older ones, and how it is done."""

import re
from collections.abc import Sequence

from tests.bench import growth, machine, picture, report
from tests.bench.databases import ROOT
from tests.bench.targets import Result

PAGE = ROOT / "docs" / "performance.md"
RUN = re.compile(r"^## Run of .*?(?=^## |\Z)", re.M | re.S)
# Older ones are in the history of the page.
KEPT = 3
TEXT = """# Performance

Written by `make bench`, which runs everything in turn with what it is compared with.

![{alt}](pictures/growth.svg)

{runs}

## What is measured

On databases that `partnership generate` makes, always the same ones: S is one partnership, M all
of England in ten years (about 500,000 rows), L ten million rows. The service runs as
`partnership serve` starts it, with one worker (two in B5 and beside the readers of B8), on SQLite;
the browser is headless Chromium. Whoever reads has signed in, and may read every partnership.

- **SQL** is raw SQL for the same figures of *Placements*, as somebody would write it at a prompt,
  on the same database without any cache. B8 is compared with a bare insert of the same rows, B10
  with the two sums that the matching starts from.
- **Tutorial** is a page as tutorials for Dash write it: two filters, four tiles and three charts
  of `plotly.express`, each callback reading whole tables with pandas. *Placements* has ten
  headlines and ten charts and tables. The targets of B1 and B2 were set from pages of that size,
  measured in Superset (7.8 s cold, 2.4 s a change) and Streamlit (3.9 s and 0.8 s), which are not
  run here. At L nobody would wait for that page, so it is left out.
- **B1**: a new browser profile each time, on the machine itself, so without a network's delay.
- **B2**: from the click on a box to the second frame after the last change of the page.
- **B3**: over HTTP with the connection kept, from the question to the last byte of the compressed
  answer. *Asked before*: the same selection a second time. *First after a write*: one placement is
  changed through the importer, then a selection is asked for that was asked before that. *Never
  asked before*: a selection new to this state of the data.
- **B5**: each reader has a session of their own, *Placements* open, and changes a filter, one time
  in ten to something nobody chose before; a time is a whole question, with its new connection.
  *As many as it can*: eight who never think. The tutorial's page is asked by four, once each.
- **B6**: one change in fifty is a selection that nobody asked for before.
- **B7**: a cell of the grid of the university with most placements (6,400 at M), with its history,
  version and queries, over HTTP. A browser that has *Placements* open asks every 2.5 s whether
  anything changed; what it takes runs from the save to the last frame of the page drawn anew.
  Beside it stands the bare change of one cell in SQL, without history or queries.
  A save at L is measured in turn with one at M, since no two minutes of a machine are alike.
- **B8**, beside readers: while twenty change a filter every 3 s.
- **B12**: a university's grid of 5,000 placements, made through the importer. Keys and the wheel
  are real ones; times run from the event to the second frame after what it brings.
- **B10**: each time a new process with a new connection; loading Python is not counted.
- **B11**: from the call to the last byte, in a process that has made a file of the kind before; the
  edition is there. Profiles are of as many partnerships as it takes, reckoned down to 30.
- **Each page**: as B1 to B3, with fewer runs; the write is the same change of one placement, so it
  concerns some pages more than others. The browser is asked at M alone, and of pages with charts.

In brackets stands how many times the comparison ours takes, or which part of it.

## What takes longest, and why

- **First after a write** renews the cells of one owner's term, where they look at a column that
  changed, and adds up what rests on sums that are others now. It grows somewhat with the rows,
  those of one employer in the term being read again. The change that is measured concerns one
  column; a new placement concerns most of them.
- ***Engagement* after a write**: whether a placement came from an agreement hangs on the offer and
  the agreement of another partner, so no cells are kept of it and three sheets are joined anew.
- ***Money*, *Workforce* and *Engagement*, never asked before**: hours, money and whole-time
  equivalents are added up by the database, for cells hold whole numbers of 32 bits. What was worked
  out once stays until a row of those sheets is touched.
- **A save** asks the queries of the rows that it can concern, found by keys, and no others: those
  that two partners have in a term only where what one says of it is new. A file of more than a
  hundred rows asks all rows of its partnership.

## How to repeat it

`make bench` takes about {minutes} minutes once the databases are there, and making them some more;
they stay under `build/bench/`. `make bench ARGS="--sizes S,M"` leaves out L, `ARGS="--only B2"`
measures one thing; such a run is printed, not kept here. What else runs on the machine disturbs it.
"""
RUN_TEXT = """## Run of {day}, commit {commit}

{table}

{growth}

{missed}

Measured on {facts}. Load averages before: {before}; after: {after}."""


def keep(results: Sequence[Result], before: str, minutes: int) -> None:
    """Write the page with a run on top."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    runs = [_run(results, before), *(run.rstrip() for run in RUN.findall(text))][:KEPT]
    alt = picture.alt(results)
    PAGE.write_text(TEXT.format(alt=alt, runs="\n\n".join(runs), minutes=minutes), encoding="utf-8")


def _run(results: Sequence[Result], before: str) -> str:
    missed = report.missed(results)
    return RUN_TEXT.format(
        day=machine.today(),
        commit=machine.commit(),
        table=report.tables(results),
        growth=growth.table(results),
        missed="Not met:\n\n- " + "\n- ".join(missed) if missed else "Every target was met.",
        facts=machine.facts(),
        before=before,
        after=machine.load(),
    )
