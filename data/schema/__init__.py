"""The tables. A module a topic; every table hangs on one ``METADATA``."""

from data.schema.editions import EDITION, EDITION_ORDER
from data.schema.facts import FACTS
from data.schema.looking import LAST_LOOK, SAVED_VIEW
from data.schema.meetings import ACTION, COMMENTARY
from data.schema.metadata import METADATA
from data.schema.people import (
    APP_IDENTITY,
    APP_SESSION,
    APP_USER,
    MAIL,
    ONE_TIME_LINK,
    SIGN_IN_TRY,
    USER_SCOPE,
)
from data.schema.protection import ERASURE, EXPORT, TERMS_ACCEPTED
from data.schema.published import PUBLISHED_COUNCIL, PUBLISHED_WORKFORCE
from data.schema.reference import (
    MEMBERSHIP,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
    REGION,
)
from data.schema.reports import COMMENTARY_FIGURES, REPORT, REPORT_INDICATOR, REPORT_SECTION
from data.schema.returns import DONE, SHEET_CONFIRMED, SIGNED_ROW, WAITING_FILE
from data.schema.running import (
    AUDIT,
    DATA_VERSION,
    RETURN_PERIOD,
    RETURN_STATUS,
    ROW_QUERY,
    SETTING,
    TARGET,
    UPLOAD,
)
from data.schema.tokens import API_TOKEN, API_TOKEN_SCOPE
from data.schema.touched import TOUCHED

__all__ = [
    "ACTION",
    "API_TOKEN",
    "API_TOKEN_SCOPE",
    "APP_IDENTITY",
    "APP_SESSION",
    "APP_USER",
    "AUDIT",
    "COMMENTARY",
    "COMMENTARY_FIGURES",
    "DATA_VERSION",
    "DONE",
    "EDITION",
    "EDITION_ORDER",
    "ERASURE",
    "EXPORT",
    "FACTS",
    "LAST_LOOK",
    "MAIL",
    "MEMBERSHIP",
    "METADATA",
    "ONE_TIME_LINK",
    "ORGANISATION",
    "ORGANISATION_ALIAS",
    "PARTNERSHIP",
    "PROGRAMME",
    "PUBLISHED_COUNCIL",
    "PUBLISHED_WORKFORCE",
    "REGION",
    "REPORT",
    "REPORT_INDICATOR",
    "REPORT_SECTION",
    "RETURN_PERIOD",
    "RETURN_STATUS",
    "ROW_QUERY",
    "SAVED_VIEW",
    "SETTING",
    "SHEET_CONFIRMED",
    "SIGNED_ROW",
    "SIGN_IN_TRY",
    "TARGET",
    "TERMS_ACCEPTED",
    "TOUCHED",
    "UPLOAD",
    "USER_SCOPE",
    "WAITING_FILE",
]
