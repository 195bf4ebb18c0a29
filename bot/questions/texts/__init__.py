"""Finds the lines of the cards, and the entries of the guide, that speak of what is asked."""
