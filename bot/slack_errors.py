"""Reading what Slack's Web API answered."""

from slack_sdk.errors import SlackApiError


def slack_code(error: SlackApiError) -> str:
    """Slack's error code, such as "not_in_channel"; "no answer in JSON" where there is none.

    slack_sdk puts the parsed answer, a bare text or aiohttp's response into the error.
    """
    response = error.response
    data = getattr(response, "data", response)
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) else "no answer in JSON"
