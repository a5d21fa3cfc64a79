"""A throwaway PostgreSQL in a folder of its own: for tests, so it does not wait for the disk unless it is asked to."""

import getpass
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.servers import postgres_programs
from tests.servers.ports import free_port

UP_S = 60.0
UNPRIVILEGED = "nobody"
"""Whom the server runs as where the tests run as root, which it refuses."""


class Cluster:
    """Started by the constructor. `durable`: every commit waits for the disk, as in life."""

    def __init__(self, durable: bool = False) -> None:
        found = postgres_programs()
        assert found is not None, "PostgreSQL is not installed"
        self._programs = found
        self.folder = Path(tempfile.mkdtemp(prefix="maju-pg-"))
        self.port = free_port()
        self._user = UNPRIVILEGED if getpass.getuser() == "root" or os.geteuid() == 0 else None
        if self._user:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "--auth=trust", "--username=maju", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        settings = f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 200\n"
        with (self.folder / "postgresql.conf").open("a") as kept:
            kept.write(settings + ("" if durable else "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"))
        self.start()

    def start(self) -> None:
        """It ends with this process, however that one ends: then nobody holds the pipe that it reads."""
        command = ["sh", "-c", '"$0" -D "$1" & read -r _; kill -QUIT $!; wait', self.program("postgres"), str(self.folder)]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd="/", start_new_session=True, **self._as_whom()
            )
        until = time.monotonic() + UP_S
        while not self._answers():
            if time.monotonic() > until:
                raise AssertionError(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text(errors='replace')[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """At once, as a power cut does."""
        self._process.communicate(b"\n")

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def address(self, name: str) -> str:
        return f"postgresql://maju@127.0.0.1:{self.port}/{name}"

    def new(self, like: str = "template1") -> str:
        """The address of a new database, empty or a copy of another one."""
        name = f"maju_{uuid4().hex}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(like)))
        return self.address(name)

    def drop(self, address: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(address.rsplit("/", 1)[1])))

    def program(self, name: str) -> str:
        return str(self._programs / name)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, f"--pgdata={self.folder}", *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd="/",
            **self._as_whom(),
        )

    def _as_whom(self) -> dict[str, Any]:
        return {"user": self._user, "group": _group(self._user), "extra_groups": [] if self._user else None}


def _group(user: str | None) -> int | None:
    if user is None:
        return None
    import pwd

    return pwd.getpwnam(user).pw_gid
