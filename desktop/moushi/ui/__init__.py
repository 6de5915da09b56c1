"""Qt pages, models and widgets; a view holds layout, what decides is in the desk."""
