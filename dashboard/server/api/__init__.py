"""The interface for programs: what answers under /api/."""
