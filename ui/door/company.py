"""Logging in through a company's own provider (OpenID Connect): the code flow with PKCE, state and nonce, one exact way back. Authlib does the
protocol; who that is here is the doorkeeper's to say, and the login that begins is one of ours, so that it can be ended.
"""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.access import Admitted, Doorkeeper
from assistant.access.doorkeeper import Proved
from assistant.errors import InputError, MajuError
from ui.door.asked import chosen_language, from_here, local

LOG = logging.getLogger(__name__)
START, BACK = "/login/company", "/login/company/back"
COOKIE, MINUTES = "maju_company", 10
"""What a login on its way is held by, and for how long."""


@dataclass(frozen=True, slots=True)
class Company:
    """A provider. `issuer`: as its tokens name it; its settings are read from there. `name`: what people call it."""

    issuer: str
    client: str
    secret: str
    name: str


class CompanyLogin:
    """`home`: the public address, to which the provider sends people back. `enter`: begins the login in the browser; `refuse`: the login page with
    why not."""

    def __init__(
        self,
        company: Company,
        home: str,
        keeper: Callable[[], Doorkeeper],
        enter: Callable[[Admitted, str], Response],
        refuse: Callable[[Request, MajuError], Response],
    ) -> None:
        self._company = company
        self._back = f"{home}{BACK}"
        self._https = home.startswith("https:")
        self._keeper = keeper
        self._enter = enter
        self._refuse = refuse
        self._client = OAuth().register(
            "company",
            client_id=company.client,
            client_secret=company.secret or None,
            server_metadata_url=f"{company.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "timeout": 10.0},
        )

    def routes(self) -> list[Route]:
        session = Middleware(
            SessionMiddleware,
            secret_key=secrets.token_urlsafe(32),
            session_cookie=COOKIE,
            max_age=MINUTES * 60,
            path=START,
            same_site="lax",
            https_only=self._https,
        )
        return [Route(path, work, methods=["GET"], middleware=[session]) for path, work in ((START, self.start), (BACK, self.back))]

    def link(self, wanted: str, invitation: str = "") -> str:
        """Where one begins. `invitation`: the secret of a one-time link, when it is with that that one comes."""
        more = f"&link={quote(invitation, safe='')}" if invitation else ""
        return f"{START}?next={quote(wanted, safe='')}{more}"

    async def start(self, request: Request) -> Response:
        """To the provider. Only from a page of ours, so that no other site logs people in unasked."""
        request.session.clear()
        if not from_here(request, may_be_typed=True):
            return self._refuse(request, _not_so())
        request.session["next"] = local(request.query_params.get("next", "/"))
        request.session["link"] = request.query_params.get("link", "")
        request.session["language"] = chosen_language(request)
        try:
            sent: Response = await self._client.authorize_redirect(request, self._back)
        except (OAuthError, httpx2.HTTPError, ValueError, KeyError, RuntimeError) as error:
            LOG.warning("the provider cannot be asked: %s", type(error).__name__)
            return self._refuse(request, _out_of_reach())
        return sent

    async def back(self, request: Request) -> Response:
        """From the provider, with a code or a refusal; each answer counts once."""
        wanted, link = local(request.session.get("next", "/")), str(request.session.get("link", ""))
        try:
            proved = await self._proved(request)
            admitted = await run_in_threadpool(self._keeper().admit_proved, proved, link, request.client.host if request.client else "")
        except MajuError as error:
            request.session.clear()
            return self._refuse(request, error)
        request.session.clear()
        return self._enter(admitted, wanted)

    async def _proved(self, request: Request) -> Proved:
        try:
            token = await self._client.authorize_access_token(request, claims_options=self._claims())
        except (OAuthError, JoseError) as error:
            LOG.warning("a login through the provider failed: %s", getattr(error, "error", type(error).__name__))
            raise _not_so() from error
        except (httpx2.HTTPError, ValueError, KeyError, RuntimeError, TypeError) as error:
            LOG.warning("the provider did not answer as it should: %s", type(error).__name__)
            raise _out_of_reach() from error
        claims = token.get("userinfo")
        if not claims or claims.get("iss") != self._company.issuer or not claims.get("sub"):
            raise _not_so()
        verified = claims.get("email_verified") is True
        return Proved(self._company.issuer, str(claims["sub"]), str(claims.get("email", "")) if verified else "")

    def _claims(self) -> dict[str, dict[str, object]]:
        return {
            "iss": {"essential": True, "value": self._company.issuer},
            "aud": {"essential": True, "value": self._company.client},
            "sub": {"essential": True},
            "exp": {"essential": True},
        }


def _not_so() -> InputError:
    return InputError(
        ko="회사 계정으로 로그인하지 못했어요. 이 페이지에서 다시 시작해 주세요.",
        en="Logging in with your company account did not work. Begin again from this page.",
    )


def _out_of_reach() -> InputError:
    return InputError(
        ko="회사의 로그인 서비스에 연결하지 못했어요. 잠시 뒤에 다시 하거나 비밀번호로 들어와 주세요.",
        en="Your company's login service could not be reached. Try again in a moment, or use your password.",
    )
