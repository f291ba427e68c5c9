"""Invented partnerships of any size, to try the service on: made anew each time, never shipped."""
