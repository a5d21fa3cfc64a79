"""Conversations for the scoring tests, written so that a test reads like its conversation."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from assistant.domain.playbook import Found, Passage
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import Language, Speaker
from assistant.scoring import Rubric, read_rubric, score
from assistant.scoring.talk import Talk, talk_of

ROOT = Path(__file__).resolve().parents[2]
MORNING = datetime(2026, 3, 2, 9, 0, 7, tzinfo=UTC)


@cache
def default_rubric() -> Rubric:
    return read_rubric(ROOT / "knowledge" / "rubrics" / "default.yaml")


def talk(*lines: str, id: str = "t", every_s: float | None = None) -> Transcript:  # noqa: A002
    """`talk("buyer: hello", "rep: hi")`; `every_s`: seconds between turns, None = no clock."""
    turns = []
    for index, line in enumerate(lines):
        who, _, text = line.partition(": ")
        speaker: Speaker = "rep" if who == "rep" else "buyer"
        turns.append(Turn(index, speaker, text, MORNING + timedelta(seconds=every_s * index) if every_s is not None else None))
    return Transcript(id, tuple(turns))


def seen(transcript: Transcript, language: Language) -> Talk:
    return talk_of(transcript, language)


def card(transcript: Transcript) -> Scorecard:
    return score(transcript, rubric=default_rubric())


def measure(transcript: Transcript, name: str) -> float | None:
    """A measure's value on the scorecard, None when it is absent."""
    return next((one.value for one in card(transcript).measures if one.name == name), None)


def found(*texts: str) -> list[Found]:
    return [Found(Passage(f"p{at}", "price list", 1, "Prices > Seats", 3, text), 0.9) for at, text in enumerate(texts)]


GOOD_KO = talk(
    "buyer: 안녕하세요, 바쁘신데 와 주셔서 감사해요. 저희 상담팀이 38명인데 요즘 밤에 오는 전화를 거의 놓치고 있어요.",
    "rep: 안녕하세요, 반갑습니다. 밤에 오는 전화를 놓치고 계시는군요. 하루에 몇 통쯤 되나요?",
    "buyer: 많을 때는 60통이요. 근데 예전에 다른 업체 썼다가 전환하는 주말에 번호가 끊겨서 난리가 났었어요. 솔직히 또 그럴까 봐 걱정돼요.",
    "rep: 전환하는 주말에 번호가 끊길까 봐 걱정되시는 거죠. 저라도 그랬을 것 같아요. 그때 제일 힘들었던 게 어떤 거였어요?",
    "buyer: 고객들이 항의하고 대표님한테도 엄청 혼났죠. 그래서 이번엔 번호이동이 어떻게 되는지 정확히 알아야 해요. 며칠 걸리나요?",
    "rep: 번호이동은 영업일 5일 걸리고, 그동안 기존 번호로 계속 받으실 수 있어요. 대표님께 혼나셨다고 하셨으니, 전환을 주말이 아니라 "
    "평일 저녁에 나눠서 하면 60통이 몰리는 시간은 피할 수 있어요. 이렇게 하면 걱정이 좀 풀리실까요?",
    "buyer: 아 그건 좋네요. 비용은 얼마예요?",
    "rep: 38석 기준 월 420만 원이에요. 결정하실 때 제일 중요하게 보시는 게 뭔지 여쭤봐도 될까요?",
    "buyer: 대표님은 비용, 저는 안 끊기는 거요.",
    "rep: 그럼 제가 목요일 오전 10시까지 전환 일정표랑 비용 비교표 보내드릴게요. 보시고 금요일 오후에 대표님이랑 15분만 통화하실 수 있을까요?",
    "buyer: 네 좋아요. 금요일 3시에 해요.",
    every_s=40,
)
BAD_KO = talk(
    "buyer: 안녕하세요. 저희 상담팀이 38명인데 요즘 밤에 오는 전화를 거의 놓치고 있어요.",
    "rep: 고객님, 문의 주셔서 감사합니다. 저희 솔루션은 업계 최고의 클라우드 전화 서비스로 AI 기능을 탑재하여 실시간 대시보드와 자동 요약을 "
    "제공합니다.",
    "buyer: 근데 예전에 다른 업체 썼다가 전환하는 주말에 번호가 끊겨서 난리가 났었어요. 또 그럴까 봐 걱정돼요.",
    "rep: 충분히 이해합니다. 걱정하지 마세요. 저희는 무조건 안 끊깁니다. 100% 보장합니다.",
    "buyer: 번호이동은 며칠 걸리나요?",
    "rep: 그건 계약하시고 나서 담당자가 확인 후 안내드리겠습니다. 오늘 계약하시면 할인 가능합니다.",
    "buyer: 비싸지 않나요?",
    "rep: 전혀 안 비쌉니다. 왜 자꾸 망설이세요? 다른 회사들은 다 바꿨습니다.",
    "buyer: 생각해 볼게요.",
    "rep: 네, 조만간 연락드리겠습니다. 좋은 하루 되세요.",
    every_s=40,
)
GOOD_EN = talk(
    "buyer: hi there, we have 38 agents and we're missing most of the calls that come in at night",
    "rep: Hi, good to meet you. So the night calls are slipping through. Roughly how many a night are we talking about?",
    "buyer: up to 60. but honestly the last vendor cut our numbers off over a switch weekend, so I'm worried that happens again",
    "rep: A whole weekend with dead numbers, no wonder you're worried about the switch. What was the worst part of it for you?",
    "buyer: angry customers, and my CEO blamed me. so how long does porting take?",
    "rep: Porting takes 5 business days, and your old numbers keep ringing meanwhile. Since your CEO blamed you last time, we'd move in two "
    "evening batches rather than a weekend, so the 60 night calls never hit a gap. Does that ease it?",
    "buyer: yes that helps. what's the price?",
    "rep: $3,200 a month for 38 seats. What matters most to you and your CEO in this decision?",
    "buyer: he cares about cost, I care about no outage",
    "rep: Then I'll send you the switch plan and a cost comparison by Thursday 10am. Could we take 15 minutes with your CEO on Friday afternoon?",
    "buyer: sure, friday at 3 works",
    every_s=40,
)
BAD_EN = talk(
    "buyer: hi, we have 38 agents and we're missing most of the calls that come in at night",
    "rep: Thank you for reaching out! Our industry-leading cloud platform offers AI routing, real-time dashboards, automatic summaries and "
    "seamless integration with everything you use.",
    "buyer: the last vendor cut our numbers off over a switch weekend, so I'm worried that happens again",
    "rep: I completely understand your concern. Rest assured, it will never happen with us, I guarantee it. Trust me.",
    "buyer: how long does porting take?",
    "rep: We can get into that after you sign. If you sign today I can give you a discount, this price is only available today.",
    "buyer: that sounds expensive",
    "rep: It's not expensive at all. Why don't you just decide? Everyone else already switched.",
    "buyer: I need to think about it",
    "rep: Ok, I'll be in touch soon. Have a great day!",
    every_s=40,
)
PAIRS: tuple[tuple[Language, Transcript, Transcript], ...] = (("ko", GOOD_KO, BAD_KO), ("en", GOOD_EN, BAD_EN))
