"""What whoever runs the service sees of it: metrics and a log, with nobody's data in either."""
