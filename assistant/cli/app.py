"""The command's frame: subcommands, exit statuses, and one clear sentence instead of a traceback.

Exit status: 0 done; 2 the input cannot be used; 3 a provider that was asked for did not answer.
"""

import os
import sys

import typer

from assistant.cli import doctor, play, playbook, scenario, score, serve
from assistant.cli.terminal import language
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
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Runs the command and turns what went wrong into a sentence and a status."""
    try:
        app()
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


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
