"""A small database as plain rows: what the figures are recomputed from."""

from dataclasses import dataclass, field

from tests.oracle.published import seated

LONDON = {"E13000001": "E12000007", "E13000002": "E12000007"}
NATIONS = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland", "E": "England"}


@dataclass(frozen=True)
class World:
    """Rows of the reference tables and of the sheets, as they would be inserted."""

    partnerships: list[dict] = field(default_factory=list, repr=False)
    organisations: list[dict] = field(default_factory=list, repr=False)
    memberships: list[dict] = field(default_factory=list, repr=False)
    programmes: list[dict] = field(default_factory=list, repr=False)
    settings: list[dict] = field(default_factory=list)
    facts: dict[str, list[dict]] = field(default_factory=dict)
    published: list[dict] = field(default_factory=list)
    periods: list[dict] = field(default_factory=list)
    states: list[dict] = field(default_factory=list)

    def rows(self, sheet):
        """Rows of a sheet that have not been voided; ``censuses`` are those published too."""
        if sheet == "censuses":
            return [*self.rows("workforce"), *seated(self)]
        return [row for row in self.facts.get(sheet, []) if not row["voided"]]

    def organisation(self, code):
        return next(row for row in self.organisations if row["code"] == code)

    def region(self, code):
        """Region of an organisation; the parts of London are London."""
        region = self.organisation(code).get("region_code")
        return LONDON.get(region, region)

    def nation(self, code):
        region = self.region(code)
        return NATIONS[region[0]] if region else None

    def route(self, row):
        names = {"code": row["programme"], "organisation_code": row["owner"]}
        return next(
            programme["route"]
            for programme in self.programmes
            if all(programme[name] == value for name, value in names.items())
        )

    def setting(self, key, nation, day):
        """The value in force: a nation's own goes before the one for any country."""
        for country in (nation, "any"):
            found = [
                row
                for row in self.settings
                if row["key"] == key and row["country"] == country and row["valid_from"] <= day
            ]
            if found:
                return int(max(found, key=lambda row: row["valid_from"])["value"])
        raise KeyError(key)
