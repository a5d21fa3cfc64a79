"""The `maju` command: the contract's commands and their exit statuses. Each subcommand stands in a module of its own."""

from assistant.cli.app import main

__all__ = ["main"]
