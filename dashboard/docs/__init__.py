"""The pages under docs/ that are written from the declarations, so that they cannot disagree."""
