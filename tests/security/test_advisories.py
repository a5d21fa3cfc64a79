"""How an audit is read, and that everything accepted has its reason."""

import yaml

from tests.security.advisories import ACCEPTED, read

REPORT = {
    "dependencies": [
        {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"]}, {"id": "PYSEC-2", "aliases": ["CVE-2"]}]},
        {"name": "b", "version": "2", "vulns": []},
        {"name": "c", "skip_reason": "not found"},
    ]
}


def test_what_nobody_has_accepted_by_any_of_its_names_stays_open() -> None:
    audited = read(REPORT, {"CVE-1": "because", "CVE-9": "because"})
    assert (audited.looked_at, audited.open, audited.idle) == (2, (("a", "1", "CVE-2"),), ("CVE-9",))


def test_a_service_that_knows_nothing_has_not_audited_anything() -> None:
    assert read({"dependencies": [{"name": "c", "skip_reason": "not found"}]}, {"CVE-1": "because"}).looked_at == 0


def test_everything_accepted_has_its_reason() -> None:
    accepted = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))
    assert all(len(reason.split()) >= 5 for reason in accepted.values())
