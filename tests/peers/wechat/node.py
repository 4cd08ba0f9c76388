"""The platform's cryptography by libraries that others wrote, in a Node child; where there is no Node, a plain one."""

import base64
import fcntl
import hashlib
import json
import os
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

HERE = Path(__file__).parent


def install() -> str:
    """Install what the lock names, once; "" = it is there, else why not."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm were not found"
    with (HERE / "package.json").open() as turn:  # the processes of one test run come here together
        fcntl.flock(turn, fcntl.LOCK_EX)
        if (HERE / "node_modules" / ".package-lock.json").exists():
            return ""
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=HERE, check=False, timeout=120, capture_output=True)
    return "npm could not install the packages of tests/peers/wechat" if done.returncode else ""


def need_node() -> None:
    if reason := install():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


class Node:
    """A line in, a line out."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._child = subprocess.Popen(["node", HERE / "peer.js"], text=True, cwd=HERE, **pipes)

    def ask(self, **what: Any) -> dict[str, Any]:
        self._child.stdin.write(json.dumps(what) + "\n")
        self._child.stdin.flush()
        answer = json.loads(self._child.stdout.readline())
        assert "error" not in answer, answer
        return answer

    def close(self) -> None:
        self._child.stdin.close()
        self._child.wait(10)
        self._child.stdout.close()


class Plain:
    """The same two questions, after the platform's documents."""

    def ask(self, op: str, **a: str) -> dict[str, Any]:
        return self._enc(**a) if op == "enc" else self._dec(**a)

    def close(self) -> None: ...

    def _enc(self, xml: str, key: str, id: str, **a: str) -> dict[str, Any]:  # noqa: A002
        said = os.urandom(16) + struct.pack(">I", len(xml.encode())) + xml.encode() + id.encode()
        pad = 32 - len(said) % 32
        encryptor = _cipher(key).encryptor()
        encrypt = base64.b64encode(encryptor.update(said + bytes([pad]) * pad) + encryptor.finalize()).decode()
        return {"encrypt": encrypt, "signature": sign(a["token"], a["timestamp"], a["nonce"], encrypt)}

    def _dec(self, encrypt: str, key: str, **a: str) -> dict[str, Any]:
        decryptor = _cipher(key).decryptor()
        said = decryptor.update(base64.b64decode(encrypt)) + decryptor.finalize()
        said = said[16 : -said[-1]]
        length = struct.unpack(">I", said[:4])[0]
        signature = sign(a["token"], a["timestamp"], a["nonce"], encrypt)
        return {"message": said[4 : 4 + length].decode(), "id": said[4 + length :].decode(), "signature": signature}


def _cipher(key: str) -> Cipher[Any]:
    raw = base64.b64decode(key + "=")
    return Cipher(algorithms.AES(raw), modes.CBC(raw[:16]))


def sign(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()
