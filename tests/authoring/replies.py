"""What a well-behaved model fills the form with."""

from typing import Any


def both(ko: str, en: str) -> dict[str, str]:
    return {"ko": ko, "en": en}


def lines(ko: list[str], en: list[str]) -> dict[str, list[str]]:
    return {"ko": ko, "en": en}


def a_reply() -> dict[str, Any]:
    return {
        "title": both("정수기 회사에 챗봇 팔기", "Selling a chatbot to a water-purifier company"),
        "deal_product": both("상담 챗봇", "A support chatbot"),
        "deal_seller": both("새봄소프트", "Saebom Soft"),
        "deal_summary": both("자주 묻는 것에 먼저 답하는 챗봇이에요.", "A chatbot that answers the usual questions first."),
        "deal_price_low_won": 12_000_000,
        "deal_price_high_won": 24_000_000,
        "deal_price_how": both("연 단위 계약이에요.", "A yearly contract."),
        "deal_may_offer": lines(["두 주 시범 운영"], ["A two-week pilot"]),
        "deal_stage": both("두 번째 미팅.", "Second meeting."),
        "briefing_situation": both("정수기를 빌려주는 회사예요.", "They rent out water purifiers."),
        "briefing_goal": both("다음 약속을 잡으세요.", "Leave with a next step."),
        "briefing_known": lines(["여름에 바빠요."], ["Summers are busy."]),
        "buyer_name": both("한도윤", "Doyun Han"),
        "buyer_role": both("고객팀장", "Head of customer care"),
        "buyer_company": both("맑은샘", "Clear Spring"),
        "buyer_character": both("신중하고 말을 아껴요.", "Careful, sparing with words."),
        "buyer_manner": "cautious",
        "buyer_knows": lines(["상담 업무"], ["Customer care"]),
        "buyer_does_not_know": lines(["챗봇 가격"], ["What chatbots cost"]),
        "agreement_next_step": both("다음 주에 시범 화면을 본다.", "See a demo next week."),
        "facts": [a_fact("서른 통", "thirty calls"), a_fact("올해 말", "year end")],
        "objections": [
            {
                "topics": ["price"],
                "raised_on": "price",
                "settled_by": ["acknowledgement", "number"],
                "behind": both("작년에 예산을 날렸어요.", "Money was lost last year."),
                "lines": lines(
                    ["비싸네요.", "그 돈은 없어요.", "너무 비싸요.", "그 값이면 안 해요."], ["Dear.", "No money.", "Too dear.", "Not at that price."]
                ),
                "settled": lines(["그 정도면 괜찮네요.", "말이 되네요."], ["That would do.", "Makes sense."]),
            }
        ],
    }


def a_fact(tell_ko: str, tell_en: str) -> dict[str, Any]:
    return {
        "kind": "pain",
        "topics": ["problem"],
        "ask": "open",
        "trust": 0.4,
        "summary": both(f"{tell_ko} 때문에 힘들어요.", f"They struggle with {tell_en}."),
        "lines": lines(
            [f"{tell_ko}이에요.", f"음, {tell_ko}요.", f"{tell_ko}라고 보시면 돼요."], [f"It is {tell_en}.", f"Well, {tell_en}.", f"Say {tell_en}."]
        ),
        "tells": lines([tell_ko], [tell_en]),
    }
