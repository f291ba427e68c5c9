"""What the web server does besides drawing figures: sign-in, forms, files, and who may come in."""
