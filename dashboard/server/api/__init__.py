"""The interface for programmes: what answers under /api/."""
