"""Every setting, read once from the environment or a `.env` file into one frozen object."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

_SHIPPED_LADDER = Path(__file__).resolve().parent.parent / "level_data"
DEFAULT_LEVEL_DATA = Path("level_data")


WHERE = {
    "SLACK_BOT_TOKEN": "OAuth & Permissions, xoxb-…",
    "SLACK_SIGNING_SECRET": "Basic Information",
    "SLACK_APP_TOKEN": "Basic Information, App-Level Tokens, xapp-… with connections:write",
}
"""Where each secret stands in the settings of a Slack app."""


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
    level_data: Path = DEFAULT_LEVEL_DATA
    public_url: str | None = Field(default=None, pattern=r"^https?://")
    host: str = "0.0.0.0"  # noqa: S104 - the contract's default; hosts route to it
    port: int = Field(default=3000, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

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

    def needed(self, *names: str) -> tuple[str, ...]:
        """The values of these settings; raises SettingsError that names every missing one."""
        secrets = {name: getattr(self, name.lower()) for name in names}
        values = {k: v.get_secret_value().strip() if v else "" for k, v in secrets.items()}
        missing = [f"{name} is not set ({WHERE[name]})" for name in names if not values[name]]
        if missing:
            told = "; ".join(missing)
            raise SettingsError(f"{told}; copy what is missing from your Slack app's settings")
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
