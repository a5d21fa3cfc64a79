"""Questions a rep might ask of the two sample playbooks, the heading that answers, and words of the answer by which its page is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    question: str
    section: str
    answer: str


KOREAN = (
    Asked("상담석 하나에 한 달 얼마예요?", "상담석 요금표", "58,000원"),
    Asked("24개월 약정하면 얼마나 깎아 줄 수 있나요?", "할인과 권한", "24개월"),
    Asked("번호이동에 필요한 절차와 기간", "번호이동 절차", "가장 늦은 건이 14영업일"),
    Asked("번호 이동 신청이 반려되는 이유는?", "번호이동이 반려될 때", "19건이 한 번 반려"),
    Asked("가용률은 몇 퍼센트까지 보장해요?", "서비스 수준 협약", "99.95%"),
    Asked("녹취는 얼마 동안 보관하나요?", "보관과 파기", "보관"),
    Asked("보이스피싱 사칭 신고가 들어오면 어떻게 대응하죠?", "사칭이 의심될 때", "사칭"),
    Asked("중간에 해지하면 위약금이 있나요?", "중도 해지와 나가는 길", "해지"),
    Asked("성수기에만 상담석을 늘릴 수 있어요?", "성수기 탄력 상담석", "탄력"),
    Asked("해외 클라우드 업체랑 뭐가 달라요?", "해외 클라우드와 비교할 때", "해외"),
    Asked("지금 쓰는 것보다 비싸다고 하면 뭐라고 답하나요?", "지금보다 비싸 보인다", "비싸"),
    Asked("재판매 회사라서 불안하다는 반론", "재판매라서 불안하다", "재판매"),
    Asked("시범 운영은 어떻게 설계하나요", "시범 운영 설계", "시범"),
    Asked("작년에 장애가 몇 번 났어요?", "지난 1년의 장애", "장애"),
    Asked("연락이 끊긴 고객에게는 어떻게 다시 연락하죠?", "조용해진 고객", "고객"),
)
ENGLISH = (
    Asked("How much does a seat cost per month?", "Seat prices", "58,000"),
    Asked("Who is allowed to give a discount?", "Who may discount", "discount"),
    Asked("What are the steps of number portability?", "Number portability steps", "portability"),
    Asked("Why do portability requests bounce?", "When a request bounces", "bounce"),
    Asked("Which availability do we commit to?", "Service levels", "99.95%"),
    Asked("How long are recordings kept before deletion?", "Keeping and deleting", "delet"),
    Asked("What do we do when somebody impersonates our number?", "When impersonation is suspected", "impersonat"),
    Asked("Can they leave the contract early?", "The way out", "contract"),
    Asked("extra seats for the peak season only", "Elastic seats", "elastic"),
    Asked("How do we compare with a global cloud vendor?", "Against a global cloud", "global"),
    Asked("They say it costs more than what they have now", "It costs more than now", "costs"),
    Asked("You're only a reseller, why should we trust you?", "only a reseller", "reseller"),
    Asked("How should the pilot be designed?", "Designing the pilot", "pilot"),
    Asked("outages in the last year", "Outages in the past year", "outage"),
    Asked("What if the customer goes quiet after the meeting?", "When they go quiet", "quiet"),
)
