"""Pages for administrators: people, partners, periods, targets and settings."""
