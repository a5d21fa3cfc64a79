"""What the door's pages do: log in, accept an invitation, the account, a new password, log out. A form counts only when this site sent it."""

from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assistant.access import Admitted, Directory, Doorkeeper
from assistant.domain.people import Actor
from assistant.domain.words import Language
from assistant.errors import MajuError
from ui.door import cookie, markup
from ui.door.asked import chosen_language, from_here, local
from ui.door.company import Company, CompanyLogin
from ui.words import door

HERE = Path(__file__).parent
FILES = {"/door/style.css": HERE / "style.css", "/door/icon.svg": HERE.parent / "theme" / "icon.svg"}


class Door:
    """`https`: whether people reach Maju over https, which the cookie must know. `company`: the provider through which they may log in, too;
    `home`: the address to which that sends them back."""

    def __init__(
        self,
        keeper: Callable[[], Doorkeeper],
        directory: Callable[[], Directory],
        *,
        https: bool,
        company: Company | None = None,
        home: str = "",
    ) -> None:
        self._keeper = keeper
        self._directory = directory
        self._https = https
        self._company = company
        self._by_company = CompanyLogin(company, home, keeper, self._in, self._not_let_in) if company else None

    def routes(self) -> list[Route]:
        files = [Route(path, _file(place)) for path, place in FILES.items()]
        return [
            Route("/login", self.login, methods=["GET", "POST"]),
            Route("/welcome", self.welcome, methods=["GET", "POST"]),
            Route("/account", self.account, methods=["GET", "POST"]),
            Route("/logout", self.logout, methods=["POST"]),
            *files,
            *(self._by_company.routes() if self._by_company else ()),
        ]

    def who(self, secret: str) -> Actor | None:
        return self._keeper().who(secret)

    async def login(self, request: Request) -> Response:
        language, wanted = chosen_language(request), local(request.query_params.get("next", "/"))
        if request.method == "GET":
            said = door.LOGGED_OUT.in_(language) if "out" in request.query_params else ""
            return self._login_page(language, wanted, said=said)
        sent = await _sent(request)
        wanted, login = local(sent.get("next", "/")), sent.get("login", "")
        if not from_here(request):
            return self._login_page(language, wanted, login, door.FOREIGN.in_(language), 403)
        try:
            admitted = await run_in_threadpool(self._keeper().admit, login, sent.get("password", ""), _address(request))
        except MajuError as error:
            return self._login_page(language, wanted, login, error.in_(language), 401)
        return self._in(admitted, wanted)

    async def welcome(self, request: Request) -> Response:
        language = chosen_language(request)
        sent = await _sent(request) if request.method == "POST" else {}
        secret = sent.get("link") or request.query_params.get("link", "")
        try:
            person = await run_in_threadpool(self._keeper().invited, secret)
        except MajuError as error:
            parts = [markup.fault(error.in_(language)), markup.link("/login", door.TO_LOG_IN.in_(language))]
            return _answer(markup.page(language, door.LOG_IN, parts, "/welcome"), 404)
        problem = ""
        if request.method == "POST":
            try:
                if from_here(request):
                    return self._in(await run_in_threadpool(self._keeper().accept, secret, sent.get("password", "")), "/")
                problem = door.FOREIGN.in_(language)
            except MajuError as error:
                problem = error.in_(language)
        button = self._company_button(language, "/", secret)
        return _answer(markup.welcome(language, person.name, person.login, secret, problem, button), 422 if problem else 200)

    async def account(self, request: Request) -> Response:
        """The gate lets only people through who are logged in."""
        language = chosen_language(request)
        actor = await run_in_threadpool(self.who, cookie.secret_of(request))
        if actor is None:
            return RedirectResponse("/login", 303)
        if request.method == "GET":
            return await self._account_page(language, actor)
        sent = await _sent(request)
        try:
            if not from_here(request):
                return await self._account_page(language, actor, problem=door.FOREIGN.in_(language))
            admitted = await run_in_threadpool(self._keeper().change_password, actor, sent.get("old", ""), sent.get("password", ""))
        except MajuError as error:
            return await self._account_page(language, actor, problem=error.in_(language))
        response = await self._account_page(language, actor, said=door.CHANGED.in_(language))
        cookie.put(response, admitted.secret, https=self._https)
        return response

    async def logout(self, request: Request) -> Response:
        if from_here(request):
            await run_in_threadpool(self._keeper().leave, cookie.secret_of(request))
        response = RedirectResponse("/login?out", 303)
        cookie.take_away(response, https=self._https)
        return response

    def _in(self, admitted: Admitted, wanted: str) -> Response:
        response = RedirectResponse(wanted, 303)
        cookie.put(response, admitted.secret, https=self._https)
        return response

    def _company_button(self, language: Language, wanted: str, invitation: str = "") -> str:
        if self._company is None or self._by_company is None:
            return ""
        words = door.BY_COMPANY.in_(language).format(name=self._company.name or door.COMPANY.in_(language))
        return markup.button_link(self._by_company.link(wanted, invitation), words) + markup.or_else(door.OR.in_(language))

    def _not_let_in(self, request: Request, error: MajuError) -> Response:
        language = chosen_language(request)
        return self._login_page(language, "/", problem=error.in_(language), status=401)

    def _login_page(self, language: Language, wanted: str, login: str = "", problem: str = "", status: int = 200, said: str = "") -> Response:
        fields = [
            markup.hidden("next", wanted),
            markup.field("login", door.LOGIN.in_(language), "text", "username", login, "" if login else "autofocus"),
            markup.field("password", door.PASSWORD.in_(language), "password", "current-password", more="autofocus" if login else ""),
        ]
        parts = [
            markup.lead(door.LOG_IN_LEAD.in_(language)),
            markup.done(said),
            markup.fault(problem),
            self._company_button(language, wanted),
            markup.form("/login", fields, door.LOG_IN.in_(language)),
            markup.quiet(door.FORGOT.in_(language)),
        ]
        return _answer(markup.page(language, door.LOG_IN, parts, "/login"), status)

    async def _account_page(self, language: Language, actor: Actor, problem: str = "", said: str = "") -> Response:
        teams = await run_in_threadpool(self._directory().teams, actor)
        mine = ", ".join(one.name for one in teams if one.id in actor.teams) or door.NO_TEAM.in_(language)
        roles = ", ".join(name.in_(language) for role, name in door.ROLE_NAMES.items() if role in actor.roles)
        fields = [
            markup.field("old", door.OLD_PASSWORD.in_(language), "password", "current-password"),
            markup.field("password", door.NEW_PASSWORD.in_(language), "password", "new-password", more='minlength="10"'),
            markup.quiet(door.ADVICE.in_(language)),
        ]
        parts = [
            markup.lead(actor.name),
            markup.facts([(door.ROLES.in_(language), roles), (door.TEAMS.in_(language), mine)]),
            markup.quiet(door.WHO_SEES.in_(language)),
            markup.done(said),
            markup.fault(problem),
            markup.form("/account", fields, door.CHANGE.in_(language), "plain"),
            markup.form("/logout", [], door.LOG_OUT.in_(language), "plain"),
            markup.link("/", door.BACK.in_(language)),
        ]
        return _answer(markup.page(language, door.ACCOUNT, parts, "/account"), 422 if problem else 200)


async def _sent(request: Request) -> dict[str, str]:
    form = await request.form(max_files=0, max_fields=10)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _answer(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, markup.HEADERS)


def _file(place: Path) -> Callable[[Request], Response]:
    def answer(_: Request) -> Response:
        return FileResponse(place, headers={"X-Content-Type-Options": "nosniff"})

    return answer
