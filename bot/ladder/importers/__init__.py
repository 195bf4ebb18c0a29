"""Turns a ladder that already exists into level data: nothing lost, nothing invented."""
