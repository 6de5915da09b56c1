"""Taking in: files of every kind become proposals; nothing here writes to the store."""
