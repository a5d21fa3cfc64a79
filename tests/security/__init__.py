"""Maju under attack. `python -m tests.security` for the long form: every benchmark that attacks, then the audit of what Maju is made of."""
