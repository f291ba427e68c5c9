"""Pages on which coordinators keep their rows up to date, and returns move on."""
