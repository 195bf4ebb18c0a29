"""Whether a question asks for a skill, and for which."""
