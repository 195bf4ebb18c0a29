"""What each word of a question is, which stand together, and the sentence that they make."""
