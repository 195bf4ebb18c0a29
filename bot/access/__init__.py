"""Who may see what: people resolved by Slack, and the ladder as each of them may see it."""
