"""Typesetting: characters to lines, columns and pages, for Chinese newspaper text; no fonts, no Qt."""
