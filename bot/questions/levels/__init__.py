"""Which levels the words of a question name, and how these relate to each other."""
