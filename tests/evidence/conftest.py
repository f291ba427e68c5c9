"""A claim made by hand, to be changed."""

from data.claims import Claim

PLAIN = Claim(
    partnership="n",
    owner="uni",
    region="E12000002",
    ref="R1",
    measure="placements arranged",
    period="2024/25",
    low=200,
    high=200,
    qualifier="exact",
    unit="placements",
    part_of="",
    source="Annual report",
)
