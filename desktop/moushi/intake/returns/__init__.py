"""Chambers' returns: found in whatever workbook comes back, read, compared, proposed."""
