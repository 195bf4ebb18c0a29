"""The words of the language and of the trade, and patterns of them: nothing of one ladder."""
