"""Which part of the cards a question asks for, in whatever words."""
