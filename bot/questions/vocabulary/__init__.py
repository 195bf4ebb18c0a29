"""What the words of one ladder's codes, families and titles mean."""
