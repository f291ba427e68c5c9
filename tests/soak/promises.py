"""All that is promised of how it stands up, in the order of the page."""

from typing import Final

# What is asked of each. Where its tests stand is told by their names: `test_f1_…`.
PROMISES: Final = {
    "L1": "50 people read: 19 of 20 answers within 1 s, 99 of 100 within 2.5 s, none fails, "
    "memory grows by 50 MB at most after two minutes",
    "L2": "10 coordinators save every 5 s besides: 19 of 20 saves within 1.5 s, none is locked "
    "out, and history and versions have each save once",
    "L3": "A file of 5,000 rows goes in beside 20 readers: their answers within 2 s, health within "
    "0.2 s",
    "L4": "5,000 rows are looked at within 10 s and taken in within 5 s, by a process of 512 MB at "
    "most",
    "L5": "A query that never ends is told in words within 6 s and holds up nobody else",
    "L6": "100 wrong passwords at once: memory grows by 300 MB at most, readers are answered "
    "within 2 s, who has to wait is told how long",
    "F1": "Started without its database, the service lives, says so, and goes on once it is there",
    "F2": "After the database came back, no request fails",
    "F3": "While the database is away, old figures say since when, and what is typed stays",
    "F4": "With a full disk nothing is half saved, and it is said that nothing was",
    "F5": "Killed in the middle of a file, service or database have it whole or not at all",
    "F6": "Offline, signed out, too large or at fault: each is said on the page, typed text stays",
    "F7": "A lock held elsewhere for 3 s is waited for; one held for long is told within 7 s",
    "F8": "Wherever the machine stands, clocks that change and go back alter no day, order or "
    "session",
    "I1": "Every bad file is refused whole and in words, or taken in as meant",
    "I2": "What is too large is refused before it is read; what comes slowly holds up nobody",
    "I3": "Whatever a callback is sent ends in an answer or a refusal",
    "I4": "Form, grid, paste, file and command line take and say the same",
    "I5": "Text stays text on every page and in every file",
    "I6": "What is exported comes back unchanged",
    "A1": "Every route is closed but those with a reason",
    "A2": "Every callback has a verdict for every kind of person",
    "A3": "What is another's is refused, noted and untold",
    "A4": "A viewer who replays a write changes nothing",
    "A5": "A forged trigger confirms nothing",
    "A6": "What is taken from somebody is gone with their next request",
    "A7": "Sessions end when they should, and copies of their cookie with them",
    "A8": "Weak passwords are refused, and strong ones kept as argon2id",
    "A9": "The sixth wrong try for an account waits, the fiftieth from an address; nobody learns "
    "which accounts exist",
    "A10": "Every answer bears the browser's rules, and other sites are refused",
    "A11": "No secret, address or personal value is in a log, in metrics or on an error page, and "
    "no text begins a line of the log; small numbers stay hidden from funders",
    "D1": "No update is lost, whatever people do at once",
    "D2": "What is sent twice counts once",
    "D3": "The database itself refuses impossible rows",
    "D4": "The history can't be changed, and replayed gives the rows that are stored",
    "D5": "Totals are the sum of their table, of the rows and of the file; missing is not nought",
    "R1": "A backup made in use is restored from the written instructions alone, whole or refused",
    "R2": "Each earlier revision is upgraded with every row; a fault leaves the old state",
    "R3": "Six processes start at once on an empty or old database, and all come up",
    "R4": "A file is undone exactly; what is used has no known weakness, and a bill of materials",
}
