"""What is wrong with a ladder whose files are well formed.

`sound` holds what keeps a ladder from being loaded; the rest is told by `bot.ladder.validate`.
Every check is a generator of problems over one family, or over the ladder's own files.
"""
