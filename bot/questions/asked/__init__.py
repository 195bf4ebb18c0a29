"""What is asked of the levels that a question names."""
