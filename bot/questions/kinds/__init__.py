"""Kinds of questions that begin from no level, or ask for what no ladder tells."""
