"""The README's picture: a rep who listens plays the cloud phone deal offline, and their scorecard is photographed.

    python -m tests.browser.picture [--talk]

The rep makes one slip that the playbook contradicts, so that the picture shows what Maju is for. `--talk` prints the conversation instead.
When the buyer or the scorer has changed, read it again: the lines answer what this buyer says with this seed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from assistant.assembly import KNOWLEDGE, Engine, open_engine
from assistant.cli.play import ScriptClock
from assistant.domain.people import LOCAL_PERSON
from assistant.practice.room import Words
from assistant.settings import HOME
from tests.browser.app import serving
from tests.browser.conftest import ARGS
from tests.browser.rep import DEAL, Rep
from ui.words import again

PICTURE = HOME / ".github" / "scorecard.png"
WIDE, TALL = 1280, 1180
SEED = 3
SAID: tuple[tuple[float, str], ...] = (
    (4.0, "안녕하세요, 윤 실장님. 한결클라우드 김도윤입니다. 오늘은 실장님 이야기부터 듣고 싶습니다. 요즘 상담센터는 하루가 어떻게 굴러가나요?"),
    (5.0, "6만 4천 콜에 열에 넷이 점검 날짜 변경이군요. 상담사분들 하루가 무척 바쁘시겠어요. 전화가 제일 몰리는 철에는 어떤 일이 생기나요?"),
    (
        6.0,
        "쉰 살 넘은 분들도 6영업일이면 예전 속도로 돌아왔습니다. 한 달에 1만 4천 통이면 그 여름이 참 길었겠습니다. "
        "그 여름을 지나고 상담사분들은 어떠세요?",
    ),
    (
        5.0,
        "한 해에 스물한 분이 나가셨으면 남은 분들 몫이 더 무거웠겠네요. 안 끊기는 게 제일 중요하다는 말씀, 맞습니다. "
        "몇 분까지가 견딜 수 있는 선인가요?",
    ),
    (
        6.0,
        "보고서는 이름을 가려서 오늘 보내 드리겠습니다. 지난 1년에 세 번 멈췄고 가장 긴 건 9분이었습니다. "
        "안 끊겨야 한다고 하셨으니, 8석만 먼저 돌리고 한 달은 옛 교환기와 나란히 켜 두는 쪽으로 생각해 봤습니다.",
    ),
    (
        5.0,
        "끊겼을 때 몇 분이냐가 문제라는 말씀, 맞습니다. 망이 바뀌는 데 평균 3분 걸렸고, 그 기록을 날짜별로 보여 드리겠습니다. "
        "재무 쪽에서는 어떤 숫자를 보면 고개를 끄덕이실까요?",
    ),
    (4.0, "결재 이야기까지 들려주셔서 고맙습니다. 대표번호를 옮기는 일은 어디까지 알아보셨어요?"),
    (
        5.0,
        "명의가 새온전자로 남아서 반려됐던 거군요, 답답하셨겠어요. 그 서류는 저희가 양쪽을 다니며 받아 오겠습니다. "
        "녹취 쪽에서는 어떤 숙제를 받으셨어요?",
    ),
    (
        5.0,
        "6년 치를 3월 15일까지 맡으셨다니 마음이 급하시겠습니다. 20년 찍어 나간 번호는 못 바꾸시는 게 당연하죠. "
        "교환기 계약은 언제까지 정하셔야 하나요?",
    ),
    (
        6.0,
        "번호는 그대로 가져가시고 녹취는 30일 안에 돌려드립니다. 위약금은 남은 기간 상담석 요금의 10%입니다. "
        "12월 20일이면 한 달도 안 남았네요. 안에서 반대하실 만한 분은 어떤 점을 걱정하실까요?",
    ),
    (
        5.0,
        "12년을 함께한 업체라면 배 부장님 걱정이 이해됩니다. 발신번호는 저희 통신운영센터가 맡고, 등록은 1영업일 안에 끝납니다. "
        "보이스피싱으로 어떤 일을 겪으셨어요?",
    ),
    (
        6.0,
        "고객 스물세 분이 잃으셨다니 마음이 많이 쓰이셨겠어요. 회선과 번호가 고객사마다 따로라서 "
        "지난 3년 동안 다른 고객 때문에 막힌 일은 없었습니다. 그래도 0이라고는 말씀 못 드리고, 알게 되면 30분 안에 알려 드립니다. "
        "대표님께는 어떤 말씀이 제일 필요하실까요?",
    ),
    (
        7.0,
        "61주를 매일 재셨다니 그 시트가 대표님께는 제일 센 자료겠습니다. 셋째 주 화요일 회의가 있다고 하셨으니, "
        "1년 총비용 비교표는 제가 금요일까지 메일로 드리겠습니다. 다음 주 수요일 오전 10시에 다시 찾아뵙고 "
        "8석 시범 운영을 어디서 시작할지 같이 정하면 어떨까요?",
    ),
    (
        6.0,
        "네, 월 요금만 보면 비싼 게 맞습니다. 유지보수와 나가신 분들 자리를 채운 비용까지 1년으로 놓고 보셔야 하고, "
        "그래도 비싸면 8석에서 멈추시면 됩니다. 그 표를 금요일까지 드리고 다음 주 수요일 오전 10시에 같이 보시면 어떨까요?",
    ),
)


def plays(engine: Engine, clock: ScriptClock) -> str:
    """Returns the role-play's id."""
    for _ in engine.shelf.add_all(LOCAL_PERSON, [KNOWLEDGE / "playbooks"]):
        pass
    role_play = engine.room.begin(LOCAL_PERSON, DEAL, "ko", 2, SEED)
    for number, (think_s, words) in enumerate(SAID):
        if engine.role_plays.get(role_play.id).ended:
            break
        engine.room.say(LOCAL_PERSON, role_play.id, Words(words, f"picture-{number}", clock.typed(words, think_s, "ko"))).wait()
    if engine.role_plays.get(role_play.id).ended is None:
        engine.room.finish(LOCAL_PERSON, role_play.id)
    engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    return role_play.id


def printed(engine: Engine, role_play_id: str) -> str:
    role_play = engine.role_plays.get(role_play_id)
    card = engine.scorer.of_role_play(LOCAL_PERSON, role_play_id)
    lines = [f"{turn.speaker}: {turn.text}" for turn in role_play.turns]
    scores = ", ".join(f"{name} {score.value and round(score.value)}" for name, score in card.scores.items())
    return "\n".join([*lines, f"{role_play.ended}", scores, f"{card.strength}", f"{card.try_next}"])


def photographed(folder: Path, role_play_id: str) -> None:
    with serving(folder) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        page = browser.new_context(locale="ko-KR", timezone_id="Asia/Seoul", viewport={"width": WIDE, "height": TALL}).new_page()
        page.goto(f"{app.url}/scorecard?role_play={role_play_id}")
        Rep(page, app.url, "ko").sees_the_scorecard()
        expect(page.get_by_role("button", name=again.FROM_HERE.ko).first).to_be_visible()
        page.mouse.move(0, TALL - 1)
        page.screenshot(path=PICTURE, animations="disabled")
        browser.close()


def main() -> None:
    clock = ScriptClock()
    with tempfile.TemporaryDirectory() as home:
        with open_engine(Path(home) / "data", now=clock) as engine:
            assert engine.settings.offline, "The picture is of the embedded buyer: run it without OPENAI_* settings."
            role_play_id = plays(engine, clock)
            if "--talk" in sys.argv:
                print(printed(engine, role_play_id))
                return
        photographed(Path(home), role_play_id)


if __name__ == "__main__":
    main()
