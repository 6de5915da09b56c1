"""What a person can do, one module per capability; the only room that window and command line call."""
