"""What a person can set: environment variables or a `.env` file, nothing else."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.domain.words import Language
from assistant.errors import InputError

HOME = Path(__file__).resolve().parent.parent
"""Where `knowledge/` and `prompts/` stand."""
DEFAULT_MODEL = "gpt-5-mini"


def default_data() -> Path:
    """A per-user folder, by the platform's custom."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "maju"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "maju"


class Settings(BaseSettings):
    """Without `OPENAI_API_KEY` and `OPENAI_BASE_URL` Maju is offline: the embedded buyer plays and scores are measured."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", populate_by_name=True, env_ignore_empty=True)

    api_key: str | None = Field(None, alias="OPENAI_API_KEY", repr=False)
    base_url: str | None = Field(None, alias="OPENAI_BASE_URL", repr=False)
    model: str = Field(DEFAULT_MODEL, alias="MAJU_MODEL")
    embedding_model: str | None = Field(None, alias="MAJU_EMBEDDING_MODEL")
    price_in: float | None = Field(None, alias="MAJU_PRICE_IN", ge=0)
    price_out: float | None = Field(None, alias="MAJU_PRICE_OUT", ge=0)
    budget: float | None = Field(None, alias="MAJU_BUDGET", ge=0)
    database_url: str | None = Field(None, alias="MAJU_DATABASE_URL", repr=False)
    chroma_url: str | None = Field(None, alias="MAJU_CHROMA_URL", repr=False)
    language: Language | None = Field(None, alias="MAJU_LANGUAGE")
    team: bool = Field(False, alias="MAJU_TEAM")
    public_url: str = Field("", alias="MAJU_PUBLIC_URL")
    log: Literal["text", "json"] = Field("text", alias="MAJU_LOG")

    lrs_url: str = Field("", alias="MAJU_LRS_URL", repr=False)
    lrs_key: str = Field("", alias="MAJU_LRS_KEY", repr=False)
    lrs_secret: str = Field("", alias="MAJU_LRS_SECRET", repr=False)
    oidc_issuer: str = Field("", alias="MAJU_OIDC_ISSUER")
    oidc_client: str = Field("", alias="MAJU_OIDC_CLIENT_ID")
    oidc_secret: str = Field("", alias="MAJU_OIDC_CLIENT_SECRET", repr=False)
    oidc_name: str = Field("", alias="MAJU_OIDC_NAME")
    data: Path = Field(default_factory=default_data, alias="MAJU_DATA")

    @field_validator("public_url", "lrs_url")
    @classmethod
    def _without_a_slash(cls, value: str) -> str:
        return value.strip().rstrip("/")

    def require_oidc(self) -> None:
        """Raises InputError where the provider is set by half: it needs to know this program, and the address to which it sends people back."""
        if not self.oidc_issuer:
            return
        missing = [name for name, value in (("MAJU_OIDC_CLIENT_ID", self.oidc_client), ("MAJU_PUBLIC_URL", self.public_url)) if not value]
        if missing:
            raise InputError(
                ko=f"MAJU_OIDC_ISSUER를 쓰려면 {', '.join(missing)} 설정도 필요해요.",
                en=f"MAJU_OIDC_ISSUER needs {', '.join(missing)} to be set as well.",
            )

    @property
    def kept_at(self) -> str:
        """Where everything is kept, as it may be shown: a database's server and name without who logs in there, else the folder."""
        if not self.database_url:
            return str(self.data)
        there = urlsplit(self.database_url)
        return f"{there.netloc.rpartition('@')[2]}{there.path}"

    @property
    def offline(self) -> bool:
        return not (self.api_key or self.base_url)


def read_settings(data: Path | None = None) -> Settings:
    """Settings as they stand now; `data` overrides MAJU_DATA. Raises InputError naming the variable that cannot be used."""
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise InputError(
            ko=f"{name} 설정을 읽을 수 없어요: {first['msg']}. .env나 환경 변수를 고쳐 주세요.",
            en=f"The setting {name} cannot be used: {first['msg']}. Correct it in .env or the environment.",
        ) from error
    if settings.budget is not None and (settings.price_in is None or settings.price_out is None):
        raise InputError(
            ko="MAJU_BUDGET을 쓰려면 MAJU_PRICE_IN과 MAJU_PRICE_OUT도 적어 주세요. 토큰값을 알아야 예산을 지킬 수 있어요.",
            en="MAJU_BUDGET needs MAJU_PRICE_IN and MAJU_PRICE_OUT too: a budget is kept by what tokens cost.",
        )
    return settings.model_copy(update={"data": data}) if data else settings
