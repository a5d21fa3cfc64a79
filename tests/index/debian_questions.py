"""Questions a person might ask of two books nobody here wrote: Debian's Korean installation guide and administrator's handbook.

`section`: part of the heading that answers; `pages`: pages of the guide's PDF on which that section's answer stands.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    section: str
    pages: tuple[int, ...] = ()


GUIDE = (
    Question("데비안이라는 프로젝트는 누가 언제 시작했나요?", "데비안이란", (13,)),
    Question("설치 안내서 최신판은 어디에서 받을 수 있어요?", "이 문서의 최신 버전 구하는 법", (16,)),
    Question("CPU가 여러 개인 컴퓨터에서도 되나요?", "다중 프로세서", (20,)),
    Question("무선랜 카드로 인터넷에 연결해서 설치할 수 있나요?", "무선 네트워크 카드", (21,)),
    Question("메모리와 디스크는 최소 얼마나 있어야 하나요?", "최소 하드웨어 요구 사항 맞추기|메모리 및 디스크 공간 요구 사항", (31, 25)),
    Question("설치하다가 데이터가 날아갈 수도 있는데 백업은 어떻게 해야 하죠?", "기존 데이터를 백업하십시오", (27,)),
    Question("윈도우 빠른 시작은 왜 꺼야 하나요?", "빠른 시작", (34,)),
    Question("시큐어 부트(보안 부팅)를 켠 채로 설치해도 되나요?", "보안 부팅", (34,)),
    Question("BIOS 설정 화면에는 어떻게 들어가나요?", "BIOS/UEFI 설정 메뉴 들어가기", (32,)),
    Question("USB 메모리에 설치 이미지를 복사하는 방법", "하이브리드 CD/DVD 이미지를 사용해 USB 메모리 준비하기", (36, 37)),
    Question("내려받은 이미지가 변조되지 않았는지 체크섬으로 확인하려면?", "설치 파일의 무결성 확인하기", (41,)),
    Question("PXE 부팅을 위한 DHCP 서버 설정 예제", "DHCP 설정에서 PXE 부팅하게 만들기|DHCP 서버 준비하기", (38,)),
    Question("눈이 불편한 사람이 소프트웨어 음성 합성으로 설치하려면?", "소프트웨어 음성 합성 장치", (47, 55)),
    Question("화면 글씨를 크게 보고 싶어요", "화면 확대", (48,)),
    Question("시디롬을 못 읽는다고 나올 때 원인을 찾는 방법", "광학 미디어의 안정성|문제점 파악 및 해결 방법|공통 사항", (53, 54)),
    Question("설치가 실패했을 때 버그 보고서는 어떻게 보내나요?", "설치 보고 제출|설치 문제 보고하기|설치 보고서를 보내주십시오", (56, 57, 96, 97)),
    Question("키보드 배열은 어디서 고르나요?", "키보드 선택하기", (62,)),
    Question("고정 IP 주소를 직접 입력하려면 무엇을 알아야 하나요?", "네트워크 수동 설정|네트워크 설정", (63, 30)),
    Question("루트 계정 암호를 비워 두면 어떻게 되나요?", "루트 암호 설정", (64,)),
    Question("LVM 논리 볼륨을 만드는 순서를 알려 주세요", "LVM (논리 볼륨 관리자) 설정하기", (71, 72)),
    Question("디스크를 암호화할 때 키 크기와 암호 알고리즘은 무엇을 고르나요?", "암호화 볼륨 설정하기", (73, 74, 75)),
    Question("소프트웨어 레이드 5를 구성하려면 디스크가 몇 개 필요해요?", "멀티디스크 장치 설정하기", (69, 70)),
    Question("하드 디스크를 자동으로 나누는 방식에는 어떤 것이 있나요?", "자동 파티션하기", (66, 67)),
    Question("부트로더를 설치하지 않고 넘어가도 되나요?", "부트로더 없이 계속", (79,)),
    Question("설치 로그는 어디에 저장되나요?", "설치 로그 저장|설치 문제 보고하기|쉘 사용하기 및 로그 보기", (80, 56)),
    Question("SSH로 원격에서 설치를 진행할 수 있나요?", "네트워크 콘솔을 통해 설치|원격 접근: SSH", (81, 82, 138, 139)),
    Question("펌웨어 파일이 없다고 할 때 USB에 담아서 넣어 주는 방법", "미디어 준비하기|없는 펌웨어 읽어들이기", (82, 83)),
    Question("systemd 대신 다른 init을 쓰고 싶어요", "다른 init 시스템 설치하기", (84,)),
    Question("부팅할 때 암호화된 볼륨의 암호를 물어보는데 어떻게 하나요?", "암호화 볼륨 마운트하기", (85, 86)),
    Question("컴퓨터를 안전하게 끄는 명령은?", "시스템 끄기", (88,)),
    Question("메일 서버 Exim4는 어떤 유형으로 설정할 수 있나요?", "Exim4 MTA 설정하기", (91,)),
    Question("망가진 시스템을 복구 모드로 고치려면", "손상된 시스템 복구하기", (92, 93)),
    Question("커널을 직접 컴파일하는 방법", "새 커널 컴파일하기", (92,)),
    Question(
        "여러 대에 같은 답으로 자동 설치하려면 미리 설정 파일을 어떻게 만들어요?",
        "미리 설정 파일 만들기|미리 설정을 이용한 설치 자동화|미리 설정 방법",
        (98, 99, 104, 105),
    ),
    Question("홈 디렉터리를 별도 파티션으로 두는 게 좋은가요?", "권장하는 파티션 구조", (127,)),
    Question("/var 디렉터리에는 무엇이 들어 있고 용량은 얼마나 잡아야 하나요?", "디렉터리 구조", (125, 126)),
    Question("리눅스에서 두 번째 하드디스크 이름은 어떻게 되나요?", "리눅스의 장치 이름", (127, 128)),
    Question("데스크톱 환경을 설치하는 데 디스크 공간이 얼마나 필요한가요?", "태스크마다 필요한 디스크 공간", (131, 132)),
    Question("debootstrap으로 다른 리눅스에서 설치하기", "debootstrap", (133, 134)),
    Question("PPPoE ADSL 회선으로 설치하는 방법", "PPP 오버 이더넷", (141,)),
)

HANDBOOK = (
    Question("데비안이라는 이름은 어디서 왔나요?", "데비안은 무엇입니까"),
    Question("이안 머독은 프로젝트를 그만두고 무엇을 했나요?", "멀티 플렛폼 운영체제"),
    Question("데비안을 법적으로 관리하는 비영리 단체는 어떤 곳인가요?", "비영리 단체"),
    Question("데비안 개발자가 되려면 어떤 원칙을 따라야 하나요?", "재단 기록"),
    Question("사용자에게 하는 약속인 사회 계약에는 뭐라고 되어 있나요?", "사용자에 대한 약속"),
    Question("자유 소프트웨어 가이드라인의 내용이 궁금해요", "자유 소프트웨어 가이드라인"),
    Question("시디롬으로 설치하는 방법", "CD-ROM/DVD-ROM을 통해서 설치하기"),
    Question("USB key로 부팅해서 설치할 수 있나요?", "USB Key를 이용해서 부팅하기"),
    Question("PXE나 TFTP로 네트워크 부팅 설치", "네트워크 부팅을 통한 설치 방법"),
    Question("Isolinux 부트로더 메뉴가 나오면 무엇을 골라요?", "부팅과 설치 프로그램을 시작하기"),
    Question("이 책은 어떤 독자를 위해 썼나요?", "이 책의 대상은 누구인가요"),
    Question("책을 처음 쓰게 된 계기와 초판이 나온 때", "이 책이 쓰여지기까지"),
    Question("aptitude와 apt-get은 무엇이 다른가요?", "aptitude, apt-get, and apt Commands|Aptitude|aptitude"),
    Question("sources.list 파일 작성법", "sources.list|Syntax"),
    Question("iptables netfilter 방화벽 규칙 만들기", "Firewall or Packet Filtering|nftables|iptables|Netfilter|Rules"),
    Question("SELinux 설정 방법", "SELinux"),
    Question("Samba로 윈도우 파일 서버 만들기", "Samba"),
    Question("LXC 컨테이너 가상화", "LXC"),
    Question("OpenVPN 가상 사설망", "OpenVPN|Virtual Private Network"),
    Question("Postfix 메일 서버 설치", "Postfix|Mail Server"),
    Question("BIND DNS 서버 설정", "DNS|Domain Name|Configuring bind"),
    Question("cron으로 작업 예약하기", "cron|Scheduling"),
)

NOTHING = (
    "오늘 점심 메뉴 추천해 줘",
    "종신보험 해지 환급금은 얼마인가요?",
    "초음파 진단기 프로브 가격이 궁금합니다",
    "아파트 리모델링 견적을 받고 싶어요",
    "우리 아이 영어 학원은 어디가 좋을까요",
    "비트코인 시세 전망",
)
"""Questions that neither book answers."""
