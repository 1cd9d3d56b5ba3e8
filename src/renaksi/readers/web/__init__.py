"""HTML pages: tables with row and column spans, headings and texts."""
