"""The command's frame: subcommands, exit statuses, and one clear sentence instead of a traceback.

Exit status: 0 done; 2 the input cannot be used; 3 a provider that was asked for did not answer.
"""

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from assistant.cli.terminal import language, said
from assistant.errors import MajuError, ProviderError

WHERE: dict[str, str] = {
    "serve": "serve.serve",
    "play": "play.play",
    "score": "score.score",
    "scenarios": "scenario.scenarios",
    "scenario": "scenario.app",
    "playbook": "playbook.app",
    "user": "user.app",
    "migrate": "migrate.migrate",
    "doctor": "doctor.doctor",
}
"""Each subcommand's module of this package, and its function there or its own subcommands."""


class Commands(TyperGroup):
    """The subcommands, each imported when it is asked for: the web app need not wait for what the others are made of."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(WHERE)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """None for a name that is none; all are there then, for a suggestion."""
        for name in [cmd_name] if cmd_name in WHERE else WHERE:
            if name not in self.commands:
                self.add_command(_imported(name), name)
        return super().get_command(ctx, cmd_name)


def _imported(name: str) -> Any:
    module, _, what = WHERE[name].partition(".")
    found = getattr(import_module(f"assistant.cli.{module}"), what)
    group = typer.Typer(add_completion=False, callback=_frame)
    if isinstance(found, typer.Typer):
        group.add_typer(found, name=name)
    else:
        group.command(name)(found)
    built: Any = get_command(group)
    return built.commands[name]


def _frame() -> None:
    """Does nothing; with it a command is one of several."""


app = typer.Typer(
    name="maju",
    cls=Commands,
    callback=_frame,
    help="Maju (마주): practise selling face to face · 마주 앉아 파는 연습",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_UsageError: Any = typer.BadParameter.__base__
"""Everything wrong with what was typed after `maju`."""


def main() -> None:
    """Runs the command and turns what went wrong into a sentence and a status."""
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except _UsageError as error:
        _say(_usage(error))
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
    except ProviderError as error:
        _say(error.in_(language()))
        sys.exit(3)
    except MajuError as error:
        _say(error.in_(language()))
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


def _usage(error: Any) -> str:
    """What was wrong, and where it is said how it goes; the help itself where nothing was asked for."""
    command = error.ctx.command_path if error.ctx else "maju"
    message = str(error.format_message()).rstrip(".")
    if type(error).__name__ == "NoArgsIsHelpError":
        return message
    param = getattr(error, "param", None)
    named = getattr(error, "option_name", None) or (param.metavar or param.opts[-1] if param is not None else "")
    wrong = {
        "MissingParameter": f"{named} 자리에 들어갈 값이 빠졌어요",
        "NoSuchOption": f"{named} 옵션은 없어요",
        "BadParameter": f"{named}에 쓸 수 없는 값이에요",
    }.get(type(error).__name__, "이 명령은 알아볼 수 없어요")
    return said(f"{wrong}. 쓰는 법은 '{command} --help'에 있어요.", f"{message}. See '{command} --help'.")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
