"""The command's frame: subcommands, exit statuses, and one clear sentence instead of a traceback.

Exit status: 0 done; 2 the input cannot be used; 3 a provider that was asked for did not answer.
"""

import os
import sys
from typing import Any

import typer

from assistant.cli import doctor, migrate, play, playbook, scenario, score, serve, user
from assistant.cli.terminal import language, said
from assistant.errors import MajuError, ProviderError

app = typer.Typer(
    name="maju",
    help="Maju (마주): practise selling face to face · 마주 앉아 파는 연습",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("serve")(serve.serve)
app.command("play")(play.play)
app.command("score")(score.score)
app.command("scenarios")(scenario.scenarios)
app.add_typer(scenario.app, name="scenario")
app.add_typer(playbook.app, name="playbook")
app.add_typer(user.app, name="user")
app.command("migrate")(migrate.migrate)
app.command("doctor")(doctor.doctor)


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
