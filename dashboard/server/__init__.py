"""What the web server does besides pages: security, health, downloads."""
