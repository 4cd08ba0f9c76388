"""The settings, read once: environment first, then `.env`; nothing below bot/ knows that they exist."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import InputError
from storage.crypto import SealError, Vault, load_keys

PREFIX = "PLAZA_"
WEBHOOK = ("public_url", "telegram_secret")
WECHAT = ("wechat_app_id", "wechat_app_secret", "wechat_token", "wechat_aes_key")


class SettingsError(InputError):
    """Every wrong setting, a line each; values are not repeated, some of them are secrets."""


def _http(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise ValueError("must start with http:// or https://")
    return value.rstrip("/")


Url = Annotated[str, AfterValidator(_http)]


class Settings(BaseSettings):
    """Names are PLAZA_ and the field in capitals; an empty value means the default."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data: Path = Path("data")
    database_url: str = ""
    chroma_url: Url = ""
    embeddings: str = "embedded"
    model: str = ""
    model_in: str = ""
    model_cn: str = ""
    model_url: Url = ""
    model_key: SecretStr = SecretStr("")
    secret_key: SecretStr = SecretStr("")

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    public_url: Url = ""

    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: Url = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_secret: SecretStr = SecretStr("")
    telegram_staff_group: int | None = None

    wechat_app_id: str = ""
    wechat_app_secret: SecretStr = SecretStr("")
    wechat_token: SecretStr = SecretStr("")
    wechat_aes_key: SecretStr = SecretStr("")
    wechat_aes_key_previous: SecretStr = SecretStr("")
    wechat_api_url: Url = "https://api.weixin.qq.com"

    @field_validator("database_url")
    @classmethod
    def _engine(cls, url: str) -> str:
        if url and not url.startswith(("postgresql+psycopg://", "sqlite:///")):
            raise ValueError("must start with postgresql+psycopg:// or sqlite:///, or be empty")
        return url

    @field_validator("secret_key")
    @classmethod
    def _keys(cls, keys: SecretStr) -> SecretStr:
        if keys.get_secret_value():
            try:
                Vault(load_keys(Path(), keys.get_secret_value()))
            except SealError as error:
                raise ValueError(str(error)) from error
        return keys

    @field_validator("wechat_aes_key", "wechat_aes_key_previous")
    @classmethod
    def _aes_key(cls, key: SecretStr) -> SecretStr:
        if key.get_secret_value() and len(key.get_secret_value()) != 43:
            raise ValueError("must have 43 characters")
        return key

    @model_validator(mode="wrap")
    @classmethod
    def _whole(cls, raw: dict[str, Any], validated: ModelWrapValidatorHandler[Self]) -> Self:
        """Also what only makes sense together; all that is wrong is told at once."""
        wrong = [f"{setting(name)}: is missing beside the others of its channel" for name in _missing(raw)]
        try:
            found = validated(raw)
        except ValidationError as error:
            raise SettingsError("\n".join([*map(_told, error.errors()), *wrong])) from error
        if wrong:
            raise SettingsError("\n".join(wrong))
        return found

    @property
    def database(self) -> str:
        """The SQLAlchemy address: the setting, else SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data.absolute() / 'plaza.db'}"


def read_settings(**given: Any) -> Settings:
    """Values given by the command line win; raises SettingsError."""
    return Settings(**{name: value for name, value in given.items() if value is not None})


def setting(field: str) -> str:
    return PREFIX + field.upper()


def _missing(raw: dict[str, Any]) -> list[str]:
    webhook = WEBHOOK if raw.get("telegram_token") and raw.get("telegram_mode") == "webhook" else ()
    wechat = WECHAT if any(raw.get(name) for name in WECHAT) else ()
    return [name for name in (*webhook, *wechat) if not raw.get(name)]


def _told(error: Any) -> str:
    message = error["msg"].removeprefix("Value error, ")
    return f"{setting(str(error['loc'][0]))}: {message}" if error["loc"] else message
