"""`maju scenarios` and `maju scenario check`: the deals there are, and whether a file is one."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_engine
from assistant.cli.terminal import AsJson, DataFolder, as_line, language, said
from assistant.errors import ScenarioError
from assistant.scenarios import read_scenario

app = typer.Typer(help="Check scenario files · 시나리오 파일 점검", no_args_is_help=True)


def scenarios(as_json: AsJson = False, data: DataFolder = None) -> None:
    """The deals to practise, bundled and published · 연습할 거래 목록"""
    here = language()
    with open_engine(data) as engine:
        there = engine.library.all()
    for scenario in there:
        if as_json:
            print(
                as_line(
                    {
                        "id": scenario.id,
                        "version": scenario.version,
                        "title": {"ko": scenario.title.ko, "en": scenario.title.en},
                        "product": {"ko": scenario.deal.product.ko, "en": scenario.deal.product.en},
                        "price_won": [scenario.deal.price_low_won, scenario.deal.price_high_won],
                        "minutes": scenario.deal.minutes,
                    }
                )
            )
        else:
            print(f"{scenario.id:28} {scenario.title.in_(here)}")


@app.callback()
def group() -> None:
    """Check scenario files · 시나리오 파일 점검"""


@app.command()
def check(files: Annotated[list[Path], typer.Argument(metavar="FILE...")]) -> None:
    """Says file, field and what was expected · 어느 파일의 어느 항목이 왜 안 맞는지 알려 줘요"""
    bad = False
    for file in files:
        try:
            scenario = read_scenario(file)
        except ScenarioError as error:
            bad = True
            print(error.in_(language()), file=sys.stderr)
        else:
            found = f"{len(scenario.facts)} facts, {len(scenario.objections)} objections"
            print(said(f"{file}: 문제없어요 (사실 {len(scenario.facts)}개, 반대 {len(scenario.objections)}개)", f"{file}: fine ({found})"))
    if bad:
        raise typer.Exit(2)
