"""Every setting, read once from the environment or a `.env` file into one frozen object."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_SHIPPED_LADDER = Path(__file__).resolve().parent.parent / "level_data"
DEFAULT_LEVEL_DATA = Path("level_data")


WHERE = {
    "SLACK_BOT_TOKEN": "OAuth & Permissions, xoxb-…",
    "SLACK_SIGNING_SECRET": "Basic Information",
    "SLACK_CLIENT_ID": "Basic Information",
    "SLACK_CLIENT_SECRET": "Basic Information",
    "TOKEN_KEY": "it encrypts the stored tokens; make one with: openssl rand -base64 32",
    "SLACK_APP_TOKEN": "Basic Information, App-Level Tokens, xapp-… with connections:write",
}
"""Where each secret stands in the settings of a Slack app, or where it comes from."""


def _is_no_user(id_: str) -> bool:
    return re.fullmatch("[UW][A-Z0-9]+", id_) is None


class SettingsError(Exception):
    """A setting is missing or wrong; the message says which, and how to mend it."""


class Settings(BaseSettings):
    """The settings of the contract, under its names in lower case. Tokens don't show in `repr`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_api_url: str = Field(default="https://slack.com/api/", pattern=r"^https?://")
    slack_client_id: SecretStr | None = None
    slack_client_secret: SecretStr | None = None
    token_key: SecretStr | None = None
    database_url: SecretStr = SecretStr("sqlite:///var/levelbot.db")
    question_days: float = Field(default=90, gt=0, le=3650)
    level_data: Path = DEFAULT_LEVEL_DATA
    owners_channel: str | None = None
    digest: Literal["off", "weekly"] = "off"
    public_url: str | None = Field(default=None, pattern=r"^https?://")
    admins: Annotated[frozenset[str], NoDecode] = frozenset()
    host: str = "0.0.0.0"  # noqa: S104 - the contract's default; hosts route to it
    port: int = Field(default=3000, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("admins", mode="before")
    @classmethod
    def _ids(cls, told: object) -> object:
        """Ids with commas or spaces between them."""
        ids = frozenset(told.replace(",", " ").split()) if isinstance(told, str) else told
        if isinstance(ids, frozenset) and (wrong := sorted(filter(_is_no_user, ids))):
            raise PydanticCustomError(
                "user_id",
                "{wrong} is not a Slack user id; copy it from the person's profile in Slack",
                {"wrong": repr(wrong[0])},
            )
        return ids

    @property
    def ladder_folder(self) -> Path:
        """`LEVEL_DATA`; the ladder that ships where that is not set and not in this folder."""
        if "level_data" not in self.model_fields_set and not self.level_data.exists():
            return _SHIPPED_LADDER
        return self.level_data

    @property
    def api_base_url(self) -> str:
        """`SLACK_API_URL`, ending in a slash as slack_sdk needs it."""
        return self.slack_api_url.rstrip("/") + "/"

    @property
    def authorize_url(self) -> str:
        """Where people allow the app's installation; beside the Web API, in GovSlack too."""
        return self.api_base_url.removesuffix("/").removesuffix("/api") + "/oauth/v2/authorize"

    @property
    def many_workspaces(self) -> bool:
        """Whether the app is installed through OAuth, rather than with one token."""
        return bool(self.slack_client_id or self.slack_client_secret)

    @property
    def for_http(self) -> tuple[str, ...]:
        """The settings that the bot needs to serve over HTTP, the signing secret first."""
        if self.many_workspaces:
            oauth = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "TOKEN_KEY")
            return ("SLACK_SIGNING_SECRET", *oauth)
        return ("SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN")

    def needed(self, *names: str) -> tuple[str, ...]:
        """The values of these settings; raises SettingsError that names every missing one."""
        secrets = {name: getattr(self, name.lower()) for name in names}
        values = {k: v.get_secret_value().strip() if v else "" for k, v in secrets.items()}
        missing = [f"{name} is not set ({WHERE[name]})" for name in names if not values[name]]
        if missing:
            told = "; ".join(missing)
            from_slack = any(name.startswith("SLACK_") and not values[name] for name in names)
            copy = "; copy what is missing from your Slack app's settings" if from_slack else ""
            raise SettingsError(told + copy)
        return tuple(values.values())


def read_settings() -> Settings:
    """The settings of this process; raises SettingsError that names each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = (
            f"{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors(include_input=False)
        )
        raise SettingsError("; ".join(wrong)) from None
