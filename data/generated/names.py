"""Invented names. No such place exists."""

# What every generated code begins with.
PREFIX = "made-"
BEGINNINGS = (
    "Quill", "Thistle", "Ember", "Otter", "Bramble", "Foxglove", "Juniper", "Marigold", "Nettle",
    "Pebble", "Plover", "Saffron", "Sorrel", "Tansy", "Teasel", "Umber", "Velvet", "Yarrow",
    "Zephyr", "Lapwing", "Cinder", "Bilberry", "Curlew", "Dapple", "Gossamer",
)  # fmt: skip
ENDINGS = (
    "mere", "wold", "haven", "fell", "marsh", "combe", "water", "gate", "moor", "reach", "holt",
    "shaw",
)  # fmt: skip


def place_name(number: int) -> str:
    """Return the name of one of three hundred places."""
    round_, step = divmod(number, len(BEGINNINGS))
    return BEGINNINGS[step] + ENDINGS[(round_ + step) % len(ENDINGS)]


def code_of(title: str) -> str:
    """Return the code of whoever is called so."""
    return PREFIX + title.lower().replace("'", "").replace(" ", "-")
