"""PDF pages: words with boxes and drawn rules become tables and lines."""
