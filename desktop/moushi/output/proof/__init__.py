"""The proof: one painter for screen, PDF and PNG, and the files that it fills."""
