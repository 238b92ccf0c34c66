"""What the hostile tests share: the small site as a process, and a visitor that speaks raw bytes."""
import argparse
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time

GOOD = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def arguments(**more):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, help="web_demo")
    for name, (default, text) in more.items():
        parser.add_argument("--" + name, type=type(default), default=default, help=text)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return parser.parse_args()


class Site:
    """Runs the program on a free port; log lines go to a file that is read at the end."""

    def __init__(self, program, limit=None):
        self.log = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"web_demo.{os.getpid()}.log")
        bound = (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))) if limit else None
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([program, "0"], stdout=subprocess.PIPE, stderr=log, preexec_fn=bound)
        self.port = int(self.process.stdout.readline())
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
        os.unlink(self.log)

    def memory(self):
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def cpu(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def alive(self):
        return self.process.poll() is None

    def connect(self, timeout=5):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def ask(self, raw, timeout=5, half_close=False):
        """Everything that comes back until the server closes; None when it did not close in time."""
        answer = b""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(raw)
                if half_close:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            try:
                while part := connection.recv(65536):
                    answer += part
            except socket.timeout:
                return None
            except OSError:
                pass
        return answer


def status(answer):
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer or b"")
    return int(found.group(1)) if found else 0


def ended(bad, text):
    print(text, f"bad={len(bad)}")
    for line in bad[:20]:
        print("  ", line)
    sys.exit(1 if bad else 0)
