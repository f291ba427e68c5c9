"""Rows that can't be: unknown codes, links to nothing, keys used twice, blanks, wrong types."""

from tests.data.refusals import NOT_A_DAY, NOW, WRONG_TYPE, blank, case, check, link, rule, twice

OTHERS = {
    "organisation": {"code": "dale", "name": "Dale", "kind": "nhs"},
    "partnership": {"code": "south", "name": "South"},
    "membership": {
        "partnership_code": "north",
        "organisation_code": "lonely",
        "role": "member",
    },
    "programme": {
        "code": "ma",
        "organisation_code": "northern",
        "name": "MA",
        "route": "postgraduate",
    },
    "region": {"code": "E12000099", "name": "Middle", "nation": "England"},
    "setting": {"key": "fee", "valid_from": "2025-09-01", "country": "Wales", "value": "20"},
    "return_period": {
        "quarter": "2025/26 Q2",
        "starts_on": "2025-12-01",
        "ends_on": "2026-02-28",
        "opens": "2026-02-14",
        "due": "2026-03-14",
    },
    "return_status": {
        "partnership": "north",
        "organisation": "riverside",
        "period": "2025/26 Q1",
        "state": "submitted",
        "by": "test",
        "at": NOW,
    },
    "target": {
        "indicator": "demand",
        "scope": "all",
        "academic_year": "2025/26",
        "value": 1,
    },
    "audit": {
        "when": NOW,
        "who": "test",
        "door": "form",
        "table": "demand",
        "row": "1",
        "after": "{}",
    },
    "data_version": {"id": 2, "number": 0, "updated_at": NOW, "updated_by": "test"},
    "upload": {
        "who": "test",
        "when": NOW,
        "file_hash": "a" * 64,
        "file_name": "return.xlsx",
        "scope": "north",
        "counts": "{}",
    },
    "published_workforce": {
        "ons_code": "E06000001",
        "name": "Hartlepool",
        "geographic_level": "Local authority",
        "census_on": "2025-09-30",
        "measure": "vacancy_fte",
        "value": 4.5,
        "state": "ok",
    },
    "published_council": {
        "ons_code": "E06000001",
        "published_as": "E06000001",
        "dfe_code": "805",
    },
}


OTHER_RULES = [
    rule("a kind of organisation nobody knows", "organisation", "kind_code", kind="school"),
    rule("an organisation without a name", "organisation", "name_length", name=""),
    rule("its own successor", "organisation", "successor_other", successor_code="dale"),
    rule("a partnership of unknown origin", "partnership", "origin_code", origin="rumour"),
    rule("a role nobody holds", "membership", "role_code", role="chair"),
    rule(
        "a membership that ended before it began",
        "membership",
        "valid_to_order",
        valid_from="2025-09-01",
        valid_to="2025-08-31",
    ),
    rule("a route nobody takes", "programme", "route_code", route="evening"),
    rule("a nation of another kingdom", "region", "nation_code", nation="France"),
    rule("a rule of another kingdom", "setting", "country_code", country="France"),
    rule("a quarter without a year", "return_period", "quarter_form", quarter="Q1"),
    rule("a return due before it opens", "return_period", "due_order", due="2026-02-13"),
    rule("a return in no state", "return_status", "state_code", state="lost"),
    rule("a return reopened without a reason", "return_status", "reason_needed", state="reopened"),
    rule("a target for nowhere", "target", "scope_form", scope="somewhere"),
    rule("a change through no door", "audit", "door_code", door="window"),
    rule("an audit of nothing", "audit", "something_changed", after=None),
    rule("a hash that is no hash", "upload", "file_hash_length", file_hash="abc"),
    rule(
        "a council of no level",
        "published_workforce",
        "geographic_level_code",
        geographic_level="Ward",
    ),
    rule("a number in an unknown state", "published_workforce", "state_code", state="odd"),
    rule("a symbol with a number", "published_workforce", "value_or_symbol", state="suppressed"),
    rule(
        "a published number without a number", "published_workforce", "value_or_symbol", value=None
    ),
    rule("fewer published vacancies than none", "published_workforce", "value_low", value=-1),
    rule(
        "a council without a number of its own", "published_council", "dfe_code_length", dfe_code=""
    ),
    case("a second data version", "data_version", check("data_version", "one_row")),
]
LINKS = [
    case("a partnership nobody knows", "demand", link("demand", "partnership"), partnership="west"),
    case("an owner nobody knows", "offers", link("offers", "owner"), owner="nobody"),
    case(
        "a programme of another university",
        "demand",
        link("demand", "owner_programme"),
        programme="other-ba",
    ),
    case(
        "an agreement nobody made",
        "offers",
        link("offers", "partnership_owner_agreement_ref"),
        agreement_ref="none",
    ),
    case(
        "an agreement of another partnership",
        "offers",
        link("offers", "partnership_owner_agreement_ref"),
        agreement_ref="elsewhere",
    ),
    case(
        "an offer of another employer",
        "placements",
        link("placements", "partnership_employer_offer_ref"),
        offer_ref="of-lonely",
    ),
    case(
        "a place reserved for nobody known",
        "offers",
        link("offers", "reserved_for"),
        reserved_for="nobody",
    ),
    case(
        "a region off the map", "organisation", link("organisation", "region_code"), region_code="X"
    ),
    case(
        "a return for no period",
        "return_status",
        link("return_status", "period"),
        period="2020/21 Q1",
    ),
]
KEYS = [
    case(
        "a reference used twice",
        "demand",
        twice("demand", "partnership_owner_ref"),
        ref="taken",
    ),
    case(
        "a census taken twice",
        "workforce",
        twice("workforce", "partnership_owner_census_on_service_area"),
        service_area="children",
    ),
    case(
        "two memberships without a start",
        "membership",
        ("uq_membership_partnership_organisation_start",) * 2,
        organisation_code="northern",
    ),
]
BLANKS = [
    case("a need for unknown days", "demand", blank("demand", "days"), days=None),
    case(
        "a placement of nobody", "placements", blank("placements", "student_ref"), student_ref=None
    ),
    case("a change by nobody", "offers", blank("offers", "updated_by"), updated_by=None),
    case("a setting without a value", "setting", blank("setting", "value"), value=None),
]
TYPES = [
    case("students in words", "demand", WRONG_TYPE, students="three"),
    case("places in words", "offers", WRONG_TYPE, places="several"),
    case("full-time equivalents in words", "workforce", WRONG_TYPE, fte_in_post="many"),
    case("money in words", "finance", WRONG_TYPE, planned="ten pounds"),
    case("a target in words", "target", WRONG_TYPE, value="better"),
    case("published vacancies in words", "published_workforce", WRONG_TYPE, value="some"),
    case("31 September", "published_workforce", NOT_A_DAY, census_on="2025-09-31"),
    case("30 February", "demand", NOT_A_DAY, window_start="2025-02-30", window_end="2026-01-01"),
    case("29 February of a common year", "placements", NOT_A_DAY, planned_start="2025-02-29"),
    case("a month too many", "practice_educators", NOT_A_DAY, stage1_on="2025-13-01"),
    case("a moment of no day", "demand", NOT_A_DAY, updated_at="2025-02-30 09:00:00+00:00"),
]
