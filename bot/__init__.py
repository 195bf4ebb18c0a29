"""levelbot: answers leveling questions in Slack with the level's card, quoted from the ladder."""
